import type { Span } from '../../text/blocks'
import type { FactOf } from '../facts'
import { isInflected, type Likeness, likenessOf, slipsAllowed } from '../spelling/compare-words'
import { inPrintOrder, ledgerWords, type Word } from '../spelling/words'

/** A name or place of the ledger as one of its accepted spellings has it. */
export interface Variant {
  fact: FactOf<'name' | 'place'>
  spelling: string
  words: readonly Word[]
}

/** A block of a text with its words, in offsets of that text. */
export interface ReadBlock extends Span {
  words: readonly Word[]
}

/** Where a text names somebody or something of the ledger: the words from the first to the last, and whether it is spelt as kept. */
export interface Mention extends Span {
  variant: Variant
  likeness: Exclude<Likeness, 'other'>
  block: number
  /** Of its first and last word in the block. */
  from: number
  to: number
}

export function variantsOf(
  facts: readonly FactOf<'name' | 'place'>[],
  language: string,
): Variant[] {
  return facts.flatMap((fact) =>
    [...new Set([fact.subject, ...fact.spellings])].flatMap((typed) => {
      const spelling = inPrintOrder(typed)
      const words = ledgerWords(spelling, language)
      return words.length > 0 ? [{ fact, spelling, words }] : []
    }),
  )
}

/** A variant by one of its words. */
type Index = ReadonlyMap<string, readonly { variant: Variant; at: number }[]>

function indexOf(variants: readonly Variant[]): Index {
  const index = new Map<string, { variant: Variant; at: number }[]>()
  for (const variant of variants) {
    variant.words.forEach(({ folded }, at) => {
      const known = index.get(folded)
      if (known) known.push({ variant, at })
      else index.set(folded, [{ variant, at }])
    })
  }
  return index
}

/**
 * Every place where a text names what the ledger has, spelt as it is kept or so that one word is as kept and the others are a
 * slip away; of several at one place, the likest. Grows with the length of the text.
 */
export function findMentions(
  text: string,
  blocks: readonly ReadBlock[],
  variants: readonly Variant[],
  language: string,
): Mention[] {
  const index = indexOf(variants)
  return blocks.flatMap(({ words }, block) => {
    const found = words.flatMap((word, at) =>
      keysOf(word, language).flatMap((key) =>
        (index.get(key) ?? []).flatMap((entry) =>
          alignments(text, words, at, entry, language).map((one) => ({ ...one, block })),
        ),
      ),
    )
    return likeliest(found)
  })
}

/** What a printed word may be indexed under: itself, and without a plural. */
const keysOf = ({ folded }: Word, language: string) =>
  /^en\b/i.test(language) && folded.endsWith('s') ? [folded, folded.slice(0, -1)] : [folded]

/** The variant laid along the text with the word that was found in its place; with one middle name or initial between two words. */
function alignments(
  text: string,
  words: readonly Word[],
  at: number,
  { variant, at: own }: { variant: Variant; at: number },
  language: string,
): Omit<Mention, 'block'>[] {
  const { length } = variant.words
  const plain = Array.from({ length }, (_, index) => at - own + index)
  const spaced = length === 2 ? [own === 0 ? [at, at + 2] : [at - 2, at]] : []
  for (const [round, places] of [plain, ...spaced].entries()) {
    const [from, to] = [places[0] ?? at, places.at(-1) ?? at]
    const between = round === 1 ? words[from + 1] : null
    if (between && !between.isCapital) continue
    if (!isRun(text, words, from, to)) continue
    const likeness = likenessAlong(variant.words, places, words, language)
    if (likeness === 'other') continue
    const [first, last] = [words[from], words[to]]
    if (first && last) return [{ variant, likeness, from, to, start: first.start, end: last.end }]
  }
  return []
}

function likenessAlong(
  known: readonly Word[],
  places: readonly number[],
  words: readonly Word[],
  language: string,
): Likeness {
  let worst: Likeness = 'same'
  for (const [index, place] of places.entries()) {
    const [name, printed] = [known[index], words[place]]
    if (!name || !printed || (!printed.isCapital && name.isCapital)) return 'other'
    const likeness = likenessOf(name, printed, language, slipsAllowed(name))
    if (likeness === 'other') return 'other'
    if (likeness === 'near' || (likeness === 'marks' && worst === 'same')) worst = likeness
  }
  // One word has to be as kept but for its marks.
  const isSure = places.some((place, index) => {
    const [name, printed] = [known[index], words[place]]
    return name && printed && sameButMarks(name.folded, printed.folded, language)
  })
  return isSure ? worst : 'other'
}

const sameButMarks = (known: string, printed: string, language: string) =>
  known === printed || isInflected(known, printed, language)

/** Whether nothing but a space or a hyphen stands between words, and a stop only after an initial. */
export function isRun(text: string, words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const [one, next] = [words[at], words[at + 1]]
    if (!one || !next) return false
    const gap = text.slice(one.end, next.start)
    const isJoined = /^(?:[^\S\n\r]|[-‐‑–])$/.test(gap)
    if (!isJoined && !(one.text.length <= 2 && /^\.[^\S\n\r]?$/.test(gap))) return false
  }
  return words[from] !== undefined && words[to] !== undefined
}

const RANK = { same: 0, marks: 1, near: 2 } as const

/** Of mentions that overlap, the likest; of those, the longest. */
function likeliest(found: readonly Omit<Mention, never>[]): Mention[] {
  const kept: Mention[] = []
  const inOrder = [...found].sort(
    (a, b) => RANK[a.likeness] - RANK[b.likeness] || b.end - b.start - (a.end - a.start),
  )
  const taken = new Map<number, Mention>()
  for (const one of inOrder) {
    const other = Array.from({ length: one.to - one.from + 1 }, (_, step) =>
      taken.get(one.from + step),
    ).find((mention) => mention !== undefined)
    // Two facts of one person are both about the place.
    const isTwin =
      other && other.from === one.from && other.to === one.to && one.likeness === 'same'
    if (
      other &&
      (!isTwin || kept.some((k) => k.from === one.from && k.variant.fact === one.variant.fact))
    )
      continue
    kept.push(one)
    for (let at = one.from; at <= one.to; at++) taken.set(at, one)
  }
  return kept.sort((a, b) => a.start - b.start)
}
