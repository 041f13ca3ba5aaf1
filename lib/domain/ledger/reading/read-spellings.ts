import { vocabularyOf } from '../../comparisons/figures/reading/vocabularies'
import { editDistance } from '../spelling/edit-distance'
import type { Word } from '../spelling/words'
import type { Mention, ReadBlock, Variant } from './find-names'
import type { LedgerProposal } from './proposal'

/** Names that are spelt otherwise than the ledger has them, where the rest of the name says that they are meant. */
export function readSpellings(mentions: readonly Mention[], text: string): LedgerProposal[] {
  return mentions.flatMap(({ start, end, likeness, variant: { fact, spelling } }) => {
    if (likeness === 'same') return []
    const says = text.slice(start, end)
    const how = likeness === 'marks' ? ' The marks on its letters differ.' : ''
    const sentence = `The ledger spells it “${spelling}”.${how}`
    return [
      { ...about(fact), why: 'spelling' as const, start, end, says, ledger: spelling, sentence },
    ]
  })
}

/**
 * The last names of people who are named in full somewhere in the text, where they stand alone and are one letter off. Not
 * what is the beginning or the end of the other, as a plural or a country's people are; nor what the text has as a common word.
 */
export function readLastNames(
  text: string,
  blocks: readonly ReadBlock[],
  {
    mentions,
    known,
    language,
  }: { mentions: readonly Mention[]; known: ReadonlySet<string>; language: string },
): LedgerProposal[] {
  const names = lastNames(mentions)
  if (names.length === 0) return []
  const bySlip = new Map<string, { variant: Variant; word: Word }[]>()
  for (const name of names) {
    for (const slip of slipsOf(name.word.folded)) {
      bySlip.set(slip, [...(bySlip.get(slip) ?? []), name])
    }
  }
  const { empty } = vocabularyOf(language)
  const inSmall = new Set<string>()
  for (const { words } of blocks)
    for (const word of words) if (!word.isCapital) inSmall.add(word.folded)
  const taken = new Set(mentions.flatMap(({ block, from, to }) => range(block, from, to)))
  const found = new Map<string, Variant | null>()
  const variantFor = ({ folded }: Word) => {
    const seen = found.get(folded)
    if (seen !== undefined) return seen
    const near = slipsOf(folded)
      .flatMap((slip) => bySlip.get(slip) ?? [])
      .find(({ word }) => isSlip(word.folded, folded))
    found.set(folded, near?.variant ?? null)
    return near?.variant ?? null
  }
  return blocks.flatMap(({ words }, block) =>
    words.flatMap((word, at) => {
      if (!word.isCapital || word.folded.length < SHORTEST || known.has(word.folded)) return []
      if (taken.has(`${block}.${at}`) || inSmall.has(word.folded)) return []
      const variant = variantFor(word)
      if (!variant || isPartOfName(text, words, at, empty)) return []
      const { start, end, text: says } = word
      const name = variant.words.at(-1)?.text ?? variant.spelling
      const sentence = `“${variant.spelling}” is named in this text, and the ledger spells it so.`
      return [
        {
          ...about(variant.fact),
          why: 'spelling' as const,
          start,
          end,
          says,
          ledger: name,
          sentence,
        },
      ]
    }),
  )
}

/** Shorter names are too near to other names. */
const SHORTEST = 6

const about = ({ id, kind, subject }: Variant['fact']) => ({ factId: id, kind, subject })

function lastNames(mentions: readonly Mention[]) {
  const variants = new Set(mentions.map(({ variant }) => variant))
  return [...variants].flatMap((variant) => {
    const word = variant.words.at(-1)
    const isPerson = variant.fact.kind === 'name' && variant.words.length > 1
    return isPerson && word && word.folded.length >= SHORTEST ? [{ variant, word }] : []
  })
}

/** A word and what it is with one letter left out: two words that share one of these are about a letter apart. */
function slipsOf(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]
}

function isSlip(known: string, printed: string): boolean {
  if (known.startsWith(printed) || printed.startsWith(known)) return false
  return editDistance(known, printed, 1) === 1
}

/** Whether a word stands with another capital beside it, and so is of somebody else's name; `Then` at a beginning is none. */
function isPartOfName(
  text: string,
  words: readonly Word[],
  at: number,
  empty: ReadonlySet<string>,
): boolean {
  const isJoined = (one: Word | undefined, next: Word | undefined) =>
    one?.isCapital && next?.isCapital && /^[ \u00a0-]$/.test(text.slice(one.end, next.start))
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]]
  const isName = before !== undefined && !empty.has(before.text.toLowerCase())
  return Boolean((isName && isJoined(before, word)) || isJoined(word, after))
}

const range = (block: number, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, step) => `${block}.${from + step}`)
