import { createServer } from 'node:net'
import { isErrno } from './processes'

/** A port that nobody uses at this moment, chosen by the operating system. */
export async function freePort(): Promise<number> {
  const port = await listen(0, '127.0.0.1')
  if (!port) throw new Error('The operating system has no free port')
  return port
}

/** Whether nobody listens on this port of this machine's loopback addresses. */
export async function isFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '::1']) {
    if ((await listen(port, host)) === null) return false
  }
  return true
}

/** The port that was listened on for a moment; null if it is taken. 0 asks for any. */
function listen(port: number, host: string) {
  return new Promise<number | null>((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => {
      if (isErrno(error, 'EADDRINUSE', 'EACCES')) resolve(null)
      // A machine without IPv6 has nothing that could be taken.
      else if (isErrno(error, 'EADDRNOTAVAIL', 'EAFNOSUPPORT')) resolve(port)
      else reject(error)
    })
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}
