/** The one place that speaks to a mail server (RFC 5321): the one that whoever runs Stet has set, and no other. */

import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Letter } from '@/lib/domain/mail/letters'
import type { MailSettings } from './settings'

/** A letter with its address. */
export interface Mail extends Letter {
  to: string
  /** The same whenever this mail is tried, so that whoever gets it twice can tell. */
  id: string
}

/**
 * What became of a mail, with why in a sentence. A server that took all of it and said nothing may have sent it on: of
 * that nobody knows, and it is not tried again unasked.
 */
export type Sent =
  | { outcome: 'accepted' }
  | { outcome: 'refused'; mayPass: boolean; says: string }
  | { outcome: 'unknown'; says: string }

export interface SendOptions extends MailSettings {
  /** Aborted when the mail is called off: then this throws its reason. */
  signal: AbortSignal
  /** Told, and waited for, right before the mail's words go out. */
  handingOver: () => Promise<void>
  /** In milliseconds. */
  limits?: { connect: number; silence: number; total: number }
}

const LIMITS = { connect: 10_000, silence: 30_000, total: 90_000 }

/** Hands a mail to the server. */
export async function sendMail(mail: Mail, options: SendOptions): Promise<Sent> {
  const { server, from, signal, handingOver, limits = LIMITS } = options
  const words = await wordsOf(mail, from)
  const connection = openConnection(server, limits)
  const ended = endOf(connection, AbortSignal.any([signal, AbortSignal.timeout(limits.total)]))
  let isHandedOver = false
  async function* handOver() {
    await handingOver()
    isHandedOver = true
    yield words
  }
  try {
    await Promise.race([ended, answerOf((done) => connection.connect(done))])
    const { user, password } = server
    if (user) {
      await Promise.race([
        ended,
        answerOf((done) => connection.login({ user, pass: password }, done)),
      ])
    }
    const envelope = { from: from.address, to: [mail.to], size: words.length }
    const body = Readable.from(handOver())
    await Promise.race([ended, answerOf((done) => connection.send(envelope, body, done))])
    connection.quit()
    return { outcome: 'accepted' }
  } catch (error) {
    signal.throwIfAborted()
    return failed(error, isHandedOver)
  } finally {
    connection.close()
  }
}

/** Built of fields, never of files or addresses that a field might name. */
function wordsOf(
  { to, id, subject, text, choices }: Mail,
  from: MailSettings['from'],
): Promise<Buffer> {
  const [, host = ''] = from.address.split('@')
  return new MailComposer({
    ...{ from, to: { name: '', address: to }, subject, text },
    messageId: `<${id}@${host}>`,
    // No machine need answer it (RFC 3834, 5).
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(choices && { 'List-Unsubscribe': `<${choices}>` }),
    },
    ...{ textEncoding: 'quoted-printable', disableFileAccess: true, disableUrlAccess: true },
  })
    .compile()
    .build()
}

function openConnection(
  { host, port, isSecure, needsTls }: MailSettings['server'],
  { connect, silence }: typeof LIMITS,
) {
  return new SMTPConnection({
    ...{ host, port, secure: isSecure, requireTLS: needsTls },
    ...{ connectionTimeout: connect, greetingTimeout: connect, dnsTimeout: connect },
    socketTimeout: silence,
  })
}

/** Rejects when the connection breaks, or the time is over. */
function endOf(connection: SMTPConnection, over: AbortSignal): Promise<never> {
  const end = new Promise<never>((_, reject) => {
    connection.on('error', reject)
    connection.on('end', () => reject(new Error('the connection has ended')))
    over.addEventListener('abort', () => reject(over.reason), { once: true })
    if (over.aborted) reject(over.reason)
  })
  end.catch(() => undefined)
  return end
}

function answerOf(ask: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => ask((error) => (error ? reject(error) : resolve())))
}

function failed(error: unknown, isHandedOver: boolean): Sent {
  const { code = '', originalCode = '', response = '', responseCode = 0 } = answerIn(error)
  const mayPass = isTemporary(responseCode)
  if (code === 'ETLS' || UNSAFE.test(originalCode)) {
    return { outcome: 'refused', mayPass, says: NOT_SAFE }
  }
  if (code === 'EAUTH') return { outcome: 'refused', mayPass, says: NO_ENTRY }
  if (responseCode) {
    const says = `The mail server did not take it: “${shown(response)}”.`
    return { outcome: 'refused', mayPass, says }
  }
  if (isHandedOver) return { outcome: 'unknown', says: UNKNOWN }
  return { outcome: 'refused', mayPass: true, says: SILENT }
}

/** What Node says of certificates and of a server that speaks no TLS. */
const UNSAFE = /CERT|SIGNATURE|^ERR_SSL/

const NOT_SAFE =
  'The mail server offers no safe connection (TLS), or its certificate does not hold.'
const NO_ENTRY = 'The mail server did not take the user and password of STET_SMTP_URL.'
const SILENT = 'The mail server cannot be reached, or does not answer.'
const UNKNOWN =
  'The mail server had all of it and then said nothing, so it may or may not have been sent.'

/** RFC 5321, 4.2.1: four hundred and something may pass. */
const isTemporary = (code: number) => code >= 400 && code < 500

interface Answer {
  code?: string
  originalCode?: string
  response?: string
  responseCode?: number
}

function answerIn(error: unknown): Answer {
  return Object(error)
}

/** The words of a server are anybody's: a line of them is enough. */
const shown = (response: string) =>
  response
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
