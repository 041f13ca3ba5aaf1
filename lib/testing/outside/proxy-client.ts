import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import type { OutgoingProxy } from '../../evidence/outgoing/proxy/outgoing-proxy'

/** All that a proxy answers to these requests, each a method and what it asks for, on one connection. */
export async function askProxy(
  { server, username, password }: OutgoingProxy,
  ...requests: string[]
): Promise<string> {
  const basic = Buffer.from(`${username}:${password}`).toString('base64')
  const heads = requests.map((request, index) => {
    const last = index === requests.length - 1 ? 'Connection: close\r\n' : ''
    return `${request} HTTP/1.1\r\nHost: proxy\r\n${last}Proxy-Authorization: Basic ${basic}\r\n\r\n`
  })
  return sendRaw(server, heads.join(''))
}

/** What a server answers to these very bytes, until it closes the connection. */
export function sendRaw(server: string, sent: string): Promise<string> {
  const { hostname, port } = new URL(server)
  const socket = connect({ host: hostname, port: Number(port) })
  socket.write(sent)
  return text(socket)
}
