import type { Span } from '../../text/blocks'
import { type Fact, isSpelling } from '../facts'
import { ledgerWords, type Word } from '../spelling/words'
import type { LedgerProposal } from './proposal'

/** Words that the ledger says are not to be printed, where they stand as whole words; not in addresses. */
export function readHouse(
  text: string,
  blocks: readonly (Span & { words: readonly Word[] })[],
  facts: readonly Fact[],
): LedgerProposal[] {
  const entries = facts.flatMap((fact) =>
    isSpelling(fact) ? fact.avoid.map((avoid) => entryOf(fact, avoid)) : [],
  )
  const byFirst = new Map<string, Entry[]>()
  for (const entry of entries) {
    if (entry.first === undefined) continue
    byFirst.set(entry.first, [...(byFirst.get(entry.first) ?? []), entry])
  }
  const found = blocks.flatMap(({ words, end }) =>
    words.flatMap(({ start, text: word }) =>
      (byFirst.get(inSmall(word)) ?? []).flatMap((entry) => {
        const says = text.slice(start, Math.min(end, start + entry.avoid.length))
        return stands(text, says, start, entry) ? [proposalOf(entry, start, says)] : []
      }),
    ),
  )
  return [...found, ...entries.flatMap((entry) => readUnspaced(text, blocks, entry))]
}

interface Entry {
  fact: Fact
  avoid: string
  /** Only its case differs from what is right, so that case tells the two apart. */
  isExact: boolean
  /** Its first word in small letters; none where it is of a script without spaces. */
  first: string | undefined
}

function entryOf(fact: Fact, avoid: string): Entry {
  const isExact = inSmall(avoid) === inSmall(fact.subject)
  const first = UNSPACED.test(avoid) ? undefined : ledgerWords(avoid)[0]?.text
  return { fact, avoid, isExact, first: first && inSmall(first) }
}

const inSmall = (word: string) => word.normalize('NFC').toLowerCase().replace(/[’ʼ‘]/g, "'")
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

function stands(text: string, says: string, start: number, { fact, avoid, isExact }: Entry) {
  if (isExact ? says.normalize('NFC') !== avoid : inSmall(says) !== inSmall(avoid)) return false
  const end = start + says.length
  if (/[\p{L}\p{M}\p{N}]/u.test(text.charAt(end)) || isAddress(text, start, end)) return false
  // `New York City` is right where `New York` is not: what is right may hold what is wrong.
  return !isWithin(text, start, end, fact.subject)
}

function isAddress(text: string, start: number, end: number) {
  const [before, after] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)]
  return /[/@_]$|[^\s.]\.$|#$/.test(before) || /^[/@_]|^\.[\p{L}\p{N}]/u.test(after)
}

function isWithin(text: string, start: number, end: number, right: string) {
  const at = inSmall(right).indexOf(inSmall(text.slice(start, end)))
  if (at < 0 || right.length <= end - start) return false
  return inSmall(text.slice(start - at, start - at + right.length)) === inSmall(right)
}

function readUnspaced(text: string, blocks: readonly Span[], entry: Entry): LedgerProposal[] {
  if (entry.first !== undefined) return []
  const found: LedgerProposal[] = []
  for (let at = text.indexOf(entry.avoid); at >= 0; at = text.indexOf(entry.avoid, at + 1)) {
    const end = at + entry.avoid.length
    const isInBlock = blocks.some((block) => block.start <= at && end <= block.end)
    if (isInBlock && !isWithin(text, at, end, entry.fact.subject))
      found.push(proposalOf(entry, at, entry.avoid))
  }
  return found
}

function proposalOf({ fact, avoid }: Entry, start: number, says: string): LedgerProposal {
  const { id, kind, subject, note } = fact
  return {
    ...{ why: kind === 'house' ? 'house' : 'spelling', factId: id, kind, subject },
    ...{ start, end: start + says.length, says, ledger: subject },
    sentence: `“${subject}”, not “${avoid}”.${kind === 'house' && note ? ` ${note}` : ''}`,
  }
}
