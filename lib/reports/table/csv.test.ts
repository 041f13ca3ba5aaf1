import { expect, test } from 'vitest'
import { sampleReport } from '@/lib/testing/fixtures/sample-report'
import { reportCsv } from './csv'

const report = sampleReport()

test('a table has a heading and a row per claim, all of one width', () => {
  const [headings, ...rows] = rowsOf(reportCsv(report))
  expect(headings?.slice(0, 4)).toEqual(['Number', 'Status', 'Said', 'So'])
  expect(rows).toHaveLength(report.claims.length)
  for (const row of rows) expect(row).toHaveLength(headings?.length ?? 0)
})

test('said and so, the exact words and the evidence come out as they went in', () => {
  const [first, , third] = records(reportCsv(report))
  expect(first).toMatchObject({ Said: 'Confirmed', So: 'Cannot be stood up', Block: 'Paragraph' })
  expect(first?.Words).toBe(report.claims[0]?.words)
  expect(first?.Evidence?.split('\n')).toHaveLength(2)
  expect(first?.Origins).toBe('2 links, 1 origin')
  expect(first?.['Kept copies']).toMatch(
    /^Russia waiting.*: SHA-256 (ab){32}, kept 2020-12-07T13:30:00Z by .*; dated .* by Stamps of Record$/,
  )
  expect(first?.Evidence).toMatch(/^1\. Supports, secondary; Wire, Russia waiting.*; Paragraph 2; /)
  expect(third).toMatchObject({ Said: 'Confirmed', So: 'Not yet checked', 'Checked at': '' })
  expect(first?.['Checked at']).toBe('2020-12-07T13:41:00Z')
})

test('what was compared stands with its evidence, and who called it what', () => {
  const [, , third] = records(reportCsv(report))
  expect(third?.Evidence).toMatch(
    /^1\. .*; Words compared: Word for word \(Ann Lee\); Proposed: Word for word; Seen\. /,
  )
})

test('both checks and the decision stand in cells of their own', () => {
  const row = records(reportCsv(report)).find((one) => one.Number === 'C-006')
  expect(row).toMatchObject({ So: 'Misleading', 'Second check': 'Decided by an editor' })
  expect(row?.Checks?.split('\n')).toEqual([
    'First check, so: Not checkable (Ann Lee, 2020-12-07T13:41:00Z); A round figure.',
    'Second check, blind, so: Misleading (ليلى حداد, 2020-12-07T13:48:00Z); No missile reaches both.',
    expect.stringMatching(/^Decision, so: Misleading \(Ruth Okafor, /),
  ])
})

test('what was accepted and corrected stands with its claim, and who signed the text', () => {
  const [signOff] = report.signOffs ?? []
  const here = { ...report.revision, revision: report.revision.number, end: null }
  const signed = { ...report, signOffs: signOff && [{ ...signOff, ...here }] }
  const [first, second, third] = records(reportCsv(signed))
  expect(first?.['Accepted as open']).toBe(
    'C-001, “full payment was received”, rests on secondary support only. All three were in the room. (Ruth Okafor)',
  )
  expect(second?.Corrections).toBe(
    '“Ankara signed in 2016”: “Ankara signed in 2017”, the source was wrong (ليلى حداد); An earlier version gave the year as 2016. It is 2017.',
  )
  expect(third?.['Text signed off by']).toBe('Ruth Okafor, editor')
  expect(third?.['Text signed off at']).toBe('2020-12-07T12:50:00Z')
  const [unsigned] = records(reportCsv(report))
  expect(unsigned).toMatchObject({ 'Accepted as open': '', 'Text signed off by': '' })
})

test.each(['=1+1', '+1', '-1', '@a', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠a'])(
  'no spreadsheet takes %j for a formula',
  (words) => {
    const claims = report.claims.slice(0, 1).map((claim) => ({
      ...claim,
      words,
      claimant: words,
      assignee: words,
    }))
    const [row] = records(reportCsv({ ...report, claims }))
    expect([row?.Words, row?.Claimant, row?.Assignee]).toEqual(Array(3).fill(`'${words}`))
  },
)

function records(csv: string): Record<string, string>[] {
  const [headings = [], ...rows] = rowsOf(csv)
  return rows.map((row) => Object.fromEntries(headings.map((name, i) => [name, row[i] ?? ''])))
}

/** RFC 4180 to the letter: CRLF ends a record, and a quote stands only where the grammar has one. */
function rowsOf(csv: string): string[][] {
  expect(csv.startsWith('\uFEFF')).toBe(true)
  const rows: string[][] = []
  const row: string[] = []
  let rest = csv.slice(1)
  while (rest !== '') {
    const cell = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest)
    if (!cell) throw new Error(`Not RFC 4180: ${JSON.stringify(rest.slice(0, 80))}`)
    row.push(cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '')
    if (cell[3] === '\r\n') rows.push(row.splice(0))
    rest = rest.slice(cell[0].length)
  }
  expect(row).toEqual([])
  return rows
}
