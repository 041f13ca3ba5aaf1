import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Way } from '../checked-addresses'
import { connectOutside } from '../connect-outside'
import { destinationOf, readAddress } from '../destination'
import { OutgoingRefusal } from '../outgoing-refusal'
import { toldAs } from '../told-as'
import { statusOf, type Traffic } from './traffic'

/** Asks for a client what its request names in absolute form (RFC 9112, 3.2.2), over http alone, or tells why not. */
export async function forward(
  asked: IncomingMessage,
  answer: ServerResponse,
  { way, traffic }: { way: Way; traffic: Traffic },
): Promise<void> {
  try {
    traffic.admit()
    const url = readAddress(asked.url ?? '')
    if (url.protocol !== 'http:') throw new OutgoingRefusal('scheme')
    const outside = await connectOutside(destinationOf(url), way, traffic.end.signal)
    answer.on('close', () => outside.destroy())
    if (answer.destroyed) return void outside.destroy()
    const response = await passOn(asked, url, { outside, traffic })
    response.on('error', () => answer.destroy())
    answer.writeHead(response.statusCode ?? 0, endToEnd(response))
    response.pipe(answer)
  } catch (error) {
    const refusal = traffic.note(asked.url ?? '', error)
    answer.writeHead(statusOf(refusal), { 'content-type': 'text/plain; charset=utf-8' })
    answer.end(refusal.message)
  }
}

function passOn(
  asked: IncomingMessage,
  url: URL,
  { outside, traffic }: { outside: Socket; traffic: Traffic },
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const framing = asked.headers['transfer-encoding'] ? ['Transfer-Encoding', 'chunked'] : []
    const question = request({
      createConnection: () => outside,
      method: asked.method,
      path: url.pathname + url.search,
      headers: ['Host', url.host, ...endToEnd(asked), ...framing],
      insecureHTTPParser: false,
    })
    const fail = (error?: Error) => {
      outside.destroy()
      reject(toldAs(error, traffic.end.signal))
    }
    question.on('error', fail).on('close', fail)
    question.once('response', (response) => {
      question.off('close', fail)
      const isFinal = (response.statusCode ?? 0) >= 200
      if (isFinal) resolve(response)
      else fail(new OutgoingRefusal('bad-answer'))
    })
    question.once('socket', () => traffic.watch(outside))
    asked.on('data', ({ length }: Buffer) => traffic.count(length))
    asked.pipe(question)
  })
}

/** The headers that are meant for the other end (RFC 9110, 7.6.1); which host that is the address says. */
function endToEnd({ rawHeaders, headers }: IncomingMessage): string[] {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase())
  const kept: string[] = []
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2)
    if (!HOP_BY_HOP.test(name) && !named.includes(name.toLowerCase())) kept.push(name, value)
  }
  return kept
}

const HOP_BY_HOP = /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|host)$/i
