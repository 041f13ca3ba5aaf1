import { connect as connectTo, isIP, type Socket } from 'node:net'
import { rootCertificates, connect as secure, type TLSSocket } from 'node:tls'
import { checkedAddresses, type Way } from './checked-addresses'
import type { Destination } from './destination'
import { OutgoingRefusal } from './outgoing-refusal'

/** Milliseconds that an address is waited for: as long as there are others to try, and the last. */
const PATIENCE = 4_000
const LAST_PATIENCE = 20_000
const MOST_ATTEMPTS = 4

/**
 * Connects to an address that was checked, never to a name, so that no second look-up can lead elsewhere. The signal
 * ends the attempt and the connection; an ended connection is told by its `close`, and its errors need no hearing.
 */
export async function connectOutside(
  destination: Destination,
  way: Way,
  signal: AbortSignal,
): Promise<Socket> {
  const all = await unlessAborted(checkedAddresses(destination, way), signal)
  const addresses = all.slice(0, MOST_ATTEMPTS)
  for (const [index, host] of addresses.entries()) {
    const patience = index < addresses.length - 1 ? PATIENCE : LAST_PATIENCE
    const socket = await attempt({ host, port: destination.port, patience }, signal)
    if (socket) return socket
  }
  throw new OutgoingRefusal(addresses.length > 0 ? 'unreachable' : 'name-not-found')
}

/**
 * Has the site prove that it is this host, to the authorities that Node knows and those in `ca` (PEM). Refuses a site
 * that does not, whatever the environment says.
 */
export function secured(
  socket: Socket,
  { host }: Destination,
  { ca, signal }: { ca?: string; signal: AbortSignal },
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const safe = secure({
      socket,
      host,
      servername: isIP(host) ? '' : host.replace(/\.$/, ''),
      ca: ca ? [...rootCertificates, ca] : undefined,
      ALPNProtocols: ['http/1.1'],
      rejectUnauthorized: true,
    })
    const fail = () => {
      const why = safe.authorizationError ? 'certificate' : 'unreachable'
      reject(signal.aborted ? signal.reason : new OutgoingRefusal(why))
    }
    safe.on('error', fail).on('close', fail)
    safe.on('secureConnect', () => resolve(safe))
  })
}

async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  let stop = () => {}
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop)
  })
  return Promise.race([promise, stopped]).finally(() => signal.removeEventListener('abort', stop))
}

function attempt(
  { host, port, patience }: Destination & { patience: number },
  signal: AbortSignal,
): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = connectTo({ host, port, signal, timeout: patience })
    socket.on('error', () => {})
    socket.once('timeout', () => socket.destroy())
    socket.once('connect', () => {
      socket.setTimeout(0)
      socket.removeAllListeners('timeout')
      resolve(socket)
    })
    socket.once('close', () => (signal.aborted ? reject(signal.reason) : resolve(null)))
  })
}
