import { expect, test } from 'vitest'
import { layOut } from '../text/blocks'
import { compileReport } from './compile'
import type { ClaimOnFile, ReportFacts } from './facts'
import { reportSchema } from './schema'

const at = '2026-11-22T10:00:00.000Z'
const text = layOut([{ kind: 'paragraph', text: 'The bridge opened in 1932, she said.' }])

const facts = (changes: Partial<ReportFacts> = {}): ReportFacts => ({
  newsroom: 'The Desk',
  timeZone: 'UTC',
  article: {
    headline: 'The bridge',
    slug: 'the-bridge',
    language: 'en',
    state: 'in_check',
    deadline: null,
    worry: '',
  },
  writerIds: ['lena'],
  wrote: { writers: [], signers: [] },
  policy: { secondCheck: 'by_risk', secondCheckRisks: ['legal'] },
  people: [{ name: 'Lena', part: 'writer' }],
  revision: {
    number: 1,
    sha256: 'a'.repeat(64),
    createdAt: at,
    createdBy: 'Ines',
    ...text,
    words: 7,
  },
  coveredWords: 3,
  claims: [],
  unplaced: [],
  marks: [],
  queries: [],
  suggestions: [],
  captures: [],
  signOffs: [],
  corrections: [],
  audit: { entries: 4, head: 'b'.repeat(64) },
  generatedAt: new Date(at),
  generatedBy: 'Ines',
  ...changes,
})

const claim = (changes: Partial<ClaimOnFile> = {}): ClaimOnFile => ({
  number: 1,
  start: 11,
  end: 25,
  type: 'date_or_time',
  risks: ['central'],
  claimant: null,
  assignee: null,
  status: 'checked',
  saidVerdict: null,
  soVerdict: 'confirmed',
  verdicts: [verdict()],
  secondCheckAsked: false,
  frameAfter: '',
  wroteIds: [],
  hiddenBy: [],
  waivers: [],
  evidence: [evidence()],
  ...changes,
})

const verdict = (
  changes: Partial<ClaimOnFile['verdicts'][number]> = {},
): ClaimOnFile['verdicts'][number] => ({
  aspect: 'so',
  verdict: 'confirmed',
  words: 'opened in 1932',
  rationale: '',
  searched: '',
  change: '',
  writersWord: '',
  givenById: 'tom',
  givenBy: 'Tom',
  givenAt: at,
  check: 'first',
  blind: false,
  ...changes,
})

const evidence = (): ClaimOnFile['evidence'][number] => ({
  aspect: null,
  stance: 'supports',
  directness: 'primary',
  locator: 'page 4',
  excerpt: '',
  note: '',
  addedBy: 'Tom',
  addedAt: at,
  source: {
    id: 's1',
    kind: 'book',
    title: 'A ledger',
    publisher: 'The city',
    published: '1932',
    originGroupId: null,
    url: '',
    origin: '',
  },
})

test('prints both checks beside each other, says what is open, and of hidden verdicts that there are some', () => {
  const risks: ClaimOnFile['risks'] = ['legal']
  const second = verdict({ check: 'second', givenById: 'bo', verdict: 'disputed', blind: true })
  const [agreed, differing, waiting, hidden] = compileReport(
    facts({
      claims: [
        claim({ number: 1, risks, verdicts: [{ ...second, verdict: 'confirmed' }, verdict()] }),
        claim({ number: 2, risks, status: 'in_progress', verdicts: [second, verdict()] }),
        claim({ number: 3, risks }),
        claim({ number: 4, risks, status: 'in_progress', verdicts: [], hiddenBy: ['lena'] }),
      ],
    }),
  ).claims
  expect(agreed?.secondCheck).toMatchObject({
    standing: 'agrees',
    verdicts: [{ check: 'first' }, { check: 'second', blind: true }],
  })
  expect(agreed?.earlier).toEqual([])
  expect(differing?.secondCheck?.standing).toBe('disagrees')
  expect(waiting?.secondCheck).toEqual({ standing: 'missing', verdicts: [] })
  expect(hidden).toMatchObject({ so: null, earlier: [] })
  expect(compileReport(facts({ claims: [claim()] })).claims[0]).not.toHaveProperty('secondCheck')

  const report = compileReport(
    facts({
      claims: [
        claim({ number: 2, risks, status: 'in_progress', verdicts: [second, verdict()] }),
        claim({ number: 3, risks }),
        claim({ number: 4, risks, status: 'in_progress', verdicts: [], hiddenBy: ['lena'] }),
      ],
    }),
  )
  const openOf = (number: string) =>
    report.open.filter((one) => one.claim === number).map(({ what }) => what)
  expect(openOf('C-002')).toContain('The two checks disagree, and nobody has decided.')
  expect(openOf('C-003')).toEqual(['The second check waits.'])
  expect(openOf('C-004')).toEqual(['A first verdict is given, and the second check waits.'])
  expect(report.limits.join()).toContain('verdicts on C-004 are hidden from Ines')
  expect(report.selfChecked).toBe(true)
  expect(reportSchema.parse(report)).toEqual(report)
})

test('a report keeps to its published schema', () => {
  const report = compileReport(facts({ claims: [claim(), claim({ number: 2, status: 'cut' })] }))

  expect(reportSchema.parse(report)).toEqual(report)
  expect(report.claims[0]).toMatchObject({ number: 'C-001', words: 'opened in 1932' })
})

test('a cut claim is told, and counted nowhere', () => {
  const { counts, claims } = compileReport(facts({ claims: [claim({ status: 'cut' })] }))

  expect(claims.map(({ status }) => status)).toEqual(['cut'])
  expect(counts).toEqual({ claims: 0, byStatus: [], byRisk: [] })
})

test('words that nothing accounts for are open', () => {
  expect(compileReport(facts()).open).toEqual([
    { claim: null, what: '4 words are in no claim and not accounted for.' },
  ])
})

test('a claim without its verdicts is open, and says which are missing', () => {
  const half = claim({
    status: 'in_progress',
    claimant: 'Ada',
    saidVerdict: 'confirmed',
    soVerdict: null,
    verdicts: [verdict({ aspect: 'said' })],
  })
  expect(compileReport(facts({ claims: [half] })).open).toContainEqual({
    claim: 'C-001',
    what: 'In progress: no verdict on “so” yet.',
  })
})

test('a claim whose words changed after its verdict says so in a sentence', () => {
  const changed = claim({ status: 'recheck' })
  expect(compileReport(facts({ claims: [changed] })).open).toContainEqual({
    claim: 'C-001',
    what: 'Has to be checked again, because the words or their attribution changed after the verdict.',
  })
})

test('a verdict that what is on file no longer carries is open', () => {
  const { open } = compileReport(facts({ claims: [claim({ evidence: [] })] }))
  expect(open.at(-1)?.what).toContain('Confirmed no longer stands on what is on file.')
})

test('a writer who gave a verdict makes the article self-checked, and the report says so', () => {
  const own = claim({ verdicts: [verdict({ givenById: 'lena', givenBy: 'Lena' })] })
  expect(compileReport(facts({ claims: [claim()] })).selfChecked).toBe(false)

  const report = compileReport(facts({ claims: [own] }))
  expect(report.selfChecked).toBe(true)
  expect(report.limits.join(' ')).toContain('set to self-check')
})

test('so does whoever wrote the words that their verdict is on, listed or not, and whoever signed for theirs', () => {
  const given = verdict({ givenById: 'ines', givenBy: 'Ines' })
  const own = claim({ verdicts: [given], wroteIds: ['ines'] })
  expect(compileReport(facts({ claims: [own] })).selfChecked).toBe(true)
  const before = claim({ verdicts: [{ ...given, words: 'other words' }], wroteIds: ['ines'] })
  expect(compileReport(facts({ claims: [before] })).selfChecked).toBe(false)

  const wrote = { writers: ['Ines', 'Lena'], signers: ['Ines'] }
  const { limits } = compileReport(facts({ wrote }))
  expect(limits).toContain('By record, the writers of this text are Ines and Lena.')
  expect(limits).toContain(
    'Ines signed for words that they wrote: the newsroom is set to self-check.',
  )
})

test('the newest verdict counts and the earlier ones are kept', () => {
  const changed = claim({
    soVerdict: 'confirmed',
    verdicts: [verdict(), verdict({ verdict: 'disputed', rationale: 'Two ledgers.' })],
  })
  const [entry] = compileReport(facts({ claims: [changed] })).claims
  expect(entry?.so?.verdict).toBe('confirmed')
  expect(entry?.earlier.map(({ verdict }) => verdict)).toEqual(['disputed'])
})

test('a verdict that the words around a claim took from it is an earlier one', () => {
  const reframed = claim({
    ...{ claimant: 'The mayor', status: 'recheck', saidVerdict: null },
    verdicts: [verdict({ aspect: 'said', rationale: 'On tape.' }), verdict()],
  })
  const [entry] = compileReport(facts({ claims: [reframed] })).claims
  expect(entry?.said).toBeNull()
  expect(entry?.so?.verdict).toBe('confirmed')
  expect(entry?.earlier).toMatchObject([{ aspect: 'said', rationale: 'On tape.' }])
})

test('a claim that was checked with other words around it is open', () => {
  const { open } = compileReport(
    facts({ claims: [claim({ frameAfter: 'The bridge …, he said.' })] }),
  )
  expect(open.map(({ what }) => what)).toContain(
    'The words around it were changed after it was checked, and nobody has said since that the check holds.',
  )
})

test('waived words stand in the limits with their editor and the reason', () => {
  const mark = { start: 27, end: 35, words: 'she said', markedBy: 'Ines', markedAt: at }
  const { limits } = compileReport(
    facts({
      marks: [
        { ...mark, kind: 'waived', reason: 'An aside.' },
        { ...mark, kind: 'opinion', reason: '' },
      ],
    }),
  )
  expect(limits).toContain('Ines let “she said” stand unchecked: An aside.')
  expect(limits).toContain(
    'The words of one place were marked as opinion, by Ines, and count as covered.',
  )
})

test('a verdict that was made on other words is an earlier one, and counts no longer', () => {
  const stale = claim({
    status: 'recheck',
    soVerdict: null,
    verdicts: [verdict({ words: 'opened in 1931' })],
  })
  const [entry] = compileReport(facts({ claims: [stale] })).claims
  expect(entry?.so).toBeNull()
  expect(entry?.earlier).toMatchObject([{ words: 'opened in 1931' }])
})

test('a claim without a place is counted, and stands with its old words among what is open', () => {
  const { start: _, end: __, ...lost } = claim({ number: 2, status: 'recheck' })
  const unplaced = [{ ...lost, words: 'It fell in 1931', revision: 1 }]
  const report = compileReport(facts({ claims: [claim()], unplaced }))
  expect(report.counts.claims).toBe(2)
  expect(report.unplaced).toMatchObject([
    { number: 'C-002', words: 'It fell in 1931', revision: 1, so: null },
  ])
  expect(report.open).toContainEqual({
    claim: 'C-002',
    what: 'Recheck. Where it stands in this text is not settled; its words are those of revision 1.',
  })
  expect(reportSchema.parse(report)).toEqual(report)
})
