import { tokenised, typographicDifferences } from '../text/typography'

/** What was found of a kept page when it was looked at again, as printed. */
export const FOUND = {
  same: 'Unchanged',
  changed: 'Changed',
  gone: 'Vanished',
  unreachable: 'Not compared',
} as const

export type Found = keyof typeof FOUND

/** Whether something was found that people should know of. */
export const isNews = (found: Found) => found === 'changed' || found === 'gone'

/** Whether two readable texts say the same: they may differ in white space and in typography, and in nothing else. */
export function saysTheSame(kept: string, now: string): boolean {
  return kept === now || typographicDifferences(kept, now) !== null
}

/** How a page says something else than the copy of it that was kept: in a way that is known already, or anew. */
export type Comparison = { found: 'same' } | { found: 'changed'; isKnown: boolean }

/**
 * Compares a page with the copy of it that was kept, and with what was last seen of it where it had changed; null where it
 * had not.
 */
export function compareWords(now: string, kept: string, lastSeen: string | null): Comparison {
  if (saysTheSame(kept, now)) return { found: 'same' }
  return { found: 'changed', isKnown: lastSeen !== null && saysTheSame(lastSeen, now) }
}

/** Why a page did not come: the HTTP status (RFC 9110) with which the site answered, or that there is no such site. */
export interface NotCome {
  status: number | null
  isNameGone: boolean
}

/** 404 and 410: RFC 9110, 15.5.5 and 15.5.11. */
const GONE = [404, 410]

/**
 * What it means that a page did not come. It has vanished where its site says so; where there is no such site only if it
 * could not be reached before either, because that may pass. All else is no word on the page.
 */
export function foundOfNothing(
  { status, isNameGone }: NotCome,
  before: { found: Found } | null,
): 'gone' | 'unreachable' {
  if (status !== null) return GONE.includes(status) ? 'gone' : 'unreachable'
  const wasReached = before === null || before.found === 'same' || before.found === 'changed'
  return isNameGone && !wasReached ? 'gone' : 'unreachable'
}

/** Whether a text says these words, typography and white space apart; null where there are none to look for. */
export function says(text: string, words: string): boolean | null {
  const sought = keysOf(words)
  return sought === '' ? null : ` ${keysOf(text)} `.includes(` ${sought} `)
}

const keysOf = (text: string) =>
  tokenised(text)
    .tokens.map(({ key }) => key)
    .join(' ')
