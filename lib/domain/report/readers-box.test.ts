import { expect, test } from 'vitest'
import { sampleReport } from '@/lib/testing/fixtures/sample-report'
import { keysOf, VERDICTS, type VerdictKind } from '../vocabulary'
import {
  boxStanding,
  FOUND,
  inKinds,
  readersBoxOf,
  readersBoxSchema,
  whyNotTold,
} from './readers-box'

const report = sampleReport()
const [claim] = report.claims
if (!claim?.so) throw new Error('the sample has no such claim')
const { so } = claim

test('readers are told the chosen words, what was found, and kinds of sources', () => {
  const box = readersBoxOf(report, ['C-001', 'C-002'])
  expect(readersBoxSchema.parse(box)).toEqual(box)
  expect(box).toMatchObject({
    ...{ newsroom: 'Harbour Wire', language: 'en', revision: 3, checked: 8 },
    claims: [
      {
        words: claim.words,
        said: true,
        found: 'Could not be confirmed on its own',
        sources: [{ kind: 'Wire', count: 1 }],
      },
    ],
    sources: [{ kind: 'Wire', count: 1 }],
  })
  expect(box.corrections).toHaveLength(2)
})

test('nothing of the desk is in it: no source, note, name, rationale or number', () => {
  const printed = JSON.stringify(
    readersBoxOf(
      report,
      report.claims.map(({ number }) => number),
    ),
  )
  for (const secret of [
    ...['Ann Lee', 'Ruth Okafor', 'ليلى', 'Deniz', 'TASS', 'tass.com', 'Russia waiting', 'C-0'],
    ...[so.rationale, so.searched, 'Rostec briefing', 'May we say so?'].filter(Boolean),
  ]) {
    expect(printed).not.toContain(secret)
  }
})

test.each(keysOf(VERDICTS))('%s is told in words, or not at all', (verdict: VerdictKind) => {
  const why = whyNotTold({ ...claim, status: verdict, so: { ...so, verdict } })
  expect(why).toBe(FOUND[verdict] ? null : 'Its words are not safe as they are printed.')
})

test.each([
  ['cut words', { status: 'cut' as const }, /not in this text/],
  ['what is not checked', { so: null }, /not done/],
  ['a check of other words', { status: 'recheck' as const }, /not done/],
  ['a confidential source', { risks: ['confidential_source' as const] }, /confidential/],
  ['a vulnerable person', { risks: ['vulnerable_person' as const] }, /confidential/],
])('%s: readers are not told, whoever chooses', (_, changes, reason) => {
  const wrong = { ...claim, ...changes }
  expect(whyNotTold(wrong)).toMatch(reason)
  expect(readersBoxOf({ ...report, claims: [wrong] }, ['C-001']).claims).toEqual([])
})

test('a claim stands otherwise once its status, its verdicts or its secrecy change, and not for an assignee', () => {
  const before = {
    status: 'checked',
    saidVerdict: null,
    soVerdict: 'confirmed',
    newestVerdictId: 'a',
    risks: ['legal'],
  }
  const same = (changes: object) => boxStanding({ ...before, ...changes }) === boxStanding(before)
  expect(same({ assigneeId: 'x', risks: [] })).toBe(true)
  expect(same({ status: 'recheck' })).toBe(false)
  expect(same({ newestVerdictId: 'b' })).toBe(false)
  expect(same({ soVerdict: 'disputed' })).toBe(false)
  expect(same({ risks: ['anonymous_source'] })).toBe(false)
})

test('kinds are counted, the most frequent first', () => {
  expect(
    inKinds([
      { kind: 'Wire', count: 2 },
      { kind: 'Study', count: 1 },
    ]),
  ).toBe('2 × Wire, Study')
})
