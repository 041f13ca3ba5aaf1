import { z } from 'zod'
import {
  findSuggestion,
  insertDissent,
  insertSuggestion,
  insertSuggestionDecision,
  type Suggestion,
} from '@/lib/db/discussion/suggestions'
import { newestPlaces } from '@/lib/db/discussion/word-places'
import type { Actor } from '@/lib/domain/policy'
import { Conflict, Refusal } from '@/lib/domain/refusal'
import { assertFits } from '@/lib/domain/text/apply-edits'
import { CHANGE_REASONS, keysOf } from '@/lib/domain/vocabulary'
import { command } from '../command'
import { id, neededProse, prose } from '../fields'
import { findNewest } from '../revisions/newest-revision'
import { about, articleWithClaim, wordsFields, wordsIn } from './selected-words'
import { aboutSuggestion, decided } from './suggestion-subject'

/** Proposes other words for a claim, or for words of the newest text. Empty words propose to cut them. */
export const suggestChange = command('suggestChange', {
  permission: 'suggestion.make',
  input: z.object({
    ...wordsFields,
    after: prose(),
    reason: z.enum(keysOf(CHANGE_REASONS), 'Choose why.'),
    note: prose(),
  }),
  subject: articleWithClaim,

  async run({ actor, input, subject: { claim, ...article }, record }) {
    const { articleId, after, reason, note } = input
    const { revision, anchor } = await wordsIn(actor, { ...article, claim }, input, 'after')
    assertFits(revision.text, revision.blocks, { ...anchor, after })
    const claimId = claim?.id ?? null
    const made = { articleId, claimId, revisionId: revision.id, after, reason, note }
    const suggestionId = await insertSuggestion(actor, made, anchor)
    const [on, before] = [about(articleId, claim), anchor.exact]
    record({ type: 'suggestion.made', ...on, suggestionId, before, after, reason })
    return { suggestionId }
  },
})

const deciding = {
  suggestionId: id,
  /** The decision that the form was opened over; empty when there was none. */
  over: z.string().default(''),
}

/** An editor accepts a change of words, as suggested or in words of their own. It is carried out with the next text. */
export const acceptSuggestion = command('acceptSuggestion', {
  permission: 'suggestion.decide',
  input: z.object({ ...deciding, after: prose() }),
  subject: suggestionForArticle,

  async run({ actor, input: { suggestionId, after, over }, subject, record }) {
    const { suggestion, ...article } = subject
    await assertSuggestionUndecided(actor, suggestion, over, 'after')
    const revision = await findNewest(actor, article, article.revisionNumber)
    const place = (await newestPlaces(actor, article.id))(suggestion)
    if (!place) {
      const message = `“${suggestion.exact}” does not stand in the newest text any more. Suggest the change anew on the words that do.`
      throw new Refusal('conflict', message)
    }
    assertFits(revision.text, revision.blocks, { start: place.start, end: place.end, after })
    const accepted = { kind: 'accepted', after } as const
    const decisionId = await insertSuggestionDecision(actor, suggestionId, accepted)
    const edited = after !== suggestion.after
    record({ type: 'suggestion.accepted', ...aboutSuggestion(suggestion), after, edited })
    return { suggestionId, decisionId }
  },
})

/** An editor lets the words stand as they are, with a reason. */
export const stetSuggestion = command('stetSuggestion', {
  permission: 'suggestion.decide',
  input: z.object({ ...deciding, reason: neededProse('Say why the words stand.') }),
  subject: suggestionForArticle,

  async run({ actor, input: { suggestionId, reason, over }, subject: { suggestion }, record }) {
    await assertSuggestionUndecided(actor, suggestion, over, 'reason')
    await insertSuggestionDecision(actor, suggestionId, { kind: 'stet', reason })
    record({ type: 'suggestion.stet', ...aboutSuggestion(suggestion), reason })
  },
})

/** Whoever made a suggestion takes it back, as long as no editor has decided it. */
export const withdrawSuggestion = command('withdrawSuggestion', {
  permission: 'suggestion.withdraw',
  input: z.object({ suggestionId: id }),
  subject: suggestionForArticle,

  async run({ actor, input: { suggestionId }, subject: { suggestion }, record }) {
    if (suggestion.state !== 'undecided') {
      throw new Refusal('conflict', `${await decided(actor, suggestion)} Nothing was changed.`)
    }
    await insertSuggestionDecision(actor, suggestionId, { kind: 'withdrawn' })
    record({ type: 'suggestion.withdrawn', ...aboutSuggestion(suggestion) })
    return { suggestionId }
  },
})

/** Puts on file that somebody who checks the article does not agree that the words stand. */
export const dissent = command('dissent', {
  permission: 'suggestion.dissent',
  input: z.object({ suggestionId: id, text: neededProse('Say what you object to.') }),
  subject: suggestionForArticle,

  async run({ actor, input, subject: { suggestion }, record }) {
    if (suggestion.state !== 'stet') {
      throw new Refusal(
        'conflict',
        'No editor lets these words stand, so there is nothing to object to.',
      )
    }
    await insertDissent(actor, input)
    record({ type: 'suggestion.dissented', ...aboutSuggestion(suggestion), text: input.text })
  },
})

async function suggestionForArticle(actor: Actor, { suggestionId }: { suggestionId: string }) {
  const suggestion = await findSuggestion(actor, suggestionId)
  return suggestion && { ...suggestion.article, madeById: suggestion.madeById, suggestion }
}

/** Refuses to decide what was applied or withdrawn, and shows a decision that the form was not opened over. */
async function assertSuggestionUndecided(
  actor: Actor,
  suggestion: Suggestion,
  over: string,
  field: string,
): Promise<void> {
  const [last] = suggestion.decisions
  if (suggestion.state === 'applied' || suggestion.state === 'withdrawn') {
    throw new Refusal('conflict', `${await decided(actor, suggestion)} There is nothing to decide.`)
  }
  if ((last?.id ?? '') === over) return
  throw new Conflict(
    `${await decided(actor, suggestion)} Send again to decide otherwise; both stay on record.`,
    {
      [field]: `Stored now: ${last?.kind === 'stet' ? `stet, “${last.reason}”` : `accepted, “${last?.after}”`}`,
    },
    { over: last?.id ?? '' },
  )
}
