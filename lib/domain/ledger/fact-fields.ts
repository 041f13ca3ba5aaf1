import { readFigures } from '../comparisons/figures/reading/read-figures'
import { unstorable } from '../text/blocks'
import { type Day, isDay } from '../times/days'
import { FACT_KINDS, type FactKind, keysOf } from '../vocabulary'

import { ageInYears, type FactSaid, type Title, titleInWords } from './facts'
import { figureOf } from './figure-of'
import { inPrintOrder, ledgerWords, printedForm } from './spelling/words'

/** A fact as it is typed or stands in a sheet: text in every field, several of one thing on lines or after semicolons. */
export const FACT_FIELDS = {
  kind: 'Kind',
  subject: 'Subject',
  spellings: 'Also right',
  avoid: 'Not',
  titles: 'Titles',
  born: 'Born',
  value: 'Value',
  unit: 'Unit',
  asOf: 'As of',
  staleAfter: 'Stale after',
  note: 'Note',
} as const

export type FactField = keyof typeof FACT_FIELDS
export type FactFields = Partial<Record<FactField, string>>
export type FactProblems = Partial<Record<FactField, string>>

/** Which fields each kind has, besides its subject and a note. */
export const FIELDS_OF: Readonly<Record<FactKind, readonly FactField[]>> = {
  name: ['spellings', 'avoid', 'titles'],
  birth: ['born'],
  place: ['spellings', 'avoid'],
  figure: ['value', 'unit', 'asOf', 'staleAfter'],
  house: ['avoid'],
}

/** A fact as its form is filled in, or its row in a sheet; the inverse of `factFrom`. */
export function fieldsOf(fact: FactSaid): FactFields {
  const { subject, note } = fact
  const about = { kind: FACT_KINDS[fact.kind], subject, note }
  switch (fact.kind) {
    case 'name':
      return { ...about, ...spelt(fact), titles: fact.titles.map(titleInWords).join('\n') }
    case 'place':
      return { ...about, ...spelt(fact) }
    case 'house':
      return { ...about, avoid: fact.avoid.join('\n') }
    case 'birth':
      return { ...about, born: fact.born }
    case 'figure': {
      const { value, unit, asOf, staleAfter } = fact
      return { ...about, value, unit, asOf, staleAfter: staleAfter ?? '' }
    }
  }
}

const spelt = ({ spellings, avoid }: { spellings: string[]; avoid: string[] }) => ({
  spellings: spellings.join('\n'),
  avoid: avoid.join('\n'),
})

const LONGEST = 200
const MOST = 30
/** Older than this nobody has been for sure. */
const OLDEST = 122

/** Reads what was typed of a fact as of a day; else says of each field what is wrong, in the reader's words. */
export function factFrom(
  fields: FactFields,
  today: Day,
): { fact: FactSaid } | { problems: FactProblems } {
  const reader = new Reader(fields)
  const fact = said(reader, today)
  return fact && !reader.hasProblems ? { fact } : { problems: reader.problems }
}

function said(reader: Reader, today: Day): FactSaid | null {
  const kind = reader.kind()
  const subject = reader.words('subject', 'Say what it is about.')
  const note = reader.text('note', 1_000)
  if (kind === null) return null
  const about = { subject: kind === 'house' ? subject : inPrintOrder(subject), note }
  switch (kind) {
    case 'name':
      return { ...about, kind, ...spelling(reader, about.subject), titles: reader.titles() }
    case 'place':
      return { ...about, kind, ...spelling(reader, about.subject) }
    case 'house': {
      const { avoid } = spelling(reader, subject)
      if (avoid.length === 0)
        reader.refuse('avoid', 'Say which spelling is not to be printed instead.')
      return { ...about, kind, avoid }
    }
    case 'birth':
      return { ...about, kind, born: reader.born(today) }
    case 'figure':
      return { ...about, kind, ...reader.figure() }
  }
}

function spelling(reader: Reader, subject: string) {
  const spellings = reader.list('spellings')
  const avoid = reader.list('avoid')
  const right = [subject, ...spellings].map((one) => one.normalize('NFC'))
  const both = avoid.find((one) => right.includes(one.normalize('NFC')))
  if (both) reader.refuse('avoid', `“${both}” stands among the right spellings, too.`)
  return { spellings: spellings.filter((one) => printedForm(one) !== printedForm(subject)), avoid }
}

/** Takes fields one by one, and gathers what is wrong with them. */
class Reader {
  readonly problems: FactProblems = {}

  constructor(private readonly fields: FactFields) {}

  get hasProblems() {
    return Object.keys(this.problems).length > 0
  }

  refuse(field: FactField, message: string) {
    this.problems[field] ??= message
  }

  text(field: FactField, most = LONGEST): string {
    const text = (this.fields[field] ?? '').normalize('NFC').trim()
    const damaged = unstorable(text)
    if (damaged) this.refuse(field, `This holds ${damaged}, which cannot be stored.`)
    if (text.length > most)
      this.refuse(field, `This is longer than ${most.toLocaleString('en')} characters.`)
    return text
  }

  words(field: FactField, missing: string): string {
    const text = this.text(field).replace(/\s+/g, ' ')
    if (text === '') this.refuse(field, missing)
    else if (ledgerWords(text).length === 0)
      this.refuse(field, `“${text}” has no letter or figure in it.`)
    return text
  }

  kind(): FactKind | null {
    const typed = this.text('kind')
    const kind = keysOf(FACT_KINDS).find(
      (one) => one === typed.toLowerCase() || FACT_KINDS[one].toLowerCase() === typed.toLowerCase(),
    )
    if (kind) return kind
    const all = Object.values(FACT_KINDS).join(', ')
    this.refuse('kind', typed ? `“${typed}” is no kind of fact: ${all}.` : `Choose a kind: ${all}.`)
    return null
  }

  list(field: FactField): string[] {
    const parts = this.text(field, 2_000)
      .split(/[\n;]/)
      .map((one) => one.replace(/\s+/g, ' ').trim())
    const each = [...new Set(parts)].filter((one) => one !== '')
    if (each.length > MOST) this.refuse(field, `These are more than ${MOST}.`)
    const wordless = each.find((one) => ledgerWords(one).length === 0)
    if (wordless) this.refuse(field, `“${wordless}” has no letter or figure in it.`)
    return each
  }

  titles(): Title[] {
    return this.list('titles').map((line) => {
      const [, title = line, from = '', , until = ''] = TITLE.exec(line) ?? []
      const ends = [from, until].map((one) => (one === '' ? null : this.dayIn('titles', one)))
      const [start, end] = [ends[0] ?? null, ends[1] ?? null]
      if (start && end && end < start) {
        this.refuse('titles', `“${title}” ends on ${end}, before it begins on ${start}.`)
      }
      return { title: title.trim(), from: start, until: end }
    })
  }

  born(today: Day): Day {
    const typed = this.text('born')
    if (/^\d{1,3}$/.test(typed)) {
      const isAge = Number(typed) <= OLDEST
      this.refuse(
        'born',
        isAge
          ? `An age of ${typed} is right for a year at most. Give the day of birth, as in 1952-08-20.`
          : `Nobody has an age of ${typed}. Give the day of birth, as in 1952-08-20.`,
      )
      return typed
    }
    const born = this.day('born', 'Give the day of birth, as in 1952-08-20.')
    const age = ageInYears(born, today)
    if (isDay(born) && age === null) this.refuse('born', `${born} has not come yet.`)
    if (age !== null && age > OLDEST) {
      this.refuse(
        'born',
        `That would be an age of ${age}, and nobody has been older than ${OLDEST}. A day of birth is kept of the living, so that their age is right.`,
      )
    }
    return born
  }

  figure() {
    const [value, unit] = [this.words('value', 'Give the value.'), this.text('unit')]
    if (value !== '') this.#assertFigure(value, unit)
    const asOf = this.day('asOf', 'Say of which day the figure is, as in 2026-01-31.')
    const staleAfter = this.text('staleAfter') ? this.day('staleAfter', '') : null
    if (staleAfter && isDay(asOf) && staleAfter < asOf) {
      this.refuse('staleAfter', `It would be stale before ${asOf}, the day that it is of.`)
    }
    return { value, unit, asOf, staleAfter }
  }

  day(field: FactField, missing: string): Day {
    const typed = this.text(field)
    if (typed === '') this.refuse(field, missing)
    return typed === '' ? '' : this.dayIn(field, typed)
  }

  dayIn(field: FactField, typed: string): Day {
    if (!isDay(typed)) {
      this.refuse(
        field,
        `“${typed}” is no day that can be read for sure. Write it as in 2026-01-31.`,
      )
    }
    return typed
  }

  #assertFigure(value: string, unit: string) {
    const bare = readFigures(value)[0]
    if (!bare || bare.start > 0 || bare.end < value.length) {
      this.refuse(
        'value',
        `“${value}” is no figure that can be read. Write it as in 400 or 2.5 million.`,
      )
    } else if (unit !== '' && !figureOf(value, unit)) {
      this.refuse(
        'unit',
        `“${unit}” is no unit that Stet knows. Write it as in km, kg, %, USD or hours; leave it out for a number of things.`,
      )
    }
  }
}

/** `Defence minister (2012-11-06 – 2024-05-12)`, with either day left out. */
const TITLE =
  /^(.*?)\s*\(\s*(?:from\s+)?([\d][\d./-]*)?\s*(–|—|\.\.|to|until|till|-)?\s*([\d][\d./-]*)?\s*\)$/i
