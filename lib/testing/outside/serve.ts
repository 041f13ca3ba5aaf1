import { webcrypto } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSafeServer } from 'node:https'
import {
  type AddressInfo,
  createServer as createRawServer,
  type Server,
  type Socket,
} from 'node:net'
import { onTestFinished } from 'vitest'
import { certificateFor } from '../fixtures/time-stamp-authority'

/** A host of the outside world, on this machine until the test is over. */
export interface Outside {
  port: number
  /** The connections that were ever opened to it. */
  connections: number
  /** Those that are open now. */
  open: Set<Socket>
}

export const serve = (answer: RequestListener, host?: string) =>
  listening(createServer(answer), host)

export const serveRaw = (answer: (socket: Socket) => void, host?: string) =>
  listening(
    createRawServer((socket) => answer(socket.resume())),
    host,
  )

export const serveSafely = (answer: RequestListener, { key, cert }: Certificate) =>
  listening(createSafeServer({ key, cert }, answer))

export interface Certificate {
  key: string
  cert: string
}

/** A certificate of this host that only itself vouches for. */
export async function selfSigned(host: string): Promise<Certificate> {
  const { der, keys } = await certificateFor(host, { host })
  const key = new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  return { key: pem('PRIVATE KEY', key), cert: pem('CERTIFICATE', der) }
}

/** RFC 7468. */
function pem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

async function listening(server: Server, host = '127.0.0.1'): Promise<Outside> {
  const outside: Outside = { port: 0, connections: 0, open: new Set() }
  server.on('connection', (socket: Socket) => {
    outside.connections++
    outside.open.add(socket)
    socket.on('close', () => outside.open.delete(socket)).on('error', () => {})
  })
  server.listen(0, host)
  await once(server, 'listening')
  outside.port = (server.address() as AddressInfo).port
  onTestFinished(async () => {
    for (const socket of outside.open) socket.destroy()
    server.close()
  })
  return outside
}
