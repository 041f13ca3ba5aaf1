import { z } from 'zod'
import { findArticle } from '@/lib/db/articles/articles'
import {
  findBoxStandings,
  insertReadersBox,
  insertReadersBoxEnd,
  listStandingReadersBoxes,
} from '@/lib/db/publication/readers-boxes'
import { findReport } from '@/lib/db/report/find-report'
import { findRevision, findWriting } from '@/lib/db/revisions/revisions'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { readersBoxOf, whyNotTold } from '@/lib/domain/report/readers-box'
import type { Report } from '@/lib/domain/report/schema'
import { signatureFor } from '@/lib/domain/report/signatures'
import { writersOf } from '@/lib/domain/revisions/writing'
import { claimNumber } from '@/lib/domain/vocabulary'
import { command } from '../command'
import { id, neededProse, several } from '../fields'
import { assertSeen } from '../seen'

async function articleOf(actor: Actor, { articleId }: { articleId: string }) {
  const article = await findArticle(actor, { id: articleId })
  return article && { ...article, wroteIds: writersOf(await findWriting(actor, articleId)) }
}

/**
 * Signs for what readers are told of how an article was checked: of the claims that an editor chose, and of a text that
 * is signed off. It falls by itself when the text or one of these claims changes; one that stood before is replaced.
 */
export const signReadersBox = command('signReadersBox', {
  permission: 'sign-off.give',
  input: z.object({
    articleId: id,
    claims: several(z.coerce.number().int().positive()).refine(
      (numbers) => numbers.length > 0,
      'Choose the claims that readers are told about.',
    ),
    /** Where the log ended when the page was made on which the editor read what they sign. */
    seen: z.coerce.number().int().nonnegative(),
  }),
  subject: articleOf,

  async run({ actor, input: { articleId, claims: sent, seen }, subject: article, record }) {
    await assertSeen(actor, articleId, seen)
    const report = await findReport(actor, article.slug)
    const revision = await findRevision(actor, articleId)
    if (!report || !revision) throw new Error(`article ${articleId} has no report`)
    assertSigned(report)
    const claims = [...new Set(sent)].sort((one, other) => one - other)
    for (const number of claims) assertTold(report, number)

    const standings = await findBoxStandings(actor, articleId, claims)
    const [before] = await listStandingReadersBoxes(actor, [articleId])
    if (before) await insertReadersBoxEnd(actor, { boxId: before.id, kind: 'replaced' })
    const boxId = await insertReadersBox(actor, {
      ...{ articleId, revisionId: revision.id, sha256: revision.sha256, claims },
      standings: claims.map((number) => standings.get(number) ?? ''),
      box: readersBoxOf(report, claims.map(claimNumber)),
    })
    record({
      ...{ type: 'readers-box.signed', articleId, boxId, revision: revision.number, claims },
      ...(before && { instead: before.id }),
    })
    return { boxId }
  },
})

/** Takes a reader's box back. It stays on record. */
export const revokeReadersBox = command('revokeReadersBox', {
  permission: 'sign-off.revoke',
  input: z.object({
    articleId: id,
    boxId: id,
    reason: neededProse('Say why you take it back.'),
  }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { articleId, boxId, reason }, record }) {
    const [standing] = await listStandingReadersBoxes(actor, [articleId])
    if (standing?.id !== boxId) {
      throw new Refusal('conflict', 'This reader’s box holds no more. Look at what is signed now.')
    }
    await insertReadersBoxEnd(actor, { boxId, kind: 'revoked', reason })
    const { revision } = standing
    record({ type: 'readers-box.revoked', articleId, boxId, revision, reason })
  },
})

function assertSigned({ signOffs = [], revision }: Report): void {
  const signature = signatureFor(signOffs, revision)
  if (signature && !signature.emergency) return
  throw new Refusal(
    'conflict',
    'This text is not signed off in full, so readers cannot be told that it was checked.',
  )
}

function assertTold({ claims }: Report, number: number): void {
  const claim = claims.find((one) => one.number === claimNumber(number))
  const why = claim ? whyNotTold(claim) : 'It is not in this text.'
  if (why === null) return
  const message = `${claimNumber(number)}: ${why} Leave it out.`
  throw new Refusal('invalid', message, { claims: message })
}
