import type { Span } from '../../../text/blocks'
import type { Hedge, Vocabulary } from './languages/vocabulary'

/** How the words around a figure soften it, or null. */
export function hedgeOf(text: string, { start, end }: Span, words: Vocabulary): Hedge | null {
  const before = text.slice(Math.max(0, start - LOOK), start).replace(/(?:\p{Sc}|[-–])\s?$/u, '')
  const found = ORDER.find((hedge) => words.hedges[hedge].test(before))
  if (found) return found
  const [behind = ''] = BEHIND.exec(text.slice(end, end + LOOK)) ?? []
  if (behind === '') return null
  return /so|odd/i.test(behind) ? 'about' : 'at least'
}

const LOOK = 32

/** Phrases that end like another one stand before it. */
const ORDER: readonly Hedge[] = ['at least', 'at most', 'nearly', 'over', 'under', 'about']

const BEHIND =
  /^(?:\+| or (?:more|so)(?!\p{L})|-odd(?!\p{L})| ou plus(?!\p{L})| oder mehr(?!\p{L})| o más(?!\p{L}))/iu
