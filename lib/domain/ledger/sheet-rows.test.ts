import { expect, test } from 'vitest'
import { ledgerRows } from './sheet-rows'

const TODAY = '2026-11-30'

const rowsOf = (...cells: string[][]) =>
  cells.map((one, at) => ({ number: at + 1, isHidden: false, cells: one, links: {} }))

const read = (...cells: string[][]) => ledgerRows(rowsOf(...cells), { onFile: [], today: TODAY })

test('a house list by its headings', () => {
  const { rows, told } = read(
    ['Use', 'Not', 'Owner', 'Note'],
    ['adviser', 'advisor', 'Ines', 'Always.'],
    ['email', '', '', ''],
    ['adviser', 'advisor', '', ''],
    ['=1+1', 'two', '', ''],
    ['advisor', 'adviser', '', ''],
  )
  expect(told).toEqual(['What these columns say is not read: C.'])
  expect(rows[0]).toMatchObject({
    row: 2,
    fact: { kind: 'house', subject: 'adviser', avoid: ['advisor'], note: 'Always.' },
    double: null,
  })
  expect(rows[1]).toMatchObject({ fact: null, problems: { avoid: expect.any(String) } })
  expect(rows[2]?.double).toBe('The same stands in row 2.')
  expect(rows[3]).toMatchObject({
    fact: { subject: '=1+1' },
    told: [expect.stringContaining('kept as text')],
  })
  expect(rows[4]?.told).toEqual([expect.stringContaining('Excludes what stands in row 2')])
})

test('one without headings', () => {
  const { rows, told } = read(['adviser', 'advisor'], ['email', 'e-mail', 'since 2020'])
  expect(rows.map(({ fact }) => fact?.subject)).toEqual(['adviser', 'email'])
  expect(told).toEqual([expect.stringContaining('no headings')])
})

test('a sheet of all kinds, with what is wrong by its field', () => {
  const { rows } = read(
    ['Kind', 'Subject', 'Born', 'Value', 'Unit', 'As of'],
    ['Day of birth', 'A Bee', '200'],
    ['Figure', 'Range', '', '400', 'flurbs', '2025-01-01'],
    ['Figure', 'Range', '', '-40', '°C', '2025-01-01'],
    ['Rumour', 'A'],
  )
  expect(rows.map(({ problems }) => Object.keys(problems))).toEqual([
    ['born'],
    ['unit'],
    [],
    ['kind'],
  ])
  expect(rows[2]?.told).toEqual([])
})
