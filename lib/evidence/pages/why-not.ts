import { Refusal } from '@/lib/domain/refusal'
import { parseAddress } from '@/lib/domain/web-address'
import { destinationOf } from '../outgoing/destination'
import { inSeconds } from '../outgoing/limits'
import { OutgoingRefusal, type Why } from '../outgoing/outgoing-refusal'
import type { RefusedRequest } from '../outgoing/proxy/traffic'

/** Why a page did not come: as the way out says, where it was what refused, or else by the browser's name for it. */
export function whyNot(
  error: string,
  { address, refused, time }: { address: string; refused: RefusedRequest[]; time: number },
): Refusal {
  const told = refusedAt(address, refused)
  if (told) return told
  if (error === 'download') {
    const message = 'There is no page at this address, but a file. Save it and attach the file.'
    return new Refusal('invalid', message, { address: message })
  }
  if (/TIMED_OUT/.test(error)) return new OutgoingRefusal('too-slow', inSeconds(time))
  const [, why] = NAMES.find(([name]) => name.test(error)) ?? [null, 'dropped' as const]
  return new OutgoingRefusal(why, detailOf(why, address))
}

/** After how many redirects a browser gives up. */
const MOST_REDIRECTS = '20'

function detailOf(why: Why, address: string): string {
  const url = parseAddress(address)
  if (why === 'port' && url) return String(destinationOf(url).port)
  return why === 'too-many-redirects' ? MOST_REDIRECTS : ''
}

/** What the way out said of an address, in plain or to the host that it names. */
export function refusedAt(
  address: string,
  refused: readonly RefusedRequest[],
): OutgoingRefusal | null {
  const url = parseAddress(address)
  if (!url) return null
  const { host, port } = destinationOf(url)
  url.hash = ''
  const asked = [url.href, `${host}:${port}`, `[${host}]:${port}`]
  const one = refused.find((each) => asked.includes(each.address))
  return one ? new OutgoingRefusal(one.why, detailOf(one.why, address)) : null
}

const NAMES: [RegExp, Why][] = [
  [/CERT_|SSL_/, 'certificate'],
  [/UNSAFE_PORT/, 'port'],
  [/TOO_MANY_REDIRECTS/, 'too-many-redirects'],
  [/UNSAFE_REDIRECT|UNKNOWN_URL_SCHEME|DISALLOWED_URL_SCHEME/, 'scheme'],
  [/INVALID_|RESPONSE_HEADERS|CONTENT_DECODING|HTTP2_|HTTP_RESPONSE/, 'bad-answer'],
]
