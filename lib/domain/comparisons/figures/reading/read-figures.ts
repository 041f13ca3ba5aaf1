import { plainFigures } from '../../../candidates/figures'
import { type DateRead, readDates } from './dates'
import type { Figure } from './figure'
import { hedgeOf } from './hedges'
import type { Vocabulary } from './languages/vocabulary'
import { type Measured, measuredAt } from './measured'
import { nounsAround } from './nouns'
import { joinRanges } from './ranges'
import { vocabularyOf } from './vocabularies'

/**
 * The figures of a text with their units, in order and without overlap: in digits of every script and in words, with
 * scales, separators and dates as the language has them (BCP 47; English, German, French, Spanish, Turkish,
 * Russian, and else as English). Ranges are one figure. What only names something (`S-400`, `4th`, `No. 5`) is
 * none. Grows with the length of the text.
 */
export function readFigures(text: string, language = 'en'): Figure[] {
  const plain = plainFigures(text)
  const words = vocabularyOf(language)
  const dates = readDates(plain, words, /^en-US$/i.test(language))
  const read = joinRanges(plain, [...readAll(plain, words, dates)], words)
  return read.map((one, index) => {
    const { start, end, units, low, high, step } = one
    const hedge = one.hedge ?? hedgeOf(plain, one, words)
    const nouns = nounsAround(plain, one, gapAround(read, index, text.length), words)
    return { start, end, text: text.slice(start, end), units, low, high, step, hedge, nouns }
  })
}

/** From the end of the figure before to the start of the next. */
const gapAround = (figures: readonly Measured[], index: number, length: number) => ({
  start: figures[index - 1]?.end ?? 0,
  end: figures[index + 1]?.start ?? length,
})

/** What a figure can begin with: a digit or fraction, or a word. */
const BEGINNING = /(?<![\p{L}\p{N}.])\.(?=\d)|[\d¼-¾⅐-⅞]|\p{L}[\p{L}\p{M}]*/gu

/** Reads from left to right and steps over each figure and date that was found. */
function* readAll(
  text: string,
  words: Vocabulary,
  dates: readonly DateRead[],
): Generator<Measured> {
  let next = 0
  let end = 0
  for (const [beginning, at] of beginnings(text)) {
    if (at < end) continue
    const date = dates[next]
    if (date && at >= date.start) {
      next++
      end = date.end
      yield ofDate(date)
      continue
    }
    const measured = measuredAt(text, at, { words, from: end, beginning })
    if (!measured) {
      if (/^[\d.]/.test(beginning)) end = runEnd(text, at)
      continue
    }
    end = measured.end
    yield measured
  }
}

/** Digits that are no figure are stepped over with all that hangs on them (`1.2.3`). */
function runEnd(text: string, at: number): number {
  RUN.lastIndex = at
  return RUN.test(text) ? RUN.lastIndex : at + 1
}

const RUN = /[\p{N}.,]+/uy

function* beginnings(text: string): Generator<[string, number]> {
  for (const found of text.matchAll(BEGINNING)) yield [found[0], found.index]
}

function ofDate({ start, end, unit, low, high }: DateRead): Measured {
  return { start, end, units: [unit], low, high, step: '0', isBare: false, hedge: null }
}
