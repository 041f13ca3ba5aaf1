import type { OpenItemKind } from '../vocabulary'
import type { WaitingKind } from './kinds'

/**
 * As what each thing that keeps an article from its signature waits for somebody. Where several are named, one of them
 * is enough: words that are not safe wait with the suggestion that would mend them.
 */
export const WAITS_AS: Record<OpenItemKind, readonly WaitingKind[]> = {
  uncovered: ['uncovered'],
  unplaced: ['place'],
  unchecked: ['check', 'take', 'chase', 'second', 'answer'],
  recheck: ['check', 'take'],
  frame_changed: ['frame', 'second'],
  not_safe: ['unsafe', 'decide', 'apply'],
  secondary_support: ['secondary'],
  second_check_missing: ['second', 'name_second'],
  checks_disagree: ['differing', 'name_second'],
  blocking_query: ['answer', 'close'],
  undecided_suggestion: ['decide'],
  unapplied_suggestion: ['apply'],
}
