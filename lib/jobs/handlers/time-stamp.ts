import { z } from 'zod'
import { failTimeStamp, keepTimeStamp } from '@/lib/commands/captures/time-stamps'
import { listAllowedHosts } from '@/lib/db/captures/allowed-hosts'
import { findTimeStamp } from '@/lib/db/captures/time-stamps'
import { fetchOutside } from '@/lib/evidence/outgoing/fetch-outside'
import { type FetchOutside, requestTimeStamp } from '@/lib/evidence/time-stamps/ask'
import type { Handler } from './handler'

const input = z.object({ stampId: z.string() })

/**
 * Asks an authority to date a kept file, and keeps its answer or why there is none: that it will be asked again is the
 * command's to say. Does nothing where the date came meanwhile.
 */
export const timeStamp: Handler = async (job, { actor, report, signal }) => {
  const { stampId } = input.parse(job.input)
  const on = { stampId, formId: job.id }
  const stamp = await findTimeStamp(actor, stampId)
  if (stamp?.state !== 'pending') return {}
  const { authority, sha256 } = stamp
  if (authority.removedAt) {
    await failTimeStamp(actor, { ...on, says: REMOVED, isFinal: true })
    return {}
  }
  report(10, `Asking ${authority.name}`)
  const allowed = await listAllowedHosts(actor)
  const answer = await requestTimeStamp(authority.address, sha256, {
    fetchOutside: outside({ allowed, signal }),
    anchors: authority.certificates || undefined,
  })
  if (answer.outcome === 'failed') {
    await failTimeStamp(actor, { ...on, says: answer.message })
    return {}
  }
  const { response, genTime: datedAt } = answer
  await keepTimeStamp(actor, { ...on, response, datedAt })
  return {}
}

const REMOVED = 'The authority was taken off the newsroom’s list before it answered.'

/** The way out, for a question of a few bytes that is answered at once. */
function outside(
  way: Pick<Parameters<typeof fetchOutside>[1] & object, 'allowed' | 'signal'>,
): FetchOutside {
  return async (url, { headers, body, limits }) => {
    const answer = await fetchOutside(url, {
      ...{ ...way, headers, body },
      limits: { bytes: limits.bytes, totalTime: 30_000 },
    })
    const type = answer.headers['content-type']
    return { status: answer.status, headers: { 'content-type': type }, body: answer.body }
  }
}
