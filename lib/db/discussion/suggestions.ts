import type { Anchor } from '@/lib/domain/anchoring/anchor'
import { type Actor, can } from '@/lib/domain/policy'
import type { ChangeReason, SuggestionState } from '@/lib/domain/vocabulary'
import { db } from '../client'
import type { Prisma } from '../generated/client'
import { findNames } from '../newsroom/members'
import { articleHere, seenBy, withPeople } from '../visibility'
import { newestPlaces } from './word-places'

const newestFirst = [
  { decidedAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.SuggestionDecisionOrderByWithRelationInput[]

const whole = {
  id: true,
  claimId: true,
  revisionId: true,
  start: true,
  end: true,
  exact: true,
  prefix: true,
  suffix: true,
  after: true,
  reason: true,
  note: true,
  state: true,
  appliedIn: true,
  madeById: true,
  madeAt: true,
  article: { select: articleHere },
  claim: { select: { number: true } },
  decisions: { orderBy: newestFirst },
  dissents: { orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.SuggestionSelect

type WholeRow = Prisma.SuggestionGetPayload<{ select: typeof whole }>

function shaped({ article, ...rest }: WholeRow) {
  return { ...rest, article: withPeople(article) }
}

/** A suggestion with its decisions, the newest first, and the dissents from them. */
export type Suggestion = ReturnType<typeof shaped>

export async function findSuggestion(actor: Actor, id: string): Promise<Suggestion | null> {
  const row = await db().suggestion.findFirst({
    where: { id, article: seenBy(actor) },
    select: whole,
  })
  return row && shaped(row)
}

/**
 * The suggestions for an article, or for one claim in it, oldest first: each with where its words stand
 * in the newest text. Those that wait to be decided or applied and whose words are no longer there, or are
 * what was proposed already, are *words gone*.
 */
export async function listSuggestions(
  actor: Actor,
  articleId: string,
  about: { claimId?: string } = {},
) {
  const rows = await db().suggestion.findMany({
    where: { articleId, ...about, article: seenBy(actor) },
    select: whole,
    orderBy: [{ madeAt: 'asc' }, { id: 'asc' }],
  })
  if (rows.length === 0) return []
  const [names, place] = [await findNames(actor), await newestPlaces(actor, articleId)]
  const nameOf = (id: string) => names.get(id) ?? 'Somebody'
  return rows.map((row) => shown(actor, shaped(row), nameOf, place(row)))
}

export type SuggestionShown = Awaited<ReturnType<typeof listSuggestions>>[number]

/** How many suggestions of an article no editor has decided, and how many wait to be applied. */
export async function countSuggestions(actor: Actor, articleId: string) {
  const all = await listSuggestions(actor, articleId)
  const count = (which: SuggestionState) => all.filter(({ state }) => state === which).length
  return { undecided: count('undecided'), accepted: count('accepted') }
}

function shown(
  actor: Actor,
  { article, ...suggestion }: Suggestion,
  nameOf: (id: string) => string,
  place: { start: number; end: number; words: string } | null,
) {
  const { id, exact, after, reason, note, madeById, madeAt, claim, decisions } = suggestion
  const [decision] = decisions
  const waits = suggestion.state === 'undecided' || suggestion.state === 'accepted'
  const proposed = decision?.kind === 'accepted' ? decision.after : after
  const isGone = !place || place.words === proposed
  const state: SuggestionState = waits && isGone ? 'words_gone' : suggestion.state
  return {
    ...{ id, before: exact, after, reason, note, state },
    /** Where its words stand in the newest text, in UTF-16 units, and in which typographic form. */
    place: place && { start: place.start, end: place.end, words: place.words },
    claim: claim?.number ?? null,
    madeBy: nameOf(madeById),
    madeAt: madeAt.toISOString(),
    decision: decision
      ? {
          ...{ id: decision.id, kind: decision.kind, after: decision.after },
          reason: decision.reason,
          by: nameOf(decision.decidedById),
          at: decision.decidedAt.toISOString(),
        }
      : null,
    dissents: suggestion.dissents.map(({ id, text, writtenById, writtenAt }) => ({
      ...{ id, text, by: nameOf(writtenById) },
      at: writtenAt.toISOString(),
    })),
    may: {
      decide: can(actor, 'suggestion.decide', article),
      withdraw: can(actor, 'suggestion.withdraw', { madeById }),
      dissent: can(actor, 'suggestion.dissent', article),
    },
  }
}

export interface SuggestionMade {
  articleId: string
  claimId: string | null
  revisionId: string
  after: string
  reason: ChangeReason
  note: string
}

export async function insertSuggestion(
  actor: Actor,
  suggestion: SuggestionMade,
  { start, end, exact, prefix, suffix }: Anchor,
): Promise<string> {
  const { id } = await db().suggestion.create({
    data: { ...suggestion, start, end, exact, prefix, suffix, madeById: actor.userId },
    select: { id: true },
  })
  return id
}

/** Adds a decision, and gives its id; the suggestion then stands where it leaves it. */
export async function insertSuggestionDecision(
  actor: Actor,
  suggestionId: string,
  decision: { kind: 'accepted' | 'stet' | 'withdrawn'; after?: string; reason?: string },
): Promise<string> {
  const { decisions } = await db().suggestion.update({
    where: { id: suggestionId, article: { newsroomId: actor.newsroomId } },
    data: {
      state: decision.kind,
      decisions: { create: { ...decision, decidedById: actor.userId } },
    },
    select: { decisions: { orderBy: newestFirst, take: 1, select: { id: true } } },
  })
  return decisions[0]?.id ?? ''
}

export async function insertDissent(
  actor: Actor,
  dissent: { suggestionId: string; text: string },
): Promise<void> {
  await db().dissent.create({ data: { ...dissent, writtenById: actor.userId } })
}

/** Says of accepted suggestions that a revision was made with them. */
export async function updateSuggestionsApplied(
  actor: Actor,
  ids: readonly string[],
  revisionId: string,
): Promise<void> {
  await db().suggestion.updateMany({
    where: {
      id: { in: [...ids] },
      state: 'accepted',
      article: { newsroomId: actor.newsroomId },
    },
    data: { state: 'applied', appliedIn: revisionId },
  })
}
