import { folded } from '../earlier-checks/terms/folded'
import type { PlacedBlock } from '../text/blocks'
import { MONTHS } from '../text/english'

/** The words of a text that are a name wherever they stand: those that have a capital inside a sentence. */
export type KnownNames = ReadonlySet<string>

const CAPITAL = /\p{Lu}[\p{L}\p{M}\p{N}’'-]*/gu

/** Capitals that no sentence puts there: behind a small letter, a figure or a comma. */
const INSIDE = /(?<=[\p{Ll}\p{N},;:’”"')] [“"‘(]?)(\p{Lu}[\p{L}\p{M}\p{N}’'-]*)/gu

const NO_NAMES: ReadonlySet<string> = new Set([
  ...MONTHS.map((month) => month.toLowerCase()),
  ...'monday tuesday wednesday thursday friday saturday sunday i mr mrs ms dr'.split(' '),
])

/** A word without an ending that an apostrophe joins to it, folded. */
export const nameKey = (word: string) => folded(word.replace(/[’']s?$/u, ''))

/** The names of a text: a headline may be set in capitals, so it is not asked. */
export function knownNames(text: string, blocks: readonly PlacedBlock[]): KnownNames {
  const names = new Set<string>()
  for (const { kind, start, end } of blocks) {
    if (kind === 'headline' || kind === 'subhead') continue
    for (const [, word = ''] of text.slice(start, end).matchAll(INSIDE)) {
      const key = nameKey(word)
      if (!NO_NAMES.has(key)) names.add(key)
    }
  }
  return names
}

/** The names in a sentence, without those of whoever says it. */
export function namesIn(sentence: string, known: KnownNames, speaker: string | null): Set<string> {
  const names = new Set<string>()
  for (const [word] of sentence.matchAll(CAPITAL)) {
    const key = nameKey(word)
    if (known.has(key) && !speaker?.includes(word.toLowerCase())) names.add(key)
  }
  return names
}
