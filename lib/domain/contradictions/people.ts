import { NAME } from '../candidates/rule'
import type { PlacedBlock, Span } from '../text/blocks'
import { nameKey } from './names'

/** A person where a text names them: with a given name, or by the family name alone. */
export interface Mention extends Span {
  given: string | null
  family: string
}

/** A mention in its sentence. */
export type Named = Mention & { sentence: Span }

const TITLES =
  'President|Vice|Prime|Deputy|Foreign|Defen[cs]e|Interior|Finance|Minister|Chancellor|Premier|Secretary|Senator|Governor|Mayor|General|Colonel|Captain|Major|Lieutenant|Sergeant|Admiral|Judge|Justice|Professor|Doctor|Sir|Dame|Lord|Lady|King|Queen|Prince|Princess|Pope|Bishop|Archbishop|Cardinal|Sheriff|Ambassador|Mr|Mrs|Ms|Dr|Gen|Col|Capt|Lt|Sgt|Sen|Rep|Gov|Prof|Director|Chief|Chairman|Chairwoman|Commissioner|Councillor|Inspector|Detective|Constable|Officer|Coach|Editor|Head|Executive'
const NO_GIVEN = new RegExp(
  `^(?:${TITLES}|The|A|An|In|On|At|But|And|For|If|He|She|It|They|We|I|This|That|His|Her|Its|Their|Our|My|When|While|After|Before|As|By|To|Of|So|Though|Although|Because|Since|With|From|Even|Yet|Or|Both|No|Yes|Last|Next|Meanwhile|However|New|North|South|East|West|Great|Saint|San|Los|Las|United|Lake|Mount|Port|Fort|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\\.?$`,
)

const PLACED = /^(?:In|At|From|Near|Outside)$/

const FULL = new RegExp(
  `(?<![\\p{L}\\p{N}’'.-])${NAME}(?: (?:(?:de|da|von|van|bin|al|el|ibn|der|la) )?${NAME}){1,5}`,
  'gu',
)
const ONE =
  /(?<=[\p{Ll},;] )\p{Lu}\p{Ll}[\p{L}\p{M}-]{4,20}(?![\p{L}\p{M}]| \p{Lu})|(?<![\p{L}\p{M}])\p{Lu}\p{Ll}[\p{L}\p{M}-]{4,20}(?= (?:said|says|told|added|was|is|has)\b)/gu

/** The names of a block: those of more than one word, and single words that may be a family name. None in titles set in capitals. */
export function namesInBlock(text: string, block: PlacedBlock) {
  const words = text.slice(block.start, block.end)
  if (/^(?:headline|subhead|dek)$/.test(block.kind) && isTitleCase(words))
    return { full: [], single: [] }
  return { full: fullNames(text, block, words), single: singleNames(block, words) }
}

/** Names of more than one word, without titles before them; whole names of bodies and places are among them. */
function fullNames(text: string, block: PlacedBlock, words: string): Mention[] {
  return [...words.matchAll(FULL)].flatMap((found) => {
    const parts = [...found[0].matchAll(/\S+/g)]
    // “In Kazan Gorbunov said”: a place, and then a name.
    if (parts.length === 3 && PLACED.test(parts[0]?.[0] ?? '')) parts.splice(0, 2)
    while (parts[0] && NO_GIVEN.test(parts[0][0])) parts.shift()
    const [first, last] = [parts[0], parts.at(-1)]
    if (!first || !last || parts.length < 2) return []
    const start = block.start + found.index + first.index
    const family = last[0].replace(/[’']s?$/u, '')
    const end = block.start + found.index + last.index + family.length
    return [
      {
        start,
        end,
        given: text.slice(start, block.start + found.index + last.index).trim(),
        family,
      },
    ]
  })
}

/** Single words with a capital that may be a family name. */
function singleNames(block: PlacedBlock, words: string): Mention[] {
  return [...words.matchAll(ONE)].flatMap((found) => {
    const start = block.start + found.index
    if (NO_GIVEN.test(found[0])) return []
    return [{ start, end: start + found[0].length, given: null, family: found[0] }]
  })
}

/** A single word beside which an age stands. */
export function agedNames(text: string, block: PlacedBlock): Mention[] {
  return [...text.slice(block.start, block.end).matchAll(AGED)].map((found) => {
    const start = block.start + found.index
    return { start, end: start + found[0].length, given: null, family: found[0] }
  })
}

const AGED =
  /(?<!\p{Lu}[\p{L}’'-]* )(?<![\p{L}-])\p{Lu}[\p{L}’'-]+(?=, (?:aged )?\d{1,2}[,.;]| \((?:aged )?\d{1,2}\))/gu

/** Whether most words begin with a capital, as some headlines have them. */
function isTitleCase(words: string): boolean {
  const all = words.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? []
  const capitals = all.filter((word) => /^\p{Lu}/u.test(word)).length
  return all.length > 2 && capitals > all.length * 0.7
}

/** A name as it is counted: folded, without initials in the middle. */
export const personKey = ({ given, family }: Mention) =>
  `${nameKey((given ?? '').split(' ')[0] ?? '')} ${nameKey(family)}`
