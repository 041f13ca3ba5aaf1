import { rateLimit } from '../../live/rate-limit'
import { Problem } from './problems'

/** How many requests a token may send at once, and how many a second in the long run, to each process. */
const BURST = 300
const PER_SECOND = 20

const requests = rateLimit({ burst: BURST, perSecond: PER_SECOND })

/** Counts a request against a token, or a network that shows none that is good, and refuses it when there were too many. */
export function takeRequest(by: string): void {
  if (requests(by)) return
  const headers = { ...limitHeaders(by), 'retry-after': String(requests.standing(by).wait || 1) }
  throw new Problem('too-many-requests', `Wait ${headers['retry-after']} s and try again.`, {
    headers,
  })
}

/** How much is left, in the fields that are being standardised for it (draft-ietf-httpapi-ratelimit-headers). */
export function limitHeaders(by: string): Record<string, string> {
  const { left, whole } = requests.standing(by)
  return {
    'ratelimit-policy': `"requests";q=${BURST};w=${BURST / PER_SECOND}`,
    ratelimit: `"requests";r=${left};t=${whole}`,
  }
}
