import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSafeServer } from 'node:https'
import {
  type AddressInfo,
  createServer as createRawServer,
  type Server,
  type Socket,
} from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

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

/** A certificate of these names that only itself vouches for. */
export function selfSigned(names: string): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'stet-certificate-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const asked = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=site`
  const args = [
    ...asked.split(' '),
    '-addext',
    `subjectAltName=${names}`,
    '-keyout',
    key,
    '-out',
    cert,
  ]
  execFileSync('openssl', args, { stdio: 'ignore' })
  const made = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  rmSync(folder, { recursive: true })
  return made
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
