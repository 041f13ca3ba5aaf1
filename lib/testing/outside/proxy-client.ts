import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import type { OutgoingProxy } from '../../evidence/outgoing/proxy/outgoing-proxy'

/** All that a proxy answers to these lines, sent with its credentials or these. */
export async function askProxy(
  { server, username, password }: OutgoingProxy,
  line: string,
  { headers = [], body = '', credentials = `${username}:${password}` }: {
    headers?: string[]
    body?: string
    credentials?: string
  } = {},
): Promise<string> {
  const { hostname, port } = new URL(server)
  const socket = connect({ host: hostname, port: Number(port) })
  const basic = Buffer.from(credentials).toString('base64')
  const lines = [line, 'Host: proxy', 'Connection: close', `Proxy-Authorization: Basic ${basic}`]
  socket.write(`${[...lines, ...headers].join('\r\n')}\r\n\r\n${body}`)
  return text(socket)
}
