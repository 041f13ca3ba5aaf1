import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import { parseAddress } from '@/lib/domain/web-address'
import { type Answer, ask, type Question, type QuestionHeaders } from './ask'
import type { Way } from './checked-addresses'
import { type Deadline, startDeadline } from './deadline'
import { readAddress } from './destination'
import { LIMITS, type Limits } from './limits'
import { OutgoingRefusal } from './outgoing-refusal'
import { readBody } from './read-body'

/** What may be asked: a body makes it a POST. No header that tells who asks can be sent. */
export interface OutsideOptions extends Way {
  headers?: QuestionHeaders
  body?: Uint8Array
  limits?: Partial<Limits>
  /** Certificates (PEM) of authorities that are believed besides the usual ones. */
  ca?: string
  /** Calls the request off; it then fails with this signal's reason. */
  signal?: AbortSignal
}

/** A step on the way to what was asked for: who sent it on, when, and where to. */
export interface Redirect {
  address: string
  status: number
  time: Date
  to: string
}

export interface OutsideAnswer {
  /** The address that answered, after all redirects. */
  address: string
  redirects: readonly Redirect[]
  /** The IP address that it was connected to. */
  ip: string
  time: Date
  status: number
  headers: IncomingHttpHeaders
  /** Name, value, name, value, as they came. */
  rawHeaders: readonly string[]
  /** Decoded, and failing with an `OutgoingRefusal` at a limit or if it breaks off. Read it to its end or destroy it. */
  body: Readable
}

/**
 * The only way in which Stet asks the outside world. Goes to global addresses alone and to hosts that were allowed, on
 * each redirect anew (RFC 9110, 15.4); sends no cookies and no credentials; keeps to limits of size and time. Refuses
 * with an `OutgoingRefusal`; an answer of any status, 404 too, is an answer.
 */
export async function fetchOutside(
  address: string,
  options: OutsideOptions = {},
): Promise<OutsideAnswer> {
  const limits = { ...LIMITS, ...options.limits }
  const deadline = startDeadline(limits, options.signal)
  const redirects: Redirect[] = []
  try {
    const { answer, url } = await arrive(address, options, { limits, deadline, redirects })
    const { response, ip, time } = answer
    const { statusCode: status = 0, headers, rawHeaders } = response
    const body = await readBody(response, limits, deadline)
    return { address: url.href, redirects, ip, time, status, headers, rawHeaders, body }
  } catch (error) {
    deadline.done()
    throw toldWithWay(error, redirects)
  }
}

async function arrive(
  address: string,
  { headers = {}, body, ca, ...way }: OutsideOptions,
  { limits, deadline, redirects }: { limits: Limits; deadline: Deadline; redirects: Redirect[] },
): Promise<{ answer: Answer; url: URL }> {
  const question: Question = { url: readAddress(address), headers, body, ca }
  for (;;) {
    const { url } = question
    const answer = await ask(question, way, deadline)
    const { statusCode: status = 0, headers: told } = answer.response
    const isFollowed = REDIRECTS.includes(status) && limits.redirects > 0
    const location = isFollowed ? told.location : undefined
    if (location === undefined) return { answer, url }
    answer.response.destroy()
    const to = absolute(location, url)
    redirects.push({ address: url.href, status, time: answer.time, to })
    if (redirects.length > limits.redirects) {
      throw new OutgoingRefusal('too-many-redirects', String(limits.redirects))
    }
    question.url = readAddress(to)
    if (!KEEPING_BODY.includes(status)) question.body = undefined
  }
}

const REDIRECTS = [301, 302, 303, 307, 308]
const KEEPING_BODY = [307, 308]

/** Node reads headers as Latin-1; an address in one is meant as UTF-8, and keeps the fragment that was asked for. */
function absolute(location: string, base: URL): string {
  const meant = Buffer.from(location, 'latin1').toString()
  const url = parseAddress(meant, base)
  if (!url) return meant
  if (!url.hash) url.hash = base.hash
  return url.href
}

function toldWithWay(error: unknown, redirects: readonly Redirect[]): unknown {
  const last = redirects.at(-1)
  if (!last || !(error instanceof OutgoingRefusal) || error.why === 'too-many-redirects') {
    return error
  }
  return new OutgoingRefusal(error.why, error.detail, last.to)
}
