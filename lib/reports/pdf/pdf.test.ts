import { expect, test } from 'vitest'
import { layOut } from '@/lib/domain/text/blocks'
import { HOSTILE } from '@/lib/testing/fixtures/sample-claims'
import { sampleReport } from '@/lib/testing/fixtures/sample-report'
import { readPdf } from '@/lib/testing/read-pdf'
import { reportPdf } from './pdf'

const report = sampleReport()
const pdf = await reportPdf(report)
const read = await readPdf(pdf)
const { words: flat } = read

test('the file is tagged, titled, signed and dated with the report’s own time', () => {
  expect(read).toMatchObject({
    ...{ isTagged: true, hasOutline: true, language: 'en', author: 'Ann Lee' },
    title: 'Fact-check report: Moscow counts its first S-400 sale to Ankara as paid',
    created: 'D:20201207140200Z',
  })
})

test('its contents stand in their order', () => {
  const order: (string | undefined)[] = [
    'Fact-check report',
    'This text is not signed off',
    'The corrected text is out.',
    report.revision.sha256,
    'Where the check stands',
    '412 of 520 words, 79 %',
    'Correction 1',
    'An earlier version gave the year as 2016. It is 2017.',
    'Marked in the text:',
    'Rostec chief Sergei Chemezov',
    'Were these words said?',
    'Not yet checked',
    'Kept copies',
    'Stamps of Record',
    report.captures?.[1]?.sha256,
    'By nobody outside the newsroom',
    'What is open',
    'Revision 2 Superseded',
    'Because of C-001, C-004.',
    'Accepted as open: C-001',
    'All three were in the room.',
    'Completed, emergency',
    'Still to be done: C-003',
    'Done, changed or accepted since: C-002',
    'Limits of this check',
    'Audit log',
    report.audit.head,
  ]
  const places = order.map((printed) => flat.indexOf(printed ?? 'nothing'))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

test('it links within itself alone: an address is printed, and leads nowhere', () => {
  const wire = report.claims[0]?.evidence[0]?.source.url ?? ''
  expect(wire).toMatch(/^https:/)
  expect(flat).toContain(wire)
  expect(Buffer.from(pdf).toString('latin1')).not.toMatch(/\/URI\b/)
})

test('it says who gave which check, and that the second was blind', () => {
  expect(flat).toContain('the two disagreed, and an editor decided')
  expect(flat).toContain('Second check, blind: the first could not be seen.')
  expect(flat).toContain('Decided by an editor between two checks.')
})

test('it says what came of laying a quotation beside its source', () => {
  expect(flat).toMatch(/Words compared: Word for word.*Shown by Stet.*Compared .*by Ann Lee/)
})

test('its head names everybody who gave a verdict, whoever is listed as a checker', () => {
  expect(flat).toMatch(/Verdicts given by .*Ann Lee \(\d+\)/)
})

test('no page is left half empty, however long what was found is', async () => {
  const [one] = report.claims
  if (!one?.so) throw new Error('the sample has no such claim')
  const sentence =
    'The ledger of that year gives the sum, and two people who kept it say the same. '
  const claims = Array.from({ length: 24 }, (_, nth) => ({
    ...one,
    number: `C-${100 + nth}`,
    so: one.so && { ...one.so, rationale: sentence.repeat(3 + ((nth * 7) % 17)) },
  }))
  const { reach } = await readPdf(await reportPdf({ ...report, claims }))
  expect(reach.length).toBeGreaterThan(8)
  expect(Math.min(...reach.slice(0, -1))).toBeGreaterThan(0.7)
})

test('what people typed comes out letter by letter', () => {
  expect(flat).toContain(HOSTILE)
  expect(flat).toContain('⟦U+202E⟧away⟦U+202C⟧')
  expect(flat).not.toContain('root:x:')
  expect(flat).toContain('İkinci anlaşma için “karar bekleniyor”')
  expect(flat).toContain('Первый контракт был подписан')
})

test('numbers inside right-to-left words keep the order of their digits', () => {
  const arabic = flat.slice(flat.indexOf('The next step'), flat.indexOf('İkinci'))
  expect(arabic).toContain('400')
  expect(arabic).toContain('3.2')
})

test('a character that no font has is printed as its code point, and the report says so', async () => {
  const odd = await reportPdf(sampleReport({ newsroom: 'Desk \u{10FFFD} \u{378}' }))
  const { words: printed } = await readPdf(odd)
  expect(printed).toContain('Desk \u{10FFFD} \u{378}'.replace(/[^Desk ]/gu, codePoint))
  expect(printed).toContain('printed as their code points')
  expect(flat).not.toContain('printed as their code points')
})

test('nothing runs off the page, however long: a word, an address, a note', async () => {
  const long = `${'x'.repeat(400)} ${'A sentence that goes on. '.repeat(600)}LAST`
  const address = `https://example.org/${'y'.repeat(300)}`
  const { text: words, blocks } = layOut([{ kind: 'paragraph', text: long }])
  const claims = report.claims.slice(0, 1).map((claim) => ({
    ...claim,
    evidence: claim.evidence.map((evidence) => ({
      ...evidence,
      note: long,
      source: { ...evidence.source, url: address },
    })),
  }))
  const made = await reportPdf({ ...report, text: words, blocks, claims })
  const { words: printed, ends } = await readPdf(made)
  expect(printed.match(/LAST/g)).toHaveLength(3)
  expect(ends.length).toBeGreaterThan(1000)
  expect(Math.max(...ends.map(({ right }) => right))).toBeLessThan(A4.width)
  expect(Math.max(...ends.map(({ bottom }) => bottom))).toBeLessThan(A4.height)
})

/** In points, as ISO 216 has it. */
const A4 = { width: 595, height: 842 }

test('a report without claims is made too, and the same report gives the same bytes', async () => {
  const counts = { claims: 0, byStatus: [], byRisk: [] }
  const empty = { claims: [], counts, open: [], limits: [], text: '', blocks: [] }
  const { words: printed } = await readPdf(await reportPdf(sampleReport(empty)))
  expect(printed).toContain('No claim has been marked in this revision.')
  expect(Buffer.compare(await reportPdf(report), pdf)).toBe(0)
})

function codePoint(character: string): string {
  return `⟦U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}⟧`
}
