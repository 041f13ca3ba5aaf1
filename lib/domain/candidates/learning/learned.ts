import type { Candidate } from '../candidates'
import { kindOf, PROPOSAL_KINDS, type ProposalKind } from './proposal-kinds'

/** How often people of a newsroom made a claim of what was proposed, and how often they dismissed it. */
export interface Answers {
  taken: number
  dismissed: number
}

/** The answers to what one rule proposed. */
export interface RuleAnswers extends Answers {
  rule: string
}

export type Learned = ReadonlyMap<ProposalKind, Answers>

/** The answers of each kind that has any, those most answered first. */
export function learnedFrom(tally: readonly RuleAnswers[]): Learned {
  const learned = new Map<ProposalKind, Answers>()
  for (const { rule, taken, dismissed } of tally) {
    const kind = kindOf(rule)
    if (!kind || taken + dismissed === 0) continue
    const sum = learned.get(kind) ?? NOTHING
    learned.set(kind, { taken: sum.taken + taken, dismissed: sum.dismissed + dismissed })
  }
  return new Map([...learned].sort(([, a], [, b]) => answersIn(b) - answersIn(a)))
}

/**
 * How far answers move a proposal's score, between −`MOST` and `MOST`: the share taken less the share dismissed, as
 * if `PRIOR` more had been answered half and half. (It is the hyperbolic tangent of half their smoothed log-odds.)
 */
export function shiftOf({ taken, dismissed }: Answers): number {
  return (MOST * (taken - dismissed)) / (taken + dismissed + PRIOR)
}

/** Two proposals further apart than twice this keep their order, whatever was answered. */
export const MOST = 0.1

/** Five answers move a seventh of the most, thirty a half. */
export const PRIOR = 30

/**
 * Puts proposals in the order in which they are gone through: by how much each calls for a check, moved by what
 * people made of its kind. None is left out: a kind that is never taken comes later, and can be taken again.
 */
export function rankedBy<One extends Pick<Candidate, 'rule' | 'score'>>(
  proposals: readonly One[],
  learned: Learned,
): One[] {
  const worth = ({ rule, score }: One) => score + shiftOf(answersTo(rule, learned))
  return [...proposals].sort((a, b) => worth(b) - worth(a))
}

/** Why words are proposed, and what became of others of their kind, once `ENOUGH` were answered. */
export function whyProposed({ rule }: Pick<Candidate, 'rule'>, learned: Learned): string {
  const kind = kindOf(rule)
  if (!kind) return ''
  const { words } = PROPOSAL_KINDS[kind]
  const answers = answersTo(rule, learned)
  const all = answersIn(answers)
  return all < ENOUGH ? words : `${words}, taken ${answers.taken} of ${all} here`
}

/** Of fewer answers nobody can tell anything. */
export const ENOUGH = 5

export const answersIn = ({ taken, dismissed }: Answers) => taken + dismissed

function answersTo(rule: string, learned: Learned): Answers {
  const kind = kindOf(rule)
  return (kind && learned.get(kind)) ?? NOTHING
}

const NOTHING: Answers = { taken: 0, dismissed: 0 }
