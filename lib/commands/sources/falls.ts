import { z } from 'zod'
import { listClaimsResting, updateClaims } from '@/lib/db/claims/claims'
import { findSource } from '@/lib/db/sources/sources'
import { updateFallen } from '@/lib/db/sources/trust'
import { onFile } from '@/lib/domain/claims/frame'
import { isOut } from '@/lib/domain/publication/publication'
import { Refusal } from '@/lib/domain/refusal'
import { questionAfterFall } from '@/lib/domain/sources/resting'
import { isFallen } from '@/lib/domain/sources/standable'
import { askEditor } from '../claims/ask-editor'
import { aboutClaim } from '../claims/claim-subject'
import { command } from '../command'
import { nameOf } from '../edit-conflicts'
import { id, neededProse } from '../fields'
import { assertStands } from './standing-source'

/**
 * Says that nothing may rest on a source alone any more. Whatever rests on it and is not out goes to recheck; of what is out
 * the editor is asked whether it has to be corrected.
 */
export const dropSource = command('dropSource', {
  permission: 'source.manage',
  input: z.object({ sourceId: id, reason: neededProse('Say why it fell.') }),
  subject: (actor, { sourceId }) => findSource(actor, sourceId),

  async run({ actor, input: { reason }, subject: source, record }) {
    assertStands(source)
    if (isFallen(source)) {
      const who = await nameOf(actor, source.fellById ?? '')
      throw new Refusal(
        'conflict',
        `${who} said before that this source fell: ${source.fellReason}`,
      )
    }
    const { id: sourceId, title } = source
    const at = new Date()
    await updateFallen(actor, sourceId, { at, reason })
    const resting = await listClaimsResting(actor, sourceId)
    const out = resting.filter(({ article, status }) => isOut(article.state) && status !== 'cut')
    const inWork = resting.filter(({ article }) => !isOut(article.state))
    const open = inWork.filter(({ status }) => status !== 'cut')
    const fallen = { saidVerdict: null, soVerdict: null, shakenAt: at, ...onFile(null) }
    await updateClaims(actor, idsOf(inWork), fallen)
    await updateClaims(actor, idsOf(open), { status: 'recheck' })
    const counts = { rechecked: open.length, asked: out.length }
    record({ type: 'source.fell', sourceId, title, reason, ...counts })
    for (const claim of open) {
      record({ type: 'claim.sent-to-recheck', ...aboutClaim(claim), sourceId, title, reason })
    }
    const question = questionAfterFall({ title, reason })
    for (const claim of out) await askEditor(actor, claim, { question, record })
    return counts
  },
})

/** Says that a source stands again. What was sent to recheck stays there: a verdict is given by a person. */
export const restoreSource = command('restoreSource', {
  permission: 'source.manage',
  input: z.object({ sourceId: id }),
  subject: (actor, { sourceId }) => findSource(actor, sourceId),

  async run({ actor, subject: source, record }) {
    if (!isFallen(source)) throw new Refusal('conflict', 'This source stands already.')
    await updateFallen(actor, source.id, null)
    record({ type: 'source.stood-again', sourceId: source.id, title: source.title })
  },
})

const idsOf = (claims: readonly { id: string }[]) => claims.map(({ id }) => id)
