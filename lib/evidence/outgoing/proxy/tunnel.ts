import type { Duplex } from 'node:stream'
import type { Way } from '../checked-addresses'
import { connectOutside } from '../connect-outside'
import { readAuthority } from '../destination'
import { statusOf, type Traffic } from './traffic'

/** Joins a client to the host that its CONNECT names (RFC 9110, 9.3.6) where the way out leads there, or tells why not. */
export async function openTunnel(
  authority: string,
  client: Duplex,
  { way, traffic }: { way: Way; traffic: Traffic },
): Promise<void> {
  try {
    traffic.admit()
    const outside = await connectOutside(readAuthority(authority), way, traffic.end.signal)
    client.on('close', () => outside.destroy())
    if (client.destroyed) return void outside.destroy()
    // What has come to its end is still on its way to the client.
    outside.on('close', () => outside.readableEnded || client.destroy())
    traffic.watch(outside)
    client.on('data', ({ length }: Buffer) => traffic.count(length))
    client.write('HTTP/1.1 200 Connection established\r\n\r\n')
    outside.pipe(client).pipe(outside)
  } catch (error) {
    const refusal = traffic.note(authority, error)
    const head = `HTTP/1.1 ${statusOf(refusal)} \r\nContent-Type: text/plain; charset=utf-8\r\n`
    client.end(`${head}Connection: close\r\n\r\n${refusal.message}`)
  }
}
