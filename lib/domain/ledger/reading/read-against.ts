import type { Span } from '../../text/blocks'
import type { Fact, FactOf } from '../facts'
import { ledgerWords, subjectKey } from '../spelling/words'
import { findMentions, type ReadBlock, variantsOf } from './find-names'
import type { LedgerProposal, LedgerText } from './proposal'
import { readLedgerFigures } from './read-figures'
import { readHouse } from './read-house'
import { readAges, readTitles } from './read-people'
import { readLastNames, readSpellings } from './read-spellings'

/**
 * Holds a text against the ledger, and proposes the places that differ from it, in the order of the text: names spelt
 * otherwise, titles that do not hold on its day, ages, figures that are others or older than their keep, and the house's spelling. Few rather
 * than many; nothing is decided here. Grows with the length of the text and, apart from that, with the number of facts.
 */
export function readAgainst(article: LedgerText, facts: readonly Fact[]): LedgerProposal[] {
  const { text, language } = article
  const blocks = article.blocks.map((block) => readBlock(text, block, language))
  const names = facts.filter((fact) => fact.kind === 'name' || fact.kind === 'place')
  const births = ofKind(facts, 'birth')
  const spelt = variantsOf(names, language)
  const named = new Set(spelt.map(({ spelling }) => subjectKey(spelling)))
  // A day of birth is kept under a name, and says nothing about how that is spelt.
  const unnamed = births.filter(({ subject }) => !named.has(subjectKey(subject))).map(asName)
  const variants = [...spelt, ...variantsOf(unnamed, language)]
  const mentions = findMentions(text, blocks, variants, language)
  const bare = new Set(unnamed.map(({ id }) => id))
  const ofNames = mentions.filter(({ variant }) => !bare.has(variant.fact.id))
  const known = new Set(variants.flatMap(({ words }) => words.map(({ folded }) => folded)))
  const proposals = [
    ...readSpellings(ofNames, text),
    ...readLastNames(text, blocks, { mentions: ofNames, known, language }),
    ...readTitles(text, blocks, ofNames, article),
    ...readAges(text, mentions, births, article.on),
    ...readLedgerFigures(article, blocks, ofKind(facts, 'figure')),
    ...readHouse(text, blocks, facts),
  ]
  return withoutDoubles(proposals)
}

function readBlock(text: string, { start, end }: Span, language: string): ReadBlock {
  return { start, end, words: ledgerWords(text.slice(start, end), language, start) }
}

const asName = ({ id, subject, note }: FactOf<'birth'>): FactOf<'name'> => ({
  ...{ id, subject, note, kind: 'name', spellings: [], avoid: [], titles: [] },
})

const ofKind = <Kind extends Fact['kind']>(facts: readonly Fact[], kind: Kind): FactOf<Kind>[] =>
  facts.filter((fact): fact is FactOf<Kind> => fact.kind === kind)

/** One proposal for a reason at a place: the first fact that has it. */
function withoutDoubles(proposals: readonly LedgerProposal[]): LedgerProposal[] {
  const inOrder = [...proposals].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: LedgerProposal[] = []
  for (const one of inOrder) {
    const isDouble = kept.some(
      (other) => other.why === one.why && other.start <= one.start && other.end >= one.end,
    )
    if (!isDouble) kept.push(one)
  }
  return kept
}
