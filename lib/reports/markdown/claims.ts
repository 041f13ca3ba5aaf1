import type {
  ClaimEntry,
  ComparisonEntry,
  EvidenceEntry,
  Fact,
  VerdictEntry,
} from '../view/claim-entry'
import { counted, type Words } from '../view/printed-words'
import { escaped, inline, type Markdown, quoted } from './escape'

/** One claim with everything that is on file for it, a block of Markdown each. */
export function claimBlocks(entry: ClaimEntry): Markdown[] {
  const { number, word, verdicts, waivers, evidence, earlier } = entry
  return [
    `### ${number}`,
    `**${word}**`,
    ...wordsOf(entry),
    ...factBlocks(entry.facts),
    ...verdicts.flatMap(verdictBlocks),
    ...waivers.flatMap(({ label, reason, by }) => [
      `#### ${label}`,
      escaped(reason),
      ...byBlock(by),
    ]),
    ...(evidence.length > 0 ? ['#### Evidence'] : ['No evidence is attached.']),
    ...evidence.flatMap(evidenceBlocks),
    ...(earlier.length > 0 ? [`#### ${counted(earlier.length, 'earlier verdict')}`] : []),
    ...earlier.flatMap(verdictBlocks),
  ]
}

/** Labels with their values, as one list; nothing where there are none. */
export function factBlocks(facts: readonly Fact[]): Markdown[] {
  if (facts.length === 0) return []
  const items = facts.map(({ label, value }) => `- **${label}:** ${inline(value)}`)
  return [items.join('\n')]
}

export const byBlock = (by: Words | null): Markdown[] => (by ? [escaped(by)] : [])

function wordsOf({ words, inText }: ClaimEntry): Markdown[] {
  if (words.text === '') return ['Its words are no longer in the text.']
  return [quoted(words), ...(inText ? [] : ['These words are no longer in the text.'])]
}

function verdictBlocks({ aspect, question, word, facts, by }: VerdictEntry): Markdown[] {
  return [
    `#### ${aspect}: ${word}`,
    escaped({ text: question }),
    ...factBlocks(facts),
    ...byBlock(by),
  ]
}

function evidenceBlocks(evidence: EvidenceEntry, index: number): Markdown[] {
  const { stance, standing, title, source, url, facts, by, comparisons } = evidence
  return [
    `**${index + 1}\\. ${stance}**, ${standing.toLowerCase()}`,
    [title, ...source, ...(url.text ? [url] : [])].map(inline).join(' · '),
    ...factBlocks(facts),
    ...byBlock(by),
    ...comparisons.flatMap(comparisonBlocks),
  ]
}

function comparisonBlocks({ label, reading, facts, by }: ComparisonEntry): Markdown[] {
  return [`${label}: **${reading}**`, ...factBlocks(facts), ...byBlock(by)]
}
