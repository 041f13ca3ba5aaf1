import { titleOf } from '../articles/note-proposal'
import { foundInSheet } from '../claims/finding'
import { locatorProblem } from '../sources/locator'
import type { Directness, SourceKind, Stance } from '../vocabulary'
import { writtenAddress } from '../web-address'
import { type Columns, proposedColumns, proposedHeader } from './columns'
import type { ReadSheet, SheetRow } from './sheet'
import { type Meaning, proposedMeaning, proposedStance, statusKey } from './statuses'

/** How a sheet is to be understood, as whoever brings it says. */
export interface Mapping {
  /** The number of the row with the headings; 0 where there are none. */
  header: number
  columns: Columns
  /** Whether quotation marks around all of a quote are the sheet's, and not the article's. */
  marksAround: boolean
  /** What its statuses mean, and what the source does to a claim of which this was found, by the status's key. */
  meanings: Record<string, Meaning>
  stances: Record<string, Stance>
  /** What the source does where no status tells it. */
  stance: Stance
  kind: SourceKind
  directness: Directness
}

/** One row as a check of words, still without a place in the text. */
export interface SheetCheck {
  row: number
  isHidden: boolean
  /** The words that it is about; empty where it names none. */
  quote: string
  source: { title: string; url: string } | null
  /** As the sheet has it; empty where it names no place in the source. */
  locator: string
  status: string
  meaning: Meaning
  stance: Stance
  /** What it says beside, with what stood in place of a link. */
  note: string
  /** Why it cannot be brought as it is, in a sentence; null where it can. */
  problem: string | null
}

/** The rows of a sheet as checks, below its headings; rows that say nothing are left out. */
export function checksOf({ rows }: Pick<ReadSheet, 'rows'>, mapping: Mapping): SheetCheck[] {
  return rows.flatMap((row) => {
    if (row.number <= mapping.header) return []
    const check = checkOf(row, mapping)
    const says = check.quote + check.status + check.note + (check.source?.title ?? '')
    return says === '' ? [] : [check]
  })
}

function checkOf(row: SheetRow, { columns, ...mapping }: Mapping): SheetCheck {
  const cell = (column: number | null) => (column === null ? '' : (row.cells[column] ?? '').trim())
  const line = (column: number | null) => cell(column).replace(/\s+/g, ' ')
  const quote = mapping.marksAround ? withoutMarksAround(cell(columns.quote)) : cell(columns.quote)
  const { source, beside } = sourceOf(row, columns, line)
  const said = line(columns.locator)
  const locator = locatorProblem(said) === null ? said : ''
  const status = line(columns.status)
  const meaning = mapping.meanings[statusKey(status)] ?? proposedMeaning(status)
  const stance = mapping.stances[statusKey(status)] ?? proposedStance(meaning)
  const note = [cell(columns.note), beside].filter(Boolean).join('\n')
  return {
    ...{ row: row.number, isHidden: row.isHidden, quote, source, locator, status, meaning, note },
    stance: status === '' ? mapping.stance : stance,
    problem: problemOf({ quote, source, locator, status, note }),
  }
}

/** The source that a row cites, and what its link column says that is no address. */
function sourceOf(
  row: SheetRow,
  columns: Pick<Columns, 'title' | 'link'>,
  line: (column: number | null) => string,
): { source: SheetCheck['source']; beside: string } {
  const [named, linked] = [worded(line(columns.title)), worded(line(columns.link))]
  const leads = (column: number | null) =>
    addressIn(column === null ? '' : (row.links[column] ?? ''))
  const within = /https?:\/\/[^\s<>"]+/i.exec(linked)?.[0] ?? ''
  const url =
    leads(columns.link) ??
    addressIn(linked) ??
    addressIn(within) ??
    leads(columns.title) ??
    addressIn(named) ??
    ''
  const isNamed = named !== '' && addressIn(named) === null
  const isOnlyLink = linked === '' || addressIn(linked) === url
  const title = isNamed ? named : url ? titleOf(url) : linked
  if (title === '') return { source: null, beside: '' }
  const isTold = isOnlyLink || columns.link === columns.title || title === linked
  return { source: { title, url }, beside: isTold ? '' : `Link in the sheet: ${linked}` }
}

/** The address that a cell is and nothing else. */
const addressIn = (text: string) => (/\s/.test(text) ? null : writtenAddress(text))

/** What a cell says, if it says anything: a dash stands for nothing. */
const worded = (text: string) =>
  /[\p{L}\p{N}]/u.test(text) && !/^(?:n\/?a|none)$/i.test(text) ? text : ''

/** A quote without the quotation marks that stand around all of it. */
export function withoutMarksAround(quote: string): string {
  const inside = AROUND.exec(quote)?.[1]?.trim()
  return inside && !/["“”„«»]/.test(inside) ? inside : quote
}

export const hasMarksAround = (quote: string) => withoutMarksAround(quote.trim()) !== quote.trim()

const AROUND = /^(?:["“”„«»]|‘|‚|‹|『|「)(.+)(?:["“”«»]|’|‘|›|』|」)$/s

/** The most characters that each may have, as the forms for a claim's evidence have it. */
const LONGEST = { title: 500, url: 2_000, locator: 300, status: 200, note: 10_000 }

function problemOf({
  quote,
  source,
  ...said
}: Pick<SheetCheck, 'quote' | 'source' | 'locator' | 'status' | 'note'>): string | null {
  if (quote === '') return 'It quotes no words.'
  const lengths = [
    ['title of the source', source?.title ?? '', LONGEST.title],
    ['link', source?.url ?? '', LONGEST.url],
    ['place in the source', said.locator, LONGEST.locator],
    ['status', said.status, LONGEST.status],
    ['note', said.note, LONGEST.note],
  ] as const
  const long = lengths.find(([, words, most]) => words.length > most)
  if (!long) return null
  const [what, words, most] = long
  return `The ${what} has ${words.length.toLocaleString('en')} characters; ${most.toLocaleString('en')} is the most.`
}

/** What is put down as the place in the source where the sheet names none: where it was cited. */
export const citedIn = (name: string, row: number) =>
  `As cited in row ${row} of ${name}`.slice(0, 300)

/** What a row says beside its source, as it is written down on the claim; empty where it says nothing. */
export function writtenDown(
  name: string,
  { row, status, note }: Pick<SheetCheck, 'row' | 'status' | 'note'>,
): string {
  const said = [status && `Status there: “${status}”`, note].filter(Boolean).join('\n')
  return said && foundInSheet(name, row, said)
}

/** Whether two things that are written down say the same, wherever they were brought from. */
export const saysTheSame = (one: string, other: string) => saidIn(one) === saidIn(other)

const saidIn = (written: string) =>
  (written.startsWith('From ') ? written.replace(/^[^\n]*\n/, '') : null) ?? written

/** Whether a row cites a source that is on file: by its address, or, where it has none, by its very title. */
export function isSameSource(
  cited: { title: string; url: string },
  known: { title: string; url: string },
): boolean {
  return cited.url !== '' ? cited.url === known.url : cited.title === known.title
}

/** How a sheet is most likely to be understood; whoever brings it says what holds. */
export function proposedMapping({ rows }: Pick<ReadSheet, 'rows'>): Mapping {
  const header = proposedHeader(rows)
  return { ...mappingUnder(rows, header), stance: 'supports', directness: 'secondary' }
}

/** The same for headings that stand in another row. */
export function mappingUnder(
  rows: readonly SheetRow[],
  header: number,
): Omit<Mapping, 'stance' | 'directness'> {
  const columns = proposedColumns(rows.find(({ number }) => number === header)?.cells ?? [])
  return {
    ...{ header, columns, marksAround: false, meanings: {}, stances: {} },
    kind: columns.link === null ? 'official_document' : 'web_page',
  }
}

/** The statuses of a sheet as they are written first, and how often each stands in it. */
export function statusesIn(checks: readonly Pick<SheetCheck, 'status'>[]) {
  const found = new Map<string, { key: string; status: string; count: number }>()
  for (const { status } of checks) {
    const key = statusKey(status)
    if (key === '') continue
    const known = found.get(key) ?? { key, status, count: 0 }
    found.set(key, { ...known, count: known.count + 1 })
  }
  return [...found.values()]
}
