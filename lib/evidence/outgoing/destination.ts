import { parseAddress } from '@/lib/domain/web-address'
import { OutgoingRefusal } from './outgoing-refusal'

/** A host and port on the way out; the host as WHATWG URL writes it, an IPv6 address without brackets. */
export interface Destination {
  host: string
  port: number
}

/** The longest address that is read, in UTF-16 units. */
const LONGEST_ADDRESS = 8_192

/** An address of the web, read as a browser reads it. Refuses all but http and https, and a user name or password in it. */
export function readAddress(address: string): URL {
  const url = address.length > LONGEST_ADDRESS ? null : parseAddress(address)
  if (!url) throw new OutgoingRefusal('not-an-address')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new OutgoingRefusal('scheme')
  if (url.username || url.password) throw new OutgoingRefusal('credentials')
  return url
}

/** Where an address that was read leads to; without a port in it, to port 80 or 443. */
export function destinationOf({ hostname, port, protocol }: URL): Destination {
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
  }
}

/** The `host:port` of a CONNECT request (RFC 9110, 9.3.6). Refuses everything else that an address can have. */
export function readAuthority(authority: string): Destination {
  if (!/^[^\s/?#@\\]+:\d{1,5}$/.test(authority)) throw new OutgoingRefusal('not-an-address')
  return destinationOf(readAddress(`http://${authority}`))
}
