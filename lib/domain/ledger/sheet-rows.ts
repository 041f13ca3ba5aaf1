import { columnName, type SheetRow } from '../sheets/sheet'
import type { Day } from '../times/days'
import { FACT_KINDS } from '../vocabulary'
import { saysTheSame, whyExcluded } from './conflicts'
import {
  FACT_FIELDS,
  type FactField,
  type FactFields,
  type FactProblems,
  factFrom,
} from './fact-fields'
import type { Fact, FactSaid } from './facts'
import { subjectKey } from './spelling/words'

/** A row of a house list or a ledger's sheet, and what becomes of it. */
export interface LedgerRow {
  /** As a spreadsheet counts it, from 1. */
  row: number
  fields: FactFields
  /** Null where something is wrong with it. */
  fact: FactSaid | null
  problems: FactProblems
  /** What a reader should know of it, a sentence each. */
  told: string[]
  /** Says the same as a row above or a fact on file, and so is not kept again. */
  double: string | null
}

export interface LedgerSheet {
  rows: LedgerRow[]
  /** What of the sheet is not read, a sentence each. */
  told: string[]
}

const HEADINGS: Record<FactField, string> = {
  kind: 'kind|type|art|typ|genre|tipo|tür|вид|тип|نوع',
  subject:
    'subject|name|use|preferred|spelling|right|correct|write|term|entry|word|place|house style|richtig|schreibweise|begriff|terme|graphie|término|грамотно|слово|термин|имя|doğru',
  spellings:
    'also right|also|accepted|variants|variant|accepted spellings|other spellings|auch|aussi|también',
  avoid:
    'not|avoid|wrong|instead of|do not use|don’t use|incorrect|never|nicht|falsch|statt|éviter|pas|evitar|no|не|неправильно|yanlış',
  titles: 'titles|title|position|office|amt|titel|titre|cargo|должность',
  born: 'born|birth|birth date|date of birth|day of birth|age|geboren|geburtsdatum|alter|né|naissance|nacimiento|edad|дата рождения|возраст',
  value: 'value|figure|number|amount|wert|zahl|valeur|valor|значение',
  unit: 'unit|units|einheit|unité|unidad|единица',
  asOf: 'as of|date|day|stand|au|fecha|дата',
  staleAfter: 'stale after|keep until|kept until|valid until|until|gültig bis|jusqu’au|hasta|до',
  note: 'note|notes|comment|reason|rule|remark|anmerkung|notiz|remarque|nota|примечание',
}

const KNOWN = new Map(
  (Object.keys(HEADINGS) as FactField[]).flatMap((field) =>
    [...HEADINGS[field].split('|'), FACT_FIELDS[field].toLowerCase()].map(
      (heading) => [heading, field] as const,
    ),
  ),
)

/**
 * The rows of a sheet as facts, as of a day, with what is wrong with each by its field; nothing is stored by this. A sheet without a
 * column for the kind is of house style, and one without headings has what is right, what is not, and a note.
 */
export function ledgerRows(
  rows: readonly SheetRow[],
  { onFile, today }: { onFile: readonly Fact[]; today: Day },
): LedgerSheet {
  const { columns, header, told } = columnsOf(rows)
  const known = new Known(onFile)
  const read = rows
    .filter(({ number }) => number > header)
    .map(({ number, cells }) => {
      const fields = fieldsIn(cells, columns)
      const answer = factFrom(fields, today)
      const fact = 'fact' in answer ? answer.fact : null
      const problems = 'problems' in answer ? answer.problems : {}
      return {
        ...{ row: number, fields, fact, problems },
        double: fact && known.sameAs(fact, number),
        told: [...formulasIn(fields), ...(fact ? known.excludes(fact) : [])],
      }
    })
  return { rows: read, told }
}

function columnsOf(rows: readonly SheetRow[]) {
  const first = rows[0]
  const fields = (first?.cells ?? []).map((cell) => KNOWN.get(plain(cell)))
  const hasHeadings = fields.includes('subject')
  if (!first || !hasHeadings) {
    const told = [
      'It has no headings that are known, so it is read as: what is right, what is not, a note.',
    ]
    const columns: [FactField, number][] = [
      ['subject', 0],
      ['avoid', 1],
      ['note', 2],
    ]
    return { columns, header: 0, told }
  }
  const columns = new Map<FactField, number>()
  const left: string[] = []
  fields.forEach((field, column) => {
    if (field && !columns.has(field)) columns.set(field, column)
    else if (plain(first.cells[column] ?? '') !== '') left.push(columnName(column))
  })
  const told = left.length > 0 ? [`What these columns say is not read: ${left.join(', ')}.`] : []
  return { columns: [...columns], header: first.number, told }
}

const plain = (heading: string) =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s*#:]+|[\s*:?]+$/g, '')

function fieldsIn(cells: readonly string[], columns: readonly [FactField, number][]): FactFields {
  const said = columns.flatMap(([field, column]) => {
    const cell = (cells[column] ?? '').trim()
    return cell === '' ? [] : [[field, cell] as const]
  })
  const fields: FactFields = Object.fromEntries(said)
  return { kind: FACT_KINDS.house, ...fields }
}

/** Cells that a spreadsheet would calculate (`= + - @` and their full-width forms) are words here. */
function formulasIn(fields: FactFields): string[] {
  const marked = (Object.keys(fields) as FactField[]).filter((field) =>
    /^[=@＝＠]|^[+\-＋－](?!\d+(?:[.,]\d+)*$)/.test(fields[field] ?? ''),
  )
  return marked.map(
    (field) =>
      `“${FACT_FIELDS[field]}” looks like a formula. It is kept as text, and nothing calculates it.`,
  )
}

/** What is on file, and the rows so far, to tell doubles and contradictions. */
class Known {
  readonly #bySubject = new Map<string, { fact: FactSaid; where: string }[]>()
  readonly #all: { fact: FactSaid; where: string }[] = []

  constructor(onFile: readonly Fact[]) {
    for (const fact of onFile) this.#add(fact, 'the ledger')
  }

  sameAs(fact: FactSaid, row: number): string | null {
    const same = this.#of(fact).find((one) => saysTheSame(one.fact, fact))
    if (!same) this.#add(fact, `row ${row}`)
    return same ? `The same stands in ${same.where}.` : null
  }

  /** At most three are told. */
  excludes(fact: FactSaid): string[] {
    return this.#all
      .flatMap(({ fact: other, where }) => {
        const why = other === fact ? null : whyExcluded(other, fact)
        return why
          ? [
              `Excludes what stands in ${where}: ${why} Both are kept, and a person says which holds.`,
            ]
          : []
      })
      .slice(0, 3)
  }

  #of(fact: FactSaid) {
    return this.#bySubject.get(subjectKey(fact.subject)) ?? []
  }

  #add(fact: FactSaid, where: string) {
    const key = subjectKey(fact.subject)
    this.#bySubject.set(key, [...(this.#bySubject.get(key) ?? []), { fact, where }])
    this.#all.push({ fact, where })
  }
}
