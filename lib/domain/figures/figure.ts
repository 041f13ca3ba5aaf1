/** A picture of the work and the table behind it. */
export interface Figure {
  /** Names it in addresses. */
  key: FigureKey
  /** What it shows, in a sentence; what is said where there is nothing to show. */
  says: string
  /** What a row is, as the head of the table says. */
  of: string
  series: readonly Series[]
  rows: readonly FigureRow[]
}

export interface Series {
  name: string
  /** A colour token: `--s-confirmed`. */
  colour: string
}

export interface FigureRow {
  name: string
  /** Of a row that is a day: the day in words, while its name is the date as ISO 8601 writes it. */
  day?: string
  /** One for each of the series. */
  values: readonly number[]
}

export const FIGURES = {
  states: 'Where articles stand',
  deadlines: 'What deadlines come',
  load: 'Who has how much',
  durations: 'How long checks take',
  verdicts: 'Verdicts by type of claim',
  caught: 'Errors caught before print',
  'caught-by-desk': 'Errors caught before print, by desk',
  corrections: 'Corrections after',
} as const

export type FigureKey = keyof typeof FIGURES

/** Figures of a period; the others are of now. */
export const OF_PERIOD: readonly FigureKey[] = [
  ...(['durations', 'verdicts', 'caught', 'caught-by-desk', 'corrections'] as const),
]

export const isFigureKey = (key: string): key is FigureKey => Object.hasOwn(FIGURES, key)

/** A bar of one row: where each of its parts begins and how long it is, in percent of the longest row. */
export function barOf(figure: Figure, { values }: FigureRow): { at: number; width: number }[] {
  const longest = Math.max(1, ...figure.rows.map(totalOf))
  let at = 0
  return values.map((value) => {
    const width = (100 * value) / longest
    const part = { at, width }
    at += width
    return part
  })
}

export function totalOf({ values }: Pick<FigureRow, 'values'>): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** What is drawn of a figure: all but the days without anything at both ends, and what is said of those; null where there are none. */
export function foldedOf({ rows }: Pick<Figure, 'rows'>): {
  rows: readonly FigureRow[]
  says: string | null
} {
  const days = rows.filter(({ day }) => day !== undefined)
  const kept = days.slice(
    days.findIndex((row) => totalOf(row) > 0),
    days.findLastIndex((row) => totalOf(row) > 0) + 1,
  )
  if (kept.length === days.length) return { rows, says: null }
  const folded = rows.filter((row) => row.day === undefined || kept.includes(row))
  return { rows: folded, says: nothingBeside(days, kept) }
}

function nothingBeside(days: readonly FigureRow[], kept: readonly FigureRow[]): string {
  const [first, last] = [kept[0], kept.at(-1)]
  if (!first || !last) return `Nothing from ${days[0]?.day} to ${days.at(-1)?.day}.`
  const isBegun = first === days[0]
  const isEnded = last === days.at(-1)
  if (isBegun) return `Nothing after ${last.day}.`
  if (isEnded) return `Nothing before ${first.day}.`
  if (first === last) return `Nothing before or after ${first.day}.`
  return `Nothing before ${first.day}, or after ${last.day}.`
}

/** Whether there is nothing to draw. */
export const isEmpty = ({ rows }: Figure): boolean => rows.every((row) => totalOf(row) === 0)

/** The table behind a figure: its head, and a row for each of its rows, with a sum where there is more than one series. */
export function tableOf({ of, series, rows }: Figure): (string | number)[][] {
  const isSummed = series.length > 1
  const head = [of, ...series.map(({ name }) => name), ...(isSummed ? ['All'] : [])]
  const body = rows.map((row) => [row.name, ...row.values, ...(isSummed ? [totalOf(row)] : [])])
  return [head, ...body]
}
