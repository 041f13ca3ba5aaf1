import { z } from 'zod'
import { parseAddress } from '../web-address'

/** A mail server and how to be let in, as an address of `smtp:` or `smtps:` says it. */
export interface MailServer {
  host: string
  port: number
  /** TLS from the first byte (RFC 8314, 3.3); otherwise STARTTLS, where the server offers it. */
  isSecure: boolean
  user: string
  password: string
  /** A password is not sent in the clear, unless to this machine. */
  needsTls: boolean
}

/** The server that an address names; null where it names none, or half of a user and password. */
export function parseMailServer(address: string): MailServer | null {
  const url = parseAddress(address)
  const scheme = /^(smtps?):$/.exec(url?.protocol ?? '')?.[1]
  if (!url?.hostname || !scheme || !/^\/?$/.test(url.pathname) || url.search || url.hash)
    return null
  const [user, password] = [plain(url.username), plain(url.password)]
  if (user === null || password === null || (user === '') !== (password === '')) return null
  const isSecure = scheme === 'smtps'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port) || (isSecure ? 465 : 587)
  return { host, port, isSecure, user, password, needsTls: user !== '' && !HERE.test(host) }
}

const HERE = /^(?:localhost|127(?:\.\d+){3}|::1)$/

function plain(escaped: string): string | null {
  try {
    return decodeURIComponent(escaped)
  } catch {
    return null
  }
}

/** Whom a mail is from (RFC 5322, 3.4): an address, or a name and an address in angle brackets. */
export interface Sender {
  name: string
  address: string
}

/** The sender that a setting names; null where it names none. */
export function parseSender(text: string): Sender | null {
  const [, name = '', address = ''] = /^\s*"?([^"<>\p{Cc}]*?)"?\s*<([^<>]*)>\s*$/u.exec(text) ?? [
    '',
    '',
    text.trim(),
  ]
  return z.email().max(254).safeParse(address).success ? { name: name.trim(), address } : null
}
