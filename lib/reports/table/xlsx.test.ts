import readXlsx from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { Report } from '@/lib/domain/report/schema'
import { bigSampleReport, sampleReport } from '@/lib/testing/fixtures/sample-report'
import { childrenOutOfOrder } from '@/lib/testing/ooxml/element-order'
import { unpack } from '@/lib/testing/ooxml/unpack'
import { claimsOf } from './claim-columns'
import { reportXlsx } from './xlsx'

const report = sampleReport({ timeZone: 'Asia/Tokyo' })

async function recordsOf(given: Report) {
  const [sheet] = await readXlsx(Buffer.from(await reportXlsx(given)))
  const [headings = [], ...rows] = sheet?.data ?? []
  return rows.map((row) => Object.fromEntries(headings.map((name, at) => [String(name), row[at]])))
}

test('another program reads a row per claim, with real numbers and real dates of the newsroom’s zone', async () => {
  const records = await recordsOf(report)
  expect(records.map((one) => one.Number)).toEqual(claimsOf(report).map(({ number }) => number))
  const checkedAt = Number(records[0]?.['Checked at (Asia/Tokyo)'])
  expect(Math.round(checkedAt / 60_000)).toBe(Date.UTC(2020, 11, 7, 22, 41) / 60_000)
  expect(records[0]).toMatchObject({
    Said: 'Confirmed',
    So: 'Cannot be stood up',
    Words: report.claims[0]?.words,
    'Pieces of evidence': 2,
  })
  expect(records[3]).toMatchObject({ 'Checked at (Asia/Tokyo)': null, 'Pieces of evidence': 0 })
})

test('words of every script come out letter by letter, and what cannot be seen is written out', async () => {
  const words = [
    '“karar bekleniyor”',
    'Первый контракт',
    'المدى 400',
    '两份合同',
    'a\u202Eb',
    '\uFFFE',
  ]
  const [one] = report.claims
  const claims = words.map((each) => ({ ...one, words: each }) as Report['claims'][number])
  const records = await recordsOf({ ...report, claims })
  expect(records.map(({ Words }) => Words)).toEqual([
    ...words.slice(0, 4),
    'a⟦U+202E⟧b',
    '⟦U+FFFE⟧',
  ])
})

test.each(['=1+1', '+1', '@a', '=HYPERLINK("https://evil.example")', '<f>1+1</f>'])(
  'no cell takes %j for a formula',
  async (typed) => {
    const claims = report.claims.slice(0, 1).map((claim) => ({ ...claim, words: typed }))
    const made = await reportXlsx({ ...report, claims })
    expect(unpack(made)['xl/worksheets/sheet1.xml']).not.toMatch(/<f[\s>]/)
    expect((await recordsOf({ ...report, claims }))[0]?.Words).toBe(typed)
  },
)

test('a cell that holds no more says so', async () => {
  const claims = report.claims.slice(0, 1).map((one) => ({ ...one, words: '😀'.repeat(20_000) }))
  const [record] = await recordsOf({ ...report, claims })
  expect(String(record?.Words).length).toBeLessThanOrEqual(32_767)
  expect(record?.Words).toMatch(
    /^(?:😀)+ … \[A cell holds no more\. The report has all of it\.\]$/u,
  )
})

test('the headings are frozen, and a filter stands over every column and row', async () => {
  const parts = unpack(await reportXlsx(bigSampleReport({ claims: 30 })))
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
  expect(sheet).toContain('<autoFilter ref="A1:AH31"/>')
  expect(Object.values(parts).flatMap(childrenOutOfOrder)).toEqual([])
})
