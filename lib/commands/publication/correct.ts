import { z } from 'zod'
import { type Article, updateArticleStanding } from '@/lib/db/articles/articles'
import { findClaim, listClaims } from '@/lib/db/claims/claims'
import type { Claim } from '@/lib/db/claims/whole-claims'
import { countCorrections, insertCorrection } from '@/lib/db/publication/corrections'
import { findRevision, type Revision } from '@/lib/db/revisions/revisions'
import { anchorAt } from '@/lib/domain/anchoring/anchor'
import type { Actor } from '@/lib/domain/policy'
import { claimAround, isCorrectable } from '@/lib/domain/publication/publication'
import { Conflict, Refusal } from '@/lib/domain/refusal'
import { applySuggestions, placesAfter } from '@/lib/domain/text/apply-edits'
import { layOut, type Span } from '@/lib/domain/text/blocks'
import { ARTICLE_STATES, CORRECTION_CAUSES, claimNumber, keysOf } from '@/lib/domain/vocabulary'
import { assertNotCut } from '../claims/claim-subject'
import { command } from '../command'
import { about, articleWithClaim } from '../discussion/selected-words'
import { id, neededProse, optionalId, prose, wordsSeen } from '../fields'
import { assertNewestText, bringIn, workOut } from '../revisions/add-revision'

const offset = z.coerce.number('Choose the words first.').int().optional()

/**
 * Corrects words of a published article: makes the next text of it with the corrected words in place of the published
 * ones, and puts on record what was wrong, why, and what readers are told. A claim around the words is placed on the
 * corrected ones, and has to be checked again. Empty words cut the published ones.
 */
export const correctArticle = command('correctArticle', {
  permission: 'article.correct',
  input: z.object({
    articleId: id,
    /** The number of the revision that was published. */
    base: z.coerce.number().int().positive(),
    /** Without places, all words of the claim are corrected; without a claim, it is the one around the words, if any. */
    claimId: optionalId,
    start: offset,
    end: offset,
    after: prose(),
    /** The words that the form was opened over. */
    over: wordsSeen,
    cause: z.enum(keysOf(CORRECTION_CAUSES), 'Choose how it came to be published.'),
    notice: neededProse('Say what readers are told.'),
  }),
  subject: articleWithClaim,

  // The published text never changes, so that the corrected one can be made before the newsroom's turn is taken.
  async prepare({ actor, input }) {
    const from = await findRevision(actor, input.articleId)
    const words = from?.number === input.base ? await spanToCorrect(actor, from, input) : null
    if (!from || !words) return null
    const { start, end } = words
    const changes = [{ start, end, before: from.text.slice(start, end), after: input.after }]
    const text = layOut(applySuggestions(from.text, from.blocks, changes))
    const said = placesAfter(from.text, from.blocks, changes)
    return { words, from, said, workings: await workOut(actor, from, text) }
  },

  async run({ actor, input, subject: { claim: named, ...article }, prepared, record }) {
    const { articleId, base, after, over, cause, notice } = input
    assertPublished(article)
    await assertNewestText(actor, article, base, STILL_TYPED)
    if (named) assertNotCut(named)
    if (!prepared) throw new Refusal('invalid', named ? NO_PLACE : 'Choose the words first.')
    const { from } = prepared
    const { start, end, exact: published } = anchorAt(from.text, prepared.words)
    if (named) assertAround(named, from, { start, end })
    if (over !== undefined && over !== published) throw otherWords(published)
    const claim = named ?? claimAround(await listClaims(actor, articleId, from.id), { start, end })

    const number = (await countCorrections(actor, articleId)) + 1
    const to = await bringIn(actor, article, { ...prepared, how: 'corrected' }, record)
    await insertCorrection(actor, {
      ...{ articleId, number, claimId: claim?.id ?? null, start, end, cause, notice },
      ...{ publishedRevisionId: from.id, publishedWords: published },
      ...{ revisionId: to.id, correctedWords: after },
    })
    await updateArticleStanding(actor, articleId, { state: 'corrected' })
    record({
      ...{ type: 'article.corrected', ...about(articleId, claim), correction: number },
      ...{ revision: to.number, published, corrected: after, cause, notice },
    })
    return { correction: number, revision: to.number }
  },
})

const STILL_TYPED =
  'Nothing was corrected. What you typed is still here: look at the words as they are now, and correct them there.'

const NO_PLACE =
  'The words of this claim do not stand in the newest text. Say first where it stands, then correct it.'

/** The words that were named, or else those of the claim; null where there are none in this text. */
async function spanToCorrect(
  actor: Actor,
  from: Revision,
  { claimId, start, end }: { claimId: string | null; start?: number; end?: number },
): Promise<Span | null> {
  if (start !== undefined && end !== undefined) return anchorAt(from.text, { start, end })
  const claim = claimId ? await findClaim(actor, { id: claimId }) : null
  return claim?.anchor.revisionId === from.id ? claim.anchor : null
}

function assertPublished({ state }: Article): void {
  if (isCorrectable(state)) return
  const is = `The article is ${ARTICLE_STATES[state].toLowerCase()}`
  throw new Refusal(
    'conflict',
    state === 'withdrawn'
      ? `${is}. Reinstate it first, then correct it.`
      : `${is}, not published: there is nothing to correct yet. Bring in a new revision.`,
  )
}

function otherWords(published: string): Conflict {
  const message = `The words changed while you had this open: they are “${published}” now. Send again to correct these.`
  return new Conflict(message, { after: `Stored now: “${published}”` }, { over: published })
}

/** The claim may have been placed elsewhere since its words were shown. */
function assertAround({ number, anchor }: Claim, from: Revision, words: Span): void {
  const isHere = anchor.revisionId === from.id
  if (isHere && anchor.start <= words.start && words.end <= anchor.end) return
  const message = `These words are not in ${claimNumber(number)} any more. ${STILL_TYPED}`
  throw new Refusal('conflict', message)
}
