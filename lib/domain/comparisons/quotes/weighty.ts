import type { Span } from '../../text/blocks'
import { type Token, tokensOf } from '../../text/tokens'
import { heard } from './compared-words'
import type { QuotationStep, WeightyDifference } from './comparison'
import type { Placement } from './passages'
import { isModal, isNegation, isNumber } from './spoken-words'

/**
 * The differences that change a negation, a number, a modal verb or a name: those of which the words printed and those
 * said do not come to the same. Names are told by their capital, so not in scripts that have none, nor in German.
 */
export function weightyDifferences(
  steps: readonly QuotationStep[],
  { printed, source }: Placement,
  language: string,
): WeightyDifference[] {
  return changesIn(steps, source.text).flatMap(({ printed: ours, source: theirs }) => {
    const [put, said] = [ours.map(wordsIn(printed.text)), theirs.map(wordsIn(source.text))]
    const at = { printed: around(ours), source: around(theirs) }
    return KINDS.filter(({ what, holds }) => {
      if (what === 'name' && /^de(?:-|$)/i.test(language)) return false
      const found = (words: Word[][]) =>
        words
          .flat()
          .filter(holds)
          .map(({ key }) => (what === 'negation' ? 'not' : heard(key, language)))
          .sort()
          .join(' ')
      if (found(put) !== found(said)) return true
      return what === 'negation' && isTurkish(language) && areOpposites(put.flat(), said.flat())
    }).map(({ what }): WeightyDifference => ({ what, ...at }))
  })
}

const isTurkish = (language: string) => /^(?:tr|az)(?:-|$)/i.test(language)

/** Whether two words differ by the syllable that negates a Turkish verb: *ödedi*, *ödemedi*; *öder*, *ödemez*. */
function areOpposites([one, ...more]: readonly Word[], [other, ...others]: readonly Word[]) {
  if (!one || !other || more.length > 0 || others.length > 0) return false
  const [short = '', long = ''] = [one.key, other.key].sort((a, b) => a.length - b.length)
  let same = 0
  while (same < short.length && short[same] === long[same]) same++
  let end = 0
  while (end < short.length - same && short.at(-1 - end) === long.at(-1 - end)) end++
  const [had, has] = [short.slice(same, short.length - end), long.slice(same, long.length - end)]
  return (
    (had === '' && /^m[aeıiuü]y?$/.test(has)) || (/^[aeıiuü]?r$/.test(had) && /^m[ae]z$/.test(has))
  )
}

interface Word extends Token {
  /** Whether a capital at its beginning makes it a name: it begins no sentence, and is not one of many in capitals. */
  isName: boolean
}

const KINDS: { what: WeightyDifference['what']; holds: (word: Word) => boolean }[] = [
  { what: 'negation', holds: ({ key }) => isNegation(key.toLowerCase()) },
  { what: 'number', holds: ({ key }) => isNumber(key.toLowerCase()) },
  { what: 'modal', holds: ({ key }) => isModal(key.toLowerCase()) },
  { what: 'name', holds: ({ isName }) => isName },
]

interface Change {
  printed: Span[]
  source: Span[]
}

/** Rows of steps that differ, each with the spans of its words; words that say nothing, and long omissions, are no change. */
function changesIn(steps: readonly QuotationStep[], source: string): Change[] {
  const changes: Change[] = []
  let current: Change | null = null
  for (const step of steps) {
    if (step.what === 'mark' || (step.what === 'form' && step.printed.start === step.printed.end))
      continue
    if (!isChange(step, source)) {
      current = null
      continue
    }
    if (!current) {
      current = { printed: [], source: [] }
      changes.push(current)
    }
    if (step.printed.end > step.printed.start) current.printed.push(step.printed)
    if (step.source.end > step.source.start) current.source.push(step.source)
  }
  return changes
}

function isChange(step: QuotationStep, source: string): boolean {
  if (step.what === 'other' || step.what === 'put-in') return true
  if (step.what === 'own') return step.by === 'bracketed'
  if (step.what !== 'left-out' || step.because) return false
  return tokensOf(source.slice(step.source.start, step.source.end)).length <= MOST_WEIGHED
}

/** In a longer omission some number or negation nearly always stands. */
const MOST_WEIGHED = 14

const wordsIn = (text: string) => (span: Span) =>
  tokensOf(text.slice(span.start, span.end)).map((token): Word => {
    const start = span.start + token.start
    return { ...token, isName: isName(text, start, token.key) }
  })

const FIRST_IN_SENTENCE = /(?:^|[.!?:…。！？\n]["”’»)\]]*\s*|["“„«»「『[(]\s*)$/u

function isName(text: string, start: number, key: string): boolean {
  if (!/^\p{Lu}/u.test(key) || /^I(?:'|$)/.test(key)) return false
  const before = text.slice(Math.max(0, start - 40), start)
  if (FIRST_IN_SENTENCE.test(before)) return false
  return !(/^\p{Lu}{2,}$/u.test(key) && /\p{Lu}{2,}\P{L}*$/u.test(before))
}

function around(spans: readonly Span[]): Span {
  const start = Math.min(...spans.map((one) => one.start))
  const end = Math.max(...spans.map((one) => one.end))
  return spans.length === 0 ? { start: 0, end: 0 } : { start, end }
}
