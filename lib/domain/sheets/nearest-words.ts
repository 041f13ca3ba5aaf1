import type { Span } from '../text/blocks'
import { type Token, tokensOf } from '../text/tokens'

/** Sums of weights that differ by less are even. */
const EVEN = 1e-9

/** The words of a text that are most like others, to be shown to a person and never taken for them. */
export class NearestWords {
  private readonly words: readonly Token[]
  private readonly times = new Map<string, number>()

  constructor(text: string) {
    this.words = wordsOf(text)
    for (const { key } of this.words) this.times.set(key, (this.times.get(key) ?? 0) + 1)
  }

  /** The stretch, as long as the quote, that has most of its words; null where it has less than half of them. */
  to(quote: string): Span | null {
    const wanted = new Map<string, number>()
    let whole = 0
    const quoted = wordsOf(quote)
    for (const { key } of quoted) {
      wanted.set(key, (wanted.get(key) ?? 0) + 1)
      whole += this.weightOf(key)
    }
    const { words } = this
    let [sum, best, bestAt] = [0, 0, -1]
    let beginsWell = false
    const move = (at: number, by: 1 | -1) => {
      const key = words[at]?.key
      const left = key === undefined ? undefined : wanted.get(key)
      if (key === undefined || left === undefined) return
      // Taken in while still wanted, given back once it was.
      if (by === 1 ? left > 0 : left >= 0) sum += by * this.weightOf(key)
      wanted.set(key, left - by)
    }
    for (let at = 0; at < words.length; at++) {
      move(at, 1)
      if (at >= quoted.length) move(at - quoted.length, -1)
      // Of stretches that are as near, the first that begins with a word of the quote.
      const begins = wanted.has(words[Math.max(0, at - quoted.length + 1)]?.key ?? '')
      if (sum > best + EVEN || (sum > best - EVEN && begins && !beginsWell)) {
        best = Math.max(best, sum)
        bestAt = at
        beginsWell = begins
      }
    }
    if (quoted.length === 0 || best * 2 < whole) return null
    const first = words[Math.max(0, bestAt - quoted.length + 1)]
    const last = words[bestAt]
    return first && last ? { start: first.start, end: last.end } : null
  }

  /** A rare word tells more than a frequent one. */
  private weightOf(key: string): number {
    return 1 / Math.sqrt(this.times.get(key) ?? 1)
  }
}

/** Words and numbers, whether or not they are in capitals. */
const wordsOf = (text: string): Token[] =>
  tokensOf(text).flatMap((token) =>
    token.kind === 'word' || token.kind === 'unspaced'
      ? [{ ...token, key: token.key.toLowerCase() }]
      : [],
  )
