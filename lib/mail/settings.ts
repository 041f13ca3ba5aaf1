import {
  type MailServer,
  parseMailServer,
  parseSender,
  type Sender,
} from '@/lib/domain/mail/addresses'

/** By which server mail goes out, and from whom. */
export interface MailSettings {
  server: MailServer
  from: Sender
}

/** What whoever runs Stet set for mail (STET_SMTP_URL, STET_MAIL_FROM); null where no mail is sent. */
export function findMailSettings(): MailSettings | null {
  const { STET_SMTP_URL, STET_MAIL_FROM } = process.env
  const server = STET_SMTP_URL ? parseMailServer(STET_SMTP_URL) : null
  const from = STET_MAIL_FROM ? parseSender(STET_MAIL_FROM) : null
  return server && from ? { server, from } : null
}

/** Whether Stet sends mail here. */
export const isMailSet = () => findMailSettings() !== null
