import { expect, test } from 'vitest'
import { sampleReport } from '@/lib/testing/fixtures/sample-report'
import { CONFIDENTIAL } from './confidential'
import { DOCUMENT_READERS, documentWishesSchema } from './document-wishes'
import { shownTo } from './shown-to'

const report = sampleReport()
const outside = shownTo(report, 'outside')

test('the desk gets the report as it is, which is what its reader may see', () => {
  expect(shownTo(report, 'desk')).toBe(report)
})

test('the writer gets all of it but what others are asked', () => {
  const { queries, ...rest } = shownTo(report, 'writer')
  expect(queries.map(({ to }) => to)).toEqual(['writer'])
  expect(rest).toEqual({ ...report, queries: undefined } satisfies object as typeof rest)
})

test('nobody outside gets a name of the newsroom’s people, or what they say to each other', () => {
  const said = JSON.stringify([
    outside.claims,
    outside.unplaced,
    outside.suggestions,
    outside.queries,
  ])
  for (const { name } of report.people) expect(said).not.toContain(name)
  for (const inner of [
    'I stood beside it.',
    'Rostec and SSB releases',
    'Greece has the S-300.',
    'One agency is enough',
    'A reader may not know that.',
    'May we say so?',
  ])
    expect(said).not.toContain(inner)
  expect(said).toContain('Nobody but the seller says that the money has arrived.')
  expect(said).toContain('Paragraph 2')
  expect(
    outside.claims.flatMap(({ earlier, waivers, secondCheck }) =>
      [...earlier, ...waivers, secondCheck].filter(Boolean),
    ),
  ).toEqual([])
})

test.each(CONFIDENTIAL)(
  'of a claim with the risk %s they get its words and where it stands',
  (risk) => {
    const claims = report.claims.map((claim) => ({ ...claim, risks: [risk] }))
    const [claim] = shownTo({ ...report, claims }, 'outside').claims
    expect(claim).toMatchObject({
      number: 'C-001',
      words: claims[0]?.words,
      status: 'cannot_be_stood_up',
    })
    expect(claim).toMatchObject({ said: null, so: null, evidence: [], claimant: null, risks: [] })
  },
)

test.each([
  [
    { claims: 'on', reader: 'desk' },
    { claims: true, queries: false, suggestions: false, reader: 'desk' },
  ],
  [{}, { claims: false, queries: false, suggestions: false, reader: 'writer' }],
  [
    { queries: 'yes', suggestions: 'on' },
    { claims: false, queries: false, suggestions: true, reader: 'writer' },
  ],
])('what a form asks for is read: %j', (asked, wishes) => {
  expect(documentWishesSchema.parse(asked)).toEqual(wishes)
})

test('a reader that nobody knows is refused', () => {
  for (const reader of ['', 'admin', 'constructor'])
    expect(documentWishesSchema.safeParse({ reader }).success, reader).toBe(false)
  expect(Object.keys(DOCUMENT_READERS)).toEqual(['desk', 'writer', 'outside'])
})
