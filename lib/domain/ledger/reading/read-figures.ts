import { judge } from '../../comparisons/figures/comparing/judge'
import { agrees } from '../../comparisons/figures/comparing/outcome'
import { type Figure, kindOf } from '../../comparisons/figures/reading/figure'
import { isSameWord } from '../../comparisons/figures/reading/nouns'
import { readFigures } from '../../comparisons/figures/reading/read-figures'
import { vocabularyOf } from '../../comparisons/figures/reading/vocabularies'
import type { Span } from '../../text/blocks'
import { sentencesOf } from '../../text/sentences/sentences'
import type { Day } from '../../times/days'
import { type FactOf, figureInWords, isStale } from '../facts'
import { figureOf } from '../figure-of'
import { ledgerWords, subjectKey, type Word } from '../spelling/words'
import type { LedgerProposal, LedgerText } from './proposal'

type FigureFact = FactOf<'figure'>

interface Sought {
  fact: FigureFact
  figure: Figure
  /** The words that say what it is a figure of, without function words. */
  words: readonly string[]
  /** What of the text is a form of each of these words. */
  forms: readonly string[][]
}

/**
 * Figures of what the ledger has figures of: in one sentence with all the words of its subject, in the same unit or one that can be
 * converted. Another value is told, and the same one where it is older than its keep. A sentence about another year is left alone.
 */
export function readLedgerFigures(
  { text, language, on }: LedgerText,
  blocks: readonly (Span & { words: readonly Word[] })[],
  facts: readonly FigureFact[],
): LedgerProposal[] {
  const formsOf = wordForms(blocks)
  const named = facts
    .filter(({ asOf }) => asOf <= on)
    .map((fact) => ({ fact, words: wordsFor(fact, language) }))
    .map((one) => ({ ...one, forms: one.words.map(formsOf) }))
    .filter(({ forms }) => forms.length > 0 && forms.every(({ length }) => length > 0))
  const sought = newestOf(named)
  if (sought.length === 0) return []
  return blocks.flatMap((block) => {
    const here = sought.filter(({ forms }) => saysAll(block.words, forms))
    if (here.length === 0) return []
    return sentencesOf(text, block, language).flatMap((sentence) => {
      const words = block.words.filter(
        ({ start, end }) => start >= sentence.start && end <= sentence.end,
      )
      const meant = here.filter(({ forms }) => saysAll(words, forms))
      if (meant.length === 0) return []
      const figures = readFigures(text.slice(sentence.start, sentence.end), language)
      return meant.flatMap((one) => differing(text, { sentence, figures, on }, one))
    })
  })
}

/** The words that say what it is a figure of, without function words. */
function wordsFor({ subject }: FigureFact, language: string): string[] {
  const [own, english] = [vocabularyOf(language).empty, vocabularyOf('en').empty]
  return ledgerWords(subject, language)
    .filter(({ text }) => !own.has(text.toLowerCase()) && !english.has(text.toLowerCase()))
    .map(({ folded }) => folded)
}

/** Of several figures of one kind of one thing, the newest. */
function newestOf(named: readonly Omit<Sought, 'figure'>[]): Sought[] {
  const newest = new Map<string, Sought>()
  for (const { fact, ...rest } of named) {
    const figure = figureOf(fact.value, fact.unit)
    if (!figure) continue
    const key = `${subjectKey(fact.subject)}|${kindOf(figure.units[0] ?? '')}`
    const known = newest.get(key)
    if (!known || known.fact.asOf < fact.asOf) newest.set(key, { fact, figure, ...rest })
  }
  return [...newest.values()]
}

/** Asks which words of a text are forms of a word. */
function wordForms(blocks: readonly { words: readonly Word[] }[]): (word: string) => string[] {
  const byBeginning = new Map<string, Set<string>>()
  for (const { words } of blocks) {
    for (const { folded } of words) {
      const beginning = folded.slice(0, SHARED)
      const others = byBeginning.get(beginning)
      if (others) others.add(folded)
      else byBeginning.set(beginning, new Set([folded]))
    }
  }
  return (word) => {
    const alike = byBeginning.get(word.slice(0, SHARED)) ?? []
    return [...alike].filter((one) => isSameWord(one, word))
  }
}

/** As many letters two forms of a word begin with at least. */
const SHARED = 4

function saysAll(words: readonly Word[], forms: readonly string[][]): boolean {
  const here = setOf(words)
  return forms.every((alike) => alike.some((form) => here.has(form)))
}

/** The words of each block are asked for by every figure. */
const sets = new WeakMap<readonly Word[], ReadonlySet<string>>()

function setOf(words: readonly Word[]): ReadonlySet<string> {
  const known = sets.get(words)
  if (known) return known
  const set = new Set(words.map(({ folded }) => folded))
  sets.set(words, set)
  return set
}

function differing(
  text: string,
  { sentence, figures, on }: { sentence: Span; figures: readonly Figure[]; on: Day },
  { fact, figure, words }: Sought,
): LedgerProposal[] {
  if (isOfAnotherYear(figures, fact, on)) return []
  const judged = figures.flatMap((printed) => {
    const judgement = kindOf(printed.units[0] ?? '') === 'date' ? null : judge(printed, figure, {})
    return judgement && judgement.outcome !== 'not_comparable' ? [{ printed, judgement }] : []
  })
  const agreeing = judged.find(
    ({ judgement }) => agrees(judgement.outcome) || judgement.outcome === 'hedged',
  )
  const stale = isStale(fact, on)
  const chosen = agreeing ?? meantAmong(judged, words)
  if (!chosen || (agreeing && !stale)) return []
  const { printed, judgement } = chosen
  const [start, end] = [sentence.start + printed.start, sentence.start + printed.end]
  const kept = `${figureInWords(fact)}, as of ${fact.asOf}`
  return [
    {
      ...{
        why: stale ? ('stale' as const) : ('figure' as const),
        factId: fact.id,
        kind: fact.kind,
      },
      ...{ subject: fact.subject, start, end, says: text.slice(start, end), ledger: kept },
      sentence: stale
        ? `The ledger keeps this figure until ${fact.staleAfter}, so that it has to be found out anew.`
        : `${capital(judgement.sentence)}.`,
    },
  ]
}

/** The one figure that is of the subject: the only one, or the only one beside a word of it. */
function meantAmong<One extends { printed: Figure }>(
  judged: readonly One[],
  words: readonly string[],
): One | null {
  const beside = judged.filter(({ printed }) =>
    printed.nouns.some((noun) => words.some((word) => isSameWord(word, noun))),
  )
  const among = beside.length > 0 ? beside : judged
  return among.length === 1 ? (among[0] ?? null) : null
}

/** A sentence that names other years than those of the figure and of the text tells of another time. */
function isOfAnotherYear(figures: readonly Figure[], { asOf }: FigureFact, on: Day): boolean {
  const years = figures
    .filter(({ units }) => units[0] === 'date')
    .flatMap(({ low, high }) => [low, high])
    .filter((date) => /^\d{4}/.test(date))
    .map((date) => date.slice(0, 4))
  return (
    years.length > 0 && !years.some((year) => year === asOf.slice(0, 4) || year === on.slice(0, 4))
  )
}

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1)
