import { z } from 'zod'
import { findArticle } from '@/lib/db/articles/articles'
import { insertClaim } from '@/lib/db/claims/claims'
import { insertComment } from '@/lib/db/discussion/comments'
import { anchorAt } from '@/lib/domain/anchoring/anchor'
import { Refusal } from '@/lib/domain/refusal'
import { CLAIM_TYPES, keysOf } from '@/lib/domain/vocabulary'
import { command } from '../command'
import { id, parsedJson, prose } from '../fields'
import { findNewest, recount } from '../revisions/newest-revision'

/** How many are made claims at once: each is an entry of the log. */
const MOST = 500

const place = z.object({
  /** In the list that it came from. */
  number: z.number().int().positive(),
  start: z.number().int(),
  end: z.number().int(),
  words: z.string(),
  type: z.enum(keysOf(CLAIM_TYPES)),
  note: prose(),
})

/**
 * Makes claims of words that an annotation list from elsewhere names, as a person chose them; what was said of the words
 * there becomes a comment. All of them or none: where one does not stand as it was shown, nothing is stored.
 */
export const takeAnnotations = command('takeAnnotations', {
  permission: 'claim.mark',
  input: z.object({
    articleId: id,
    revision: z.coerce.number().int().positive(),
    places: z.preprocess(
      parsedJson,
      z
        .array(place, 'Choose what becomes a claim.')
        .min(1, 'Choose what becomes a claim.')
        .max(MOST, `At most ${MOST} at once.`),
    ),
  }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { articleId, revision: number, places }, subject: article, record }) {
    const revision = await findNewest(actor, article, number)
    let claimCount = article.claimCount
    const made: number[] = []
    for (const { number: inList, words, type, note, ...span } of places) {
      const anchor = anchorAt(revision.text, span)
      if (anchor.exact !== words) {
        const message = `The words of number ${inList} are “${anchor.exact}” now, not “${words}”. Nothing was stored; open the list again.`
        throw new Refusal('conflict', message, { places: message })
      }
      const claim = ++claimCount
      const details = { type, risks: [], claimant: null, assigneeId: null }
      const on = { articleId, revisionId: revision.id, number: claim, anchor }
      const claimId = await insertClaim(actor, on, details)
      const about = { articleId, claimId, number: claim }
      const { start, end } = anchor
      record({
        type: 'claim.marked',
        ...about,
        words,
        start,
        end,
        revision: number,
        claimType: type,
      })
      if (note) {
        const commentId = await insertComment(actor, { claimId, text: note, mentioned: [] })
        record({ type: 'comment.written', ...about, commentId, text: note, mentions: [] })
      }
      made.push(claim)
    }
    await recount(actor, article, revision, { claimCount })
    return { made }
  },
})
