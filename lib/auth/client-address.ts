import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

/** A header that only this server writes: whatever a client sends under this name is overwritten. */
export const CLIENT_ADDRESS = 'x-stet-client-address'

/** Notes with every request that this process serves which network address it comes from. */
export function noteClientAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers[CLIENT_ADDRESS] = clientAddress(
      request.socket.remoteAddress ?? '',
      request.headers['x-forwarded-for'],
      process.env,
    )
  })
}

/**
 * Where a request comes from: what the socket says, or the last that a proxy wrote into X-Forwarded-For. The proxy is
 * believed where it is the one in STET_PROXY, or without that, where STET_URL is set and it runs on this machine.
 */
export function clientAddress(
  socket: string,
  forwarded: string | string[] | undefined,
  { STET_PROXY, STET_URL }: NodeJS.ProcessEnv,
): string {
  const peer = plain(socket)
  const isProxy = STET_PROXY ? peer === plain(STET_PROXY) : Boolean(STET_URL) && isLoopback(peer)
  const last = isProxy ? [forwarded].flat().join(',').split(',').at(-1)?.trim() : ''
  return last ? plain(last) : peer
}

/**
 * The network that an address stands for: an IPv4 address itself, of IPv6 the first 64 bits, of which one household
 * or office has all (RFC 6177).
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = [], tail] = address.split('::').map((half) => half.split(':').filter(Boolean))
  const missing = tail === undefined ? 0 : 8 - head.length - tail.length
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...(tail ?? [])]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':')
}

/** An IPv4 address that was mapped into IPv6 is written as itself (RFC 4291, 2.5.5.2). */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')

const isLoopback = (address: string) => address === '::1' || /^127\./.test(address)
