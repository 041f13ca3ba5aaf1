import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { type FactFields, factFrom } from '@/lib/domain/ledger/fact-fields'
import { ledgerRows } from '@/lib/domain/ledger/sheet-rows'
import { readSheetOf } from '@/lib/importing/sheets/read-sheet'
import { ledgerCsv } from './ledger-csv'

const TODAY = '2026-11-30'

const FACTS: FactFields[] = [
  {
    ...{ kind: 'name', subject: 'Recep Tayyip Erdoğan', spellings: 'Tayyip Erdoğan; RTE' },
    titles: 'mayor (1994-03-27 – 1998-11-06)\npresident (2014-08-28 –)',
    note: 'With its “ğ”; and\nso on.',
  },
  { kind: 'birth', subject: 'Ada Vance', born: '1980-02-29' },
  { kind: 'place', subject: 'Kyiv', avoid: 'Kiev' },
  { kind: 'figure', subject: 'coldest day', value: '-40', unit: '°C', asOf: '2026-01-01' },
  { kind: 'house', subject: '=SUM(A1)', avoid: '+1\n@name' },
]

test('what is exported comes in again as it was, and no cell is a formula', async () => {
  const facts = FACTS.map((fields) => {
    const read = factFrom(fields, TODAY)
    if ('problems' in read) throw new Error(JSON.stringify(read.problems))
    return read.fact
  })
  const csv = ledgerCsv(facts)
  const cells: string[][] = parse(csv, { bom: true })
  for (const cell of cells.flat()) expect(cell).not.toMatch(/^[=+\-@]/)
  const sheet = await readSheetOf(Buffer.from(csv), { name: 'ledger.csv' })
  const { rows } = ledgerRows(sheet.rows, { onFile: [], today: TODAY })
  expect(rows.map(({ fact }) => fact)).toEqual(facts)
})
