import { createHash } from 'node:crypto'
import { z } from 'zod'
import { listAuthorities } from '@/lib/db/captures/authorities'
import { findCapture } from '@/lib/db/captures/captures'
import {
  findTimeStamp,
  updateTimeStampFailed,
  updateTimeStampGranted,
  type WholeTimeStamp,
} from '@/lib/db/captures/time-stamps'
import { insertJob } from '@/lib/db/jobs/jobs'
import { nextTry } from '@/lib/domain/captures/time-stamp'
import { Refusal } from '@/lib/domain/refusal'
import { command } from '../command'
import { id, needed, optionalId } from '../fields'
import { askAt } from './ask-for-stamps'

/**
 * Has the main file of a capture dated at every authority of the newsroom, or at one; each is asked by a job. Refuses where
 * there is none to ask, or all have given their date.
 */
export const stampCapture = command('stampCapture', {
  permission: 'source.keep',
  input: z.object({ captureId: id, authorityId: optionalId }),
  subject: (actor, { captureId }) => findCapture(actor, captureId),

  async run({ actor, input: { authorityId }, subject: capture, record }) {
    const authorities = (await listAuthorities(actor)).filter(
      (one) => authorityId === null || one.id === authorityId,
    )
    if (authorities.length === 0) {
      const message = authorityId ? REMOVED : NONE
      throw new Refusal('invalid', message, { authorityId: message })
    }
    const asked = await askAt(actor, { capture, authorities, record })
    if (asked === 0) throw new Refusal('conflict', 'It is dated already.')
    return { asked }
  },
})

const REMOVED = 'This authority is not on the newsroom’s list any more.'
const NONE = 'The newsroom has no authority that dates captures. An admin can name one in Settings.'

const stampId = id

/**
 * Keeps what an authority answered, and the date that it vouches for, once the job that asked has checked it; no form
 * sends it. Refuses where the date is there already.
 */
export const keepTimeStamp = command('keepTimeStamp', {
  permission: 'source.keep',
  input: z.object({
    stampId,
    response: z.instanceof(Uint8Array<ArrayBuffer>, { message: 'The answer is missing.' }),
    datedAt: z.date('The date is missing.'),
  }),
  subject: (actor, input) => findTimeStamp(actor, input.stampId),

  async run({ actor, input: { response, datedAt }, subject: stamp, record }) {
    assertNotDated(stamp)
    await updateTimeStampGranted(actor, stamp.id, { response, datedAt })
    record({
      type: 'time-stamp.granted',
      ...about(stamp),
      datedAt: datedAt.toISOString(),
      response: createHash('sha256').update(response).digest('hex'),
    })
  },
})

/**
 * Notes why an authority gave no date, and has it asked again after a while, which grows from a minute to a day; after the
 * sixth time, or where `isFinal`, it is left to a person. No form sends it.
 */
export const failTimeStamp = command('failTimeStamp', {
  permission: 'source.keep',
  input: z.object({
    stampId,
    says: needed('Why it failed is missing.', 2_000),
    isFinal: z.boolean().default(false),
  }),
  subject: (actor, input) => findTimeStamp(actor, input.stampId),

  async run({ actor, input: { says, isFinal }, subject: stamp, record }) {
    assertNotDated(stamp)
    const runAt = isFinal ? null : nextTry(stamp.attempts + 1, new Date())
    await updateTimeStampFailed(actor, stamp.id, { says, isLast: runAt === null })
    if (runAt) {
      const input = { stampId: stamp.id }
      await insertJob(actor, { kind: 'time_stamp', input, captureId: stamp.captureId, runAt })
    }
    const again = runAt?.toISOString() ?? null
    record({ type: 'time-stamp.failed', ...about(stamp), says, again })
  },
})

function assertNotDated({ state }: WholeTimeStamp): void {
  if (state === 'granted') throw new Refusal('conflict', 'It is dated already.')
}

function about({ captureId, sha256, authority, capture: { source } }: WholeTimeStamp) {
  const { id: sourceId, title } = source
  return { captureId, sourceId, title, sha256, authority: authority.name }
}
