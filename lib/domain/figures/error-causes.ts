import { isSameWording } from '../claims/standing'
import type { Aspect, ChangeReason, VerdictKind } from '../vocabulary'

/** What was wrong with words that were changed before they were printed. */
export const ERROR_CAUSES = {
  wrong: 'Wrong',
  misquoted: 'Misquoted',
  misleading: 'Misleading',
  unsupported: 'Could not be stood up',
  worded: 'Needed other words',
  legal: 'A legal risk',
} as const

export type ErrorCause = keyof typeof ERROR_CAUSES

/** Verdicts that say that words should not be printed as they stand. */
export const ERRING_VERDICTS = [
  'incorrect',
  'misleading',
  'cannot_be_stood_up',
  'disputed',
  'ok_with_change',
] as const satisfies readonly VerdictKind[]

/** Words that a verdict was given on, and what became of them later, before they were printed. */
export interface ChangedWords {
  claimId: string
  verdict: VerdictKind
  aspect: Aspect
  words: string
  /** Null: the claim was cut. */
  became: string | null
}

/** A change of words that somebody proposed and that was carried out before they were printed. */
export interface AppliedChange {
  /** Null: of words in no claim. */
  claimId: string | null
  reason: ChangeReason
}

/**
 * The errors that were caught before print by their cause, each claim once: by what the check concluded, where its words were
 * changed or cut after that; else by the reason of the suggestion that changed them. Another form of a quote mark is no change.
 */
export function errorsCaught<Changed extends ChangedWords, Applied extends AppliedChange>(
  changed: readonly Changed[],
  applied: readonly Applied[],
): ((Changed | Applied) & { cause: ErrorCause })[] {
  const caught = new Map<string, Changed & { cause: ErrorCause }>()
  for (const one of changed) {
    const isOther = one.became === null || !isSameWording(one.words, one.became)
    if (isOther && !caught.has(one.claimId)) {
      caught.set(one.claimId, { ...one, cause: causeOfVerdict(one) })
    }
  }
  const counted = new Set(caught.keys())
  const others = applied.flatMap((one) => {
    if (one.claimId !== null && counted.has(one.claimId)) return []
    if (one.claimId !== null) counted.add(one.claimId)
    return { ...one, cause: CAUSE_OF_REASON[one.reason] }
  })
  return [...caught.values(), ...others]
}

function causeOfVerdict({ verdict, aspect }: ChangedWords): ErrorCause {
  if (verdict === 'cannot_be_stood_up' || verdict === 'disputed') return 'unsupported'
  if (aspect === 'said') return 'misquoted'
  if (verdict === 'incorrect') return 'wrong'
  return verdict === 'misleading' ? 'misleading' : 'worded'
}

const CAUSE_OF_REASON: Record<ChangeReason, ErrorCause> = {
  spelling: 'wrong',
  title: 'wrong',
  number: 'wrong',
  unit: 'wrong',
  arithmetic: 'wrong',
  date: 'wrong',
  quotation: 'misquoted',
  attribution: 'misquoted',
  context: 'misleading',
  overstatement: 'misleading',
  cause: 'misleading',
  superlative: 'misleading',
  translation: 'wrong',
  caption: 'wrong',
  outdated: 'wrong',
  legal: 'legal',
  inconsistency: 'wrong',
}
