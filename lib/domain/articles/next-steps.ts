import type { ArticleState } from '../vocabulary'

/** What an article can need next, the most pressing first. */
export type Step = 'fell' | 'decide' | 'recheck' | 'check' | 'sign' | 'publish'

/** How an article stands, whoever looks. */
export interface ArticleStanding {
  state: ArticleState
  isArchived: boolean
  /** Whether its newest signature fell, or a newer text took its place. */
  signatureFell: boolean
  /** Suggestions that no editor decided. */
  undecided: number
  /** Claims whose words changed after their check. */
  recheck: number
  /** Claims without a verdict, those whose words changed left out. */
  unchecked: number
}

/**
 * What an article needs next before it can be printed, in words and the most pressing first, whoever's work it is:
 * `signature fell`, `1 suggestion to decide`. Nothing is asked of what is put away or out.
 */
export function nextSteps(standing: ArticleStanding): { step: Step; words: string }[] {
  const { state, isArchived, signatureFell, undecided, recheck, unchecked } = standing
  if (isArchived) return []
  if (state === 'signed_off') return [{ step: 'publish', words: 'to publish' }]
  if (state !== 'draft' && state !== 'in_check' && state !== 'with_editor') return []
  const open: [step: Step, words: string | false][] = [
    ['fell', signatureFell && 'signature fell'],
    ['decide', counted(undecided, 'suggestion', 'to decide')],
    ['recheck', counted(recheck, 'claim', 'to recheck')],
    ['check', counted(unchecked, 'claim', 'to check')],
  ]
  const steps = open.flatMap(([step, words]) => (words ? { step, words } : []))
  const isReady = steps.length === 0 && state === 'with_editor'
  return isReady ? [{ step: 'sign', words: 'to sign off' }] : steps
}

const counted = (count: number, thing: string, what: string) =>
  count > 0 && `${count} ${thing}${count === 1 ? '' : 's'} ${what}`
