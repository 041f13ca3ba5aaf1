import { z } from 'zod'
import { findArticle } from '@/lib/db/articles/articles'
import {
  findSuggestion,
  listSuggestions,
  type SuggestionShown,
  updateSuggestionsApplied,
} from '@/lib/db/discussion/suggestions'
import { findRevision } from '@/lib/db/revisions/revisions'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Writers } from '@/lib/domain/revisions/writing'
import { type AcceptedChange, applySuggestions, placesAfter } from '@/lib/domain/text/apply-edits'
import { layOut, type Span } from '@/lib/domain/text/blocks'
import { command } from '../command'
import { id, parsedJson } from '../fields'
import { assertOther, assertRevisable, bringIn, workOut } from '../revisions/add-revision'
import { aboutSuggestion, decided } from './suggestion-subject'

const NONE = 'Choose the changes that are to be applied.'

/** A suggestion as it was chosen, with the decision that was seen then. */
const chosen = z.object({ suggestionId: id, over: id })

/**
 * Makes a new text of accepted suggestions, all of them at once or none. A claim that an applied change lies in is placed on
 * the words that the change puts there, and on other words it has to be checked again.
 */
export const applyAccepted = command('applyAccepted', {
  permission: 'suggestion.apply',
  input: z.object({
    articleId: id,
    /** The number of the revision in which they were chosen. */
    base: z.coerce.number().int().positive(),
    suggestions: z.preprocess(parsedJson, z.array(chosen, NONE).min(1, NONE)),
  }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  // Neither texts nor decisions ever change, so that the new text can be made before the newsroom's turn is taken.
  async prepare({ actor, input: { articleId, base, suggestions } }) {
    const from = await findRevision(actor, articleId)
    const changes = await changesOf(actor, articleId, suggestions)
    if (from?.number !== base || !changes) return null
    const text = layOut(applySuggestions(from.text, from.blocks, changes))
    const said = placesAfter(from.text, from.blocks, changes)
    return { from, said, workings: await workOut(actor, from, text) }
  },

  async run({ actor, input, subject: article, prepared, record }) {
    const { articleId, base, suggestions } = input
    await assertRevisable(actor, article, base, STILL_CHOSEN)
    const applied = await assertAccepted(actor, input)
    if (!prepared) throw new Error(`the changes of ${articleId} were not worked out`)
    assertOther(prepared.from, prepared.workings.to)
    const broughtBy = writersAt(applied, prepared.said)
    const to = await bringIn(actor, article, { ...prepared, broughtBy }, record)
    const ids = suggestions.map(({ suggestionId }) => suggestionId)
    await updateSuggestionsApplied(actor, ids, to.id)
    const { number: revision } = to
    for (const { about, after } of applied) {
      record({ type: 'suggestion.applied', ...about, after, revision })
    }
    return { revision, applied: applied.length }
  },
})

type Chosen = z.output<typeof chosen>

const STILL_CHOSEN =
  'Nothing was applied. What you chose is still chosen: look at what applying it does now, and apply it again.'

/** The changes that were chosen, at their places in the newest text; null where one is none any more. */
async function changesOf(
  actor: Actor,
  articleId: string,
  suggestions: readonly Chosen[],
): Promise<AcceptedChange[] | null> {
  const all = await listSuggestions(actor, articleId)
  const changes = suggestions.map(({ suggestionId, over }) => {
    const one = all.find(({ id }) => id === suggestionId)
    return one && stands(one, over)
  })
  return changes.every((change) => change != null) ? changes : null
}

function stands({ state, decision, place }: SuggestionShown, over: string): AcceptedChange | null {
  if (state !== 'accepted' || decision?.id !== over || !place) return null
  const { start, end, words: before } = place
  return { start, end, before, after: decision.after }
}

/** Refuses suggestions that were decided otherwise after they were chosen, or whose words are gone. */
async function assertAccepted(
  actor: Actor,
  { articleId, suggestions }: { articleId: string; suggestions: readonly Chosen[] },
) {
  const all = await listSuggestions(actor, articleId)
  const applied = []
  for (const { suggestionId, over } of suggestions) {
    const shown = all.find(({ id }) => id === suggestionId)
    const suggestion = await findSuggestion(actor, suggestionId)
    if (!shown || !suggestion) throw new Refusal('not-found', 'This is not here, or no longer.')
    const { exact: before, state, decisions } = suggestion
    if (state !== 'accepted' || decisions[0]?.id !== over) {
      const message = `“${before}”: ${await decided(actor, suggestion)} Nothing was applied; look at the list again.`
      throw new Refusal('conflict', message)
    }
    if (shown.state !== 'accepted') {
      const message = `“${before}” does not stand in the newest text any more. Nothing was applied; leave it out.`
      throw new Refusal('conflict', message)
    }
    const { madeById, after: proposed } = suggestion
    const { after, decidedById } = decisions[0]
    // Words that one person proposed and another accepted as they were are the first one's; otherwise both wrote them.
    const isAsked = madeById !== decidedById && after === proposed
    const writers: Writers = isAsked
      ? { by: [], asked: [madeById] }
      : { by: [madeById, decidedById], asked: [] }
    applied.push({ about: aboutSuggestion(suggestion), after, place: shown.place, writers })
  }
  return applied
}

/** Who wrote words of the text that the changes make: those behind the change they lie in, or, beside a cut, behind any. */
function writersAt(
  applied: readonly { place: Span | null; writers: Writers }[],
  said: (span: Span) => Span | null,
): (words: Span) => Writers {
  const placed = applied.map(({ place, writers }) => ({ at: place && said(place), writers }))
  return (words) => {
    const here = placed.filter(({ at }) => at && at.start < words.end && words.start < at.end)
    const behind = (here.length > 0 ? here : placed).map(({ writers }) => writers)
    return {
      by: behind.flatMap(({ by }) => by),
      asked: behind.flatMap(({ asked }) => asked),
    }
  }
}
