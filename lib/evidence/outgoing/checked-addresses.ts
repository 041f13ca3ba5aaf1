import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { parseAddress } from '@/lib/domain/web-address'
import { type Destination, destinationOf } from './destination'
import { isGlobalAddress } from './global-address'
import { OutgoingRefusal } from './outgoing-refusal'
import { isOwnNetwork } from './own-network'

/** Gives every address of a name, as the system would connect to them. */
export type Resolve = (name: string) => Promise<readonly string[]>

/** An internal host that an admin has named; without a port it is open on the ports that are open to all. */
export interface AllowedHost {
  host: string
  port?: number
}

/** Where requests may go. */
export interface Way {
  resolve?: Resolve
  allowed?: readonly AllowedHost[]
  /** The ports that are open on every host; 80 and 443 if not given. */
  ports?: readonly number[]
}

/**
 * The addresses that may be connected to for this host, and all that it has. Refuses the host if any one of them is not
 * global, or if the port is closed, unless the host is among those allowed. Whoever connects must take one of these and
 * not ask for the name again, since it may answer otherwise the next time.
 */
export async function checkedAddresses(
  { host, port }: Destination,
  { resolve = lookUp, allowed = [], ports = WEB_PORTS }: Way,
): Promise<readonly string[]> {
  const addresses = isIP(host) ? [host] : await resolve(host).catch(() => [])
  const named = allowed.filter((one) => plainHost(one.host) === plainName(host))
  if (named.some((one) => (one.port === undefined ? ports.includes(port) : one.port === port))) {
    return addresses.filter((address) => isIP(address))
  }
  if (!addresses.every((address) => isGlobalAddress(address) && !isOwnNetwork(address))) {
    throw new OutgoingRefusal('private-network')
  }
  if (!ports.includes(port)) throw new OutgoingRefusal('port', String(port))
  return addresses
}

const WEB_PORTS = [80, 443]

/**
 * By the system's own rules, /etc/hosts included, so that what is checked is all that anything on this machine would
 * connect to. DNS alone would be no safer, as its answers are checked all the same, and would miss the hosts that an
 * admin has named there.
 */
async function lookUp(name: string): Promise<readonly string[]> {
  return (await lookup(name, { all: true, verbatim: true })).map(({ address }) => address)
}

/** A host that was typed, in the form that a URL gives it. */
function plainHost(typed: string): string {
  const url = parseAddress(`http://${isIP(typed) === 6 ? `[${typed}]` : typed}`)
  return url ? plainName(destinationOf(url).host) : ''
}

const plainName = (host: string) => host.replace(/\.$/, '')
