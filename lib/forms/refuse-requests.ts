/** What no page could answer: it is refused before anything of it is read, by a page that says why. */

import { subscribe } from 'node:diagnostics_channel'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { showsOwnLogIn } from '@/lib/auth/sealed-session'
import { parseAddress } from '@/lib/domain/web-address'
import { isOwnOrigin } from './own-origin'
import { PROBLEM, REFUSED, type RefusedStatus } from './refused'

/** The longest body that anybody may send, in bytes: an article, with room for what a form needs around it. */
export const LONGEST_BODY = 6 * 1024 * 1024

/** The longest that somebody may send who shows no log-in of ours, and anybody at the door: names and passwords. */
export const LONGEST_OF_STRANGERS = 64 * 1024

/** The longest that a program may send, which shows a token instead: see lib/api/answers/body. */
const LONGEST_OF_PROGRAMS = 1024 * 1024

/** Has every request that this process serves looked at first. One that is refused goes on as a request for the page that says so. */
export function refuseRequests(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    const status = problemOf(request, process.env.NEXTAUTH_URL)
    if (status) askFor(request, status)
  })
}

/** What is wrong with a request, as far as its first lines tell; null where nothing is. */
export function problemOf(
  { method = 'GET', url = '/', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  configured: string | undefined,
): RefusedStatus | null {
  if (!isWellFormed(url)) return 400
  const isChange = !['GET', 'HEAD', 'OPTIONS'].includes(method)
  if (isChange && headers.origin !== undefined && !isFromHere(headers, configured)) return 403
  // A body whose length nobody says cannot be refused before it is here.
  if (headers['transfer-encoding'] !== undefined) return 411
  return isTooLong(Number(headers['content-length'] ?? 0), url, headers) ? 413 : null
}

/** Whether an address is what it says in UTF-8 (RFC 3986, 2.5): no half escapes, no half characters. */
function isWellFormed(url: string): boolean {
  try {
    decodeURIComponent(url)
    return true
  } catch {
    return false
  }
}

/** Whether the origin is the address that Stet is set to, or the one that was asked; forms look again, and more closely. */
function isFromHere(
  { origin, host, 'x-forwarded-host': forwarded }: IncomingHttpHeaders,
  configured: string | undefined,
): boolean {
  const from = origin ? parseAddress(origin) : null
  if (!origin || !from) return false
  return isOwnOrigin(origin, configured) || [host, forwarded].includes(from.host)
}

/** What anybody may send is not looked at more closely; a cookie by which more may come was sealed by us. */
function isTooLong(
  bytes: number,
  url: string,
  { cookie = '', authorization = '' }: IncomingHttpHeaders,
): boolean {
  if (bytes <= LONGEST_OF_STRANGERS) return false
  if (isOfPrograms(url)) return bytes > LONGEST_OF_PROGRAMS || !/^bearer stet_/i.test(authorization)
  if (bytes > LONGEST_BODY || AT_THE_DOOR.test(url)) return true
  return !showsOwnLogIn(cookie)
}

/** Whether it is asked for by programs, who are answered in their own way. */
const isOfPrograms = (url: string) => url.startsWith('/api/v1/')

const AT_THE_DOOR =
  /^\/(?:log-in|set-up|invitation|new-password|forgotten-password|api\/auth)(?:[/?]|$)/

/** Makes the request one for the page of a refusal. Its body is read by nobody and thrown away. */
function askFor(request: IncomingMessage, status: RefusedStatus): void {
  const { host, connection } = request.headers
  const accept = isOfPrograms(request.url ?? '') ? PROBLEM : request.headers.accept
  request.url = `${REFUSED}${status}`
  request.method = 'GET'
  for (const name of Object.keys(request.headers)) delete request.headers[name]
  Object.assign(request.headers, { host, accept, connection })
}
