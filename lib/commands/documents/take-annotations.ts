import { z } from 'zod'
import { findArticle } from '@/lib/db/articles/articles'
import { findClaim, insertClaim } from '@/lib/db/claims/claims'
import { insertComment } from '@/lib/db/discussion/comments'
import { insertSource, type SourceDetails } from '@/lib/db/sources/sources'
import { anchorAt } from '@/lib/domain/anchoring/anchor'
import type { DeskEvent } from '@/lib/domain/audit/events'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { CLAIM_TYPES, keysOf } from '@/lib/domain/vocabulary'
import { command } from '../command'
import { id, line, parsedJson, prose } from '../fields'
import { findNewest, recount } from '../revisions/newest-revision'
import { attach } from '../sources/evidence'
import { evidenceDetails } from '../sources/evidence-fields'
import { sourceDetails } from '../sources/sources'
import { CitedSources } from './cited-sources'

/** How many are made claims at once: each is an entry of the log. */
const MOST = 500

/** How much the words of one place can rest on. */
const MOST_EVIDENCE = 50

const place = z.object({
  /** In the list that it came from. */
  number: z.number().int().positive(),
  start: z.number().int(),
  end: z.number().int(),
  words: z.string(),
  type: z.enum(keysOf(CLAIM_TYPES)),
  claimant: line().transform((name) => name || null),
  note: prose(),
  evidence: z
    .array(
      evidenceDetails
        .omit({ captureId: true, passage: true })
        .extend({ source: sourceDetails.omit({ note: true }) }),
    )
    .max(MOST_EVIDENCE, `At most ${MOST_EVIDENCE} pieces of evidence for one place.`)
    .default([]),
})

/**
 * Makes claims of words that an annotation list from elsewhere names, as a person chose them; what was said of the words
 * there becomes a comment, and what they rest on there, evidence. All of them or none: where one does not stand as it was shown, nothing is stored.
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
    const sources = new CitedSources(actor, (details) => putOnFile(actor, details, record))
    for (const { number: inList, words, type, claimant, note, evidence, ...span } of places) {
      const anchor = anchorAt(revision.text, span)
      if (anchor.exact !== words) {
        const message = `The words of number ${inList} are “${anchor.exact}” now, not “${words}”. Nothing was stored; open the list again.`
        throw new Refusal('conflict', message, { places: message })
      }
      const claim = ++claimCount
      const details = { type, risks: [], claimant, assigneeId: null }
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
      if (evidence.length > 0) await cite(actor, { claimId, evidence, sources, record })
      made.push(claim)
    }
    await recount(actor, article, revision, { claimCount })
    return { made }
  },
})

async function putOnFile(
  actor: Actor,
  details: SourceDetails,
  record: (event: DeskEvent) => void,
): Promise<{ id: string; title: string }> {
  const id = await insertSource(actor, details)
  const { title, kind } = details
  record({ type: 'source.added', sourceId: id, title, kind })
  return { id, title }
}

async function cite(
  actor: Actor,
  {
    claimId,
    evidence,
    sources,
    record,
  }: {
    claimId: string
    evidence: z.output<typeof place>['evidence']
    sources: CitedSources
    record: (event: DeskEvent) => void
  },
): Promise<void> {
  const claim = await findClaim(actor, { id: claimId })
  if (!claim) throw new Error(`claim ${claimId} was just made`)
  for (const { source: cited, ...said } of evidence) {
    const source = await sources.of(cited)
    const input = { ...said, captureId: null, passage: null }
    await attach(actor, { claim, input, source, record })
  }
}
