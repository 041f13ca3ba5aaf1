import Ajv from 'ajv/dist/2020'
import { expect, test } from 'vitest'
import { reportSchema } from '@/lib/domain/report/schema'
import { sampleReport } from '@/lib/testing/fixtures/sample-report'
import { reportJson, reportJsonSchema } from './json'

const accepts = new Ajv({ validateFormats: false }).compile(reportJsonSchema())
const report = sampleReport()

test('an exported report says which schema it follows, and follows it', () => {
  const exported = JSON.parse(reportJson(report, 'https://desk.example/'))
  expect(exported.$schema).toBe('https://desk.example/schemas/stet-report-1.json')
  expect(accepts(exported)).toBe(true)
  expect(accepts(JSON.parse(reportJson(report)))).toBe(true)
})

test('text, claims and evidence come back from the file as they went in, to the letter', () => {
  // Where a copy opens is told as an address, or not at all.
  const told = JSON.parse(JSON.stringify(report), (name, value) =>
    name === 'opensAt' ? undefined : value,
  )
  expect(reportSchema.parse(JSON.parse(reportJson(report)))).toEqual(told)
})

test('a report that was made before there were signatures follows the schema still', () => {
  const { signOffs: _, corrections: __, captures: ___, ...older } = report
  expect(accepts(JSON.parse(reportJson(older)))).toBe(true)
  expect(JSON.parse(reportJson(report))).toMatchObject({
    signOffs: [{ state: 'superseded', end: { claims: ['C-001', 'C-004'] } }, { emergency: true }],
    corrections: [{ number: 2 }, { number: 1, claim: 'C-002', cause: 'source_wrong' }],
  })
})

test('evidence names where its kept copy opens, as an address or not at all', () => {
  const opensAt = (json: string) => JSON.parse(json).claims[1].evidence[0].opensAt
  expect(opensAt(reportJson(report, 'https://desk.example/'))).toBe(
    'https://desk.example/desk/captures/page?evidence=e1&claim=s-400%2F2',
  )
  expect(opensAt(reportJson(report))).toBeUndefined()
})

test('what was compared follows the schema, with the words on both sides', () => {
  const [, , third] = JSON.parse(reportJson(report)).claims
  expect(third.evidence[0].comparisons).toMatchObject([
    { kind: 'quote', reading: 'verbatim', against: expect.stringMatching(/^Unfortunately/) },
  ])
})

test.each([
  ['a status that nobody knows', { claims: [{ ...report.claims[0], status: 'true' }] }],
  ['a signature that stands in a way that nobody knows', signOffs({ state: 'perhaps' })],
  ['a signature without its checkpoint', signOffs({ checkpoint: undefined })],
  ['a kept copy without its hash', { captures: [{ ...report.captures?.[0], sha256: '' }] }],
  ['half a hash', { audit: { entries: 1, head: 'c0ffee' } }],
  ['a property of somebody else', { secret: 'who told us' }],
  ['a missing text', { text: undefined }],
])('the schema refuses %s', (_, wrong) => {
  expect(accepts(JSON.parse(JSON.stringify({ ...report, ...wrong })))).toBe(false)
})

test('a wrong report is not exported, and what the schema does not name is left out', () => {
  expect(() => reportJson({ ...report, generatedAt: 'yesterday' })).toThrow()
  expect(reportJson(Object.assign({}, report, { secret: 'who told us' }))).not.toContain(
    'who told us',
  )
})

function signOffs(wrong: object) {
  return { signOffs: report.signOffs?.map((signOff) => ({ ...signOff, ...wrong })) }
}
