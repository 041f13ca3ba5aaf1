import { type IncomingMessage, request } from 'node:http'
import type { Socket } from 'node:net'
import type { Way } from './checked-addresses'
import { connectOutside, secured } from './connect-outside'
import type { Deadline } from './deadline'
import { ACCEPT_ENCODING } from './decoding-stages'
import { destinationOf } from './destination'
import { toldAs } from './told-as'

/** The headers that a request may bring; none of them says who asks. */
export type QuestionHeaders = Partial<
  Record<'accept' | 'accept-language' | 'content-type' | 'user-agent' | `webhook-${string}`, string>
>

/** One request; a body makes it a POST. */
export interface Question {
  url: URL
  headers: QuestionHeaders
  body?: Uint8Array
  ca?: string
}

export interface Answer {
  response: IncomingMessage
  /** The IP address that was connected to. */
  ip: string
  /** When the answer's head had come. */
  time: Date
}

/** The largest head of an answer, in bytes. */
const LARGEST_HEAD = 65_536

/** Asks once, on a connection of its own, for what this very address gives; redirects are not followed. */
export async function ask(question: Question, way: Way, deadline: Deadline): Promise<Answer> {
  const { url, ca } = question
  const { signal } = deadline
  const socket = await connectOutside(destinationOf(url), way, signal)
  const ip = socket.remoteAddress ?? ''
  deadline.watch(socket)
  const isSafe = url.protocol === 'https:'
  const connection = isSafe ? await secured(socket, destinationOf(url), { ca, signal }) : socket
  return { response: await answerOn(connection, question, signal), ip, time: new Date() }
}

function answerOn(
  connection: Socket,
  { url, headers, body }: Question,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request({
      createConnection: () => connection,
      method: body ? 'POST' : 'GET',
      path: url.pathname + url.search,
      headers: {
        host: url.host,
        'user-agent': 'Stet',
        accept: '*/*',
        ...headers,
        'accept-encoding': ACCEPT_ENCODING,
      },
      insecureHTTPParser: false,
      maxHeaderSize: LARGEST_HEAD,
    })
    const fail = (error?: Error) => {
      connection.destroy()
      reject(toldAs(error, signal))
    }
    asked.once('response', (response) => {
      resolve(response)
      asked.off('close', fail)
      // Of what cannot be read in a body, only the request is told why.
      asked.on('error', (error) => response.destroy(error))
    })
    asked.on('error', fail).on('close', fail)
    asked.end(body)
  })
}
