/** How what was counted becomes a figure: its rows in their order, and what it says in a sentence. */

import { addDays, type Day, dayInWords } from '../times/days'
import {
  ARTICLE_STATES,
  type ArticleState,
  CLAIM_TYPES,
  type ClaimType,
  CORRECTION_CAUSES,
  type CorrectionCause,
  keysOf,
  VERDICTS,
  type VerdictKind,
} from '../vocabulary'
import { DURATIONS, durationWords } from './durations'
import { ERROR_CAUSES, type ErrorCause } from './error-causes'
import { type Figure, type FigureRow, totalOf } from './figure'

const ONE = '--s-disputed'

export function statesFigure(counts: readonly { state: ArticleState; count: number }[]): Figure {
  const rows = keysOf(ARTICLE_STATES).map((state) => ({
    name: ARTICLE_STATES[state],
    values: [counts.find((one) => one.state === state)?.count ?? 0],
  }))
  const all = sum(rows)
  return {
    ...{ key: 'states', of: 'State', series: [{ name: 'Articles', colour: ONE }], rows },
    says: all === 0 ? 'There are no articles yet.' : `${count(all, 'article')}, as they stand now.`,
  }
}

/** How many days ahead deadlines are shown, today among them. */
export const DAYS_AHEAD = 14

export function deadlinesFigure(
  counts: readonly { day: Day; count: number }[],
  today: Day,
): Figure {
  const on = (day: Day) => [counts.find((one) => one.day === day)?.count ?? 0]
  const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) => addDays(today, ahead))
  const rows = [
    { name: 'Late', values: on('') },
    ...days.map((day) => ({ name: day, day: dayInWords(day, today), values: on(day) })),
  ]
  const late = totalOf(rows[0] ?? { values: [] })
  const coming = sum(rows) - late
  return {
    ...{
      key: 'deadlines',
      of: 'Day',
      series: [{ name: 'Articles', colour: '--s-misleading' }],
      rows,
    },
    says:
      late + coming === 0
        ? 'Nothing that is in work is late, or due within two weeks.'
        : `${count(coming, 'article')} in work due within two weeks, and ${late} late.`,
  }
}

export interface LoadOf {
  /** Whose, or what stands for those whose it is. */
  name: string
  toCheck: number
  recheck: number
  waiting: number
}

export function loadFigure(loads: readonly LoadOf[]): Figure {
  const rows = loads
    .map(({ name, toCheck, recheck, waiting }) => ({ name, values: [toCheck, recheck, waiting] }))
    .sort((one, other) => totalOf(other) - totalOf(one))
  const all = sum(rows)
  return {
    ...{ key: 'load', of: 'Who', rows },
    series: [
      { name: 'To check', colour: '--s-open' },
      { name: 'Recheck', colour: '--s-incorrect' },
      { name: 'Waiting', colour: '--s-on_author' },
    ],
    says: all === 0 ? 'No claim of an article in work is open.' : `${count(all, 'open claim')}.`,
  }
}

export function durationsFigure({
  counts,
  median,
}: {
  counts: readonly { bucket: number; count: number }[]
  median: number | null
}): Figure {
  const rows = DURATIONS.map(({ words }, bucket) => ({
    name: words,
    values: [counts.find((one) => one.bucket === bucket)?.count ?? 0],
  }))
  return {
    ...{ key: 'durations', of: 'From marking to the first verdict', rows },
    series: [{ name: 'Claims', colour: '--s-ok_with_change' }],
    says:
      median === null
        ? 'No claim got its first verdict in this period.'
        : `${count(sum(rows), 'claim')} got a first verdict, half of them within ${durationWords(median)}.`,
  }
}

export function verdictsFigure(
  counts: readonly { type: ClaimType; verdict: VerdictKind; count: number }[],
): Figure {
  const kinds = keysOf(VERDICTS)
  const rows = keysOf(CLAIM_TYPES)
    .map((type) => ({
      name: CLAIM_TYPES[type],
      values: kinds.map(
        (verdict) => counts.find((one) => one.type === type && one.verdict === verdict)?.count ?? 0,
      ),
    }))
    .filter((row) => totalOf(row) > 0)
    .sort((one, other) => totalOf(other) - totalOf(one))
  return {
    ...{ key: 'verdicts', of: 'Type of claim', rows },
    series: kinds.map((verdict) => ({ name: VERDICTS[verdict], colour: `--s-${verdict}` })),
    says:
      rows.length === 0
        ? 'No verdict was given in this period.'
        : `${count(sum(rows), 'verdict')}, of each question the newest.`,
  }
}

export function caughtFigure(caught: readonly { cause: ErrorCause }[]): Figure {
  const rows = keysOf(ERROR_CAUSES).map((cause) => ({
    name: ERROR_CAUSES[cause],
    values: [caught.filter((one) => one.cause === cause).length],
  }))
  return {
    ...{ key: 'caught', of: 'Cause', rows },
    series: [{ name: 'Errors', colour: '--s-confirmed' }],
    says:
      caught.length === 0
        ? 'No words were changed because of a check in this period.'
        : `${count(caught.length, 'error')} changed or cut before print, each claim once.`,
  }
}

/** The same by desk: by name, with the causes as parts of its bar. */
export function caughtByDeskFigure(caught: readonly { cause: ErrorCause; desk: string }[]): Figure {
  const causes = keysOf(ERROR_CAUSES)
  const rows = [...new Set(caught.map(({ desk }) => desk))]
    .map((name) => ({
      name,
      values: causes.map(
        (cause) => caught.filter((one) => one.desk === name && one.cause === cause).length,
      ),
    }))
    .sort((one, other) => totalOf(other) - totalOf(one))
  return {
    ...{ key: 'caught-by-desk', of: 'Desk of', rows },
    series: causes.map((cause) => ({ name: ERROR_CAUSES[cause], colour: CAUSE_COLOURS[cause] })),
    says:
      rows.length === 0
        ? 'No words were changed because of a check in this period.'
        : 'By the editor who leads the article.',
  }
}

const CAUSE_COLOURS: Record<ErrorCause, string> = {
  wrong: '--s-incorrect',
  misquoted: '--s-disputed',
  misleading: '--s-misleading',
  unsupported: '--s-cannot_be_stood_up',
  worded: '--s-ok_with_change',
  legal: '--s-not_checkable',
}

export function correctionsFigure(
  counts: readonly { cause: CorrectionCause; count: number }[],
): Figure {
  const rows = keysOf(CORRECTION_CAUSES).map((cause) => ({
    name: CORRECTION_CAUSES[cause],
    values: [counts.find((one) => one.cause === cause)?.count ?? 0],
  }))
  const all = sum(rows)
  return {
    ...{ key: 'corrections', of: 'How it came to be published', rows },
    series: [{ name: 'Corrections', colour: '--s-incorrect' }],
    says:
      all === 0
        ? 'Nothing that was out was corrected in this period.'
        : `${count(all, 'correction')} of what was out.`,
  }
}

const sum = (rows: readonly FigureRow[]) => rows.reduce((all, row) => all + totalOf(row), 0)

const count = (number: number, what: string) =>
  `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`
