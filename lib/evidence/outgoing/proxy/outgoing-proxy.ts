import { randomBytes, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Way } from '../checked-addresses'
import { OutgoingRefusal } from '../outgoing-refusal'
import { forward } from './forward'
import { Traffic, type TrafficLimits } from './traffic'
import { openTunnel } from './tunnel'

/** A way out for a browser, which leads wherever `fetchOutside` leads, and nowhere else. */
export interface OutgoingProxy {
  /** On 127.0.0.1. It lets in who sends these credentials, which hold for this one run. */
  server: string
  username: string
  password: string
  traffic: Readonly<Pick<Traffic, 'requests' | 'bytes' | 'refused'>>
  /** Ends every connection, and the proxy. */
  close: () => Promise<void>
}

/** Enough for a large page of news with its pictures, and not for a page that never ends. */
const TRAFFIC_LIMITS: TrafficLimits = { bytes: 200_000_000, requests: 2_000, idleTime: 20_000 }

/**
 * Starts a proxy for http and CONNECT. It looks up every name itself and connects to the addresses that it checked. At
 * its limits of bytes and requests it lets nothing more through; what was refused, and why, stands in `traffic`.
 */
export async function startOutgoingProxy({
  limits,
  ...way
}: Way & { limits?: Partial<TrafficLimits> } = {}): Promise<OutgoingProxy> {
  const username = 'stet'
  const password = randomBytes(24).toString('base64url')
  const traffic = new Traffic({ ...TRAFFIC_LIMITS, ...limits })
  const clients = new Set<Socket>()
  const server = createServer((asked, answer) => {
    if (isLetIn(asked, username, password)) return forward(asked, answer, { way, traffic })
    answer.writeHead(407, { 'proxy-authenticate': CHALLENGE, connection: 'close' }).end()
  })
  server.on('connection', (client) => {
    clients.add(client)
    client.on('close', () => clients.delete(client)).on('error', () => {})
  })
  server.on('connect', (asked, client, head) => {
    client.unshift(head)
    if (isLetIn(asked, username, password)) openTunnel(asked.url ?? '', client, { way, traffic })
    else
      client.end(`HTTP/1.1 407 \r\nProxy-Authenticate: ${CHALLENGE}\r\nConnection: close\r\n\r\n`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    server: `http://127.0.0.1:${port}`,
    username,
    password,
    traffic,
    async close() {
      const closed = once(server, 'close')
      server.close()
      traffic.end.abort(new OutgoingRefusal('called-off'))
      for (const client of clients) client.destroy()
      await closed
    },
  }
}

const CHALLENGE = 'Basic realm="Stet"'

/** By the credentials of RFC 7617, in a time that does not tell how near they came. */
function isLetIn({ headers }: IncomingMessage, username: string, password: string): boolean {
  const expected = Buffer.from(`Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`)
  const sent = Buffer.from(headers['proxy-authorization'] ?? '')
  return sent.length === expected.length && timingSafeEqual(sent, expected)
}
