import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import type { Deadline } from './deadline'
import { decodingStages } from './decoding-stages'
import { toldAs } from './told-as'

/**
 * The body of an answer, decoded as it is read, so that it takes no memory. It fails at the limit of bytes, at the
 * deadline and where the answer breaks off; with its end or failure the connection is closed and the deadline done.
 */
export async function readBody(
  response: IncomingMessage,
  most: { bytes: number },
  { signal, done }: Deadline,
): Promise<Readable> {
  const stages = await decodingStages(response, most).catch((error) => {
    response.destroy()
    throw toldAs(error, signal)
  })
  const isBroken = response.errored || (response.destroyed && !response.complete)
  if (isBroken || signal.aborted) throw toldAs(response.errored, signal)
  const body = stages.reduce<Readable>((from, to) => from.pipe(to), response)
  const fail = (error?: unknown) => body.destroy(toldAs(error, signal))
  for (const stage of [response, ...stages.slice(0, -1)]) stage.on('error', fail)
  response.on('close', () => {
    if (!response.complete) fail()
  })
  signal.addEventListener('abort', fail)
  // Whoever reads hears of a failure all the same; a body that is never read must not end the process.
  body.on('error', () => {})
  body.on('close', () => {
    signal.removeEventListener('abort', fail)
    for (const stage of [response, ...stages]) stage.destroy()
    done()
  })
  return body
}
