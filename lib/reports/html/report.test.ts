import { Window } from 'happy-dom'
import { expect, test } from 'vitest'
import { VERIFICATION_STATUSES } from '@/lib/domain/claims/status'
import type { Report } from '@/lib/domain/report/schema'
import { layOut } from '@/lib/domain/text/blocks'
import { keysOf } from '@/lib/domain/vocabulary'
import { HOSTILE } from '@/lib/testing/fixtures/sample-claims'
import { SAMPLE_SECTIONS, sampleReport } from '@/lib/testing/fixtures/sample-report'
import { SAMPLE_SIGN_OFFS } from '@/lib/testing/fixtures/sample-signatures'
import { isLong, reportBeginning, reportBody, reportHtml } from './report'
import { REPORT_STYLE } from './style'

function pageOf(markup: string) {
  return new new Window().DOMParser().parseFromString(markup, 'text/html')
}

const body = pageOf(reportBody(sampleReport()))
const texts = (selector: string) =>
  Array.from(body.querySelectorAll(selector), (found) => found.textContent)

test('the sections stand in their order, and no heading skips a level', () => {
  expect(texts('h2')).toEqual(SAMPLE_SECTIONS)
  const levels = texts('h1, h2, h3, h4').length
  const order = Array.from(body.querySelectorAll('h1, h2, h3, h4'), ({ tagName }) =>
    Number(tagName.slice(1)),
  )
  expect(order).toHaveLength(levels)
  expect(order[0]).toBe(1)
  expect(order.filter((level) => level === 1)).toHaveLength(1)
  order.forEach((level, index) => {
    expect(level).toBeLessThanOrEqual((order[index - 1] ?? 0) + 1)
  })
})

test('times stand in the newsroom’s zone with UTC beside them, on the head, the claims and the talk', () => {
  const printed = reportHtml(sampleReport({ timeZone: 'Asia/Tokyo' }))
  expect(printed).toContain('7 Dec 2020, 23:02 in Tokyo (14:02 UTC)')
  expect(printed).toContain('8 Dec 2020, 03:00 in Tokyo (7 Dec 2020, 18:00 UTC)')
  const times = printed.match(/\d{1,2} \p{L}{3} \d{4}, \d\d:\d\d(?! UTC\)).{0,12}/gu) ?? []
  expect(times.length).toBeGreaterThan(20)
  expect(times.filter((time) => !time.includes(' in Tokyo'))).toEqual([])
})

test('the head says which text this is about, who checked it and how far', () => {
  const { textContent } = body.body
  for (const printed of [
    '9f2c1e0a4b7d8c6f5e3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e',
    '7 Dec 2020, 14:02 UTC',
    '412 of 520 words, 79 %',
    'No. Nobody gave a verdict on words that they wrote.',
    'c0ffee00'.repeat(8),
  ]) {
    expect(textContent).toContain(printed)
  }
})

test('the first page says whether this text is signed, and an emergency is loud', () => {
  const bannerOf = (changes: object) => {
    const [signOff] = SAMPLE_SIGN_OFFS
    const here = { end: null, revision: 3, sha256: sampleReport().revision.sha256 }
    const signOffs = [{ ...signOff, ...here, ...changes }] as Report['signOffs']
    const page = pageOf(reportBody(sampleReport({ signOffs })))
    const banner = page.querySelector('header .banner')
    return [banner?.className, banner?.textContent?.replace(/\s+/g, ' ').trim()]
  }
  expect(bannerOf({ state: 'holds' })).toEqual([
    'banner signed',
    'Signed off by Ruth Okafor, editor 7 Dec 2020, 12:50 UTC, for this text alone. 2 open items are accepted by name; see “Sign-off”.',
  ])
  const todo = { what: 'It is not checked.', kind: 'unchecked', claim: null, accepted: null }
  const items = [
    { ...todo, isOpen: true },
    { ...todo, isOpen: false },
  ]
  expect(
    bannerOf({ state: 'emergency', emergency: true, reason: 'The dam breaks.', items }),
  ).toEqual([
    'banner emergency',
    'Published in an emergency, before its check was done 7 Dec 2020, 12:50 UTC, by Ruth Okafor, editor The dam breaks. 1 of 2 open items still to be done; see “Sign-off”.',
  ])
  const unsigned =
    'This text is not signed off The corrected text is out. Holds: the signature of revision 2.'
  expect(bannerOf({ state: 'holds', revision: 2 })).toEqual(['banner unsigned', unsigned])
  expect(bannerOf({ state: 'holds', sha256: 'cd'.repeat(32) })[0]).toBe('banner unsigned')
  expect(texts('.banner')[0]).toContain('Superseded: the signature of revision 2.')
})

test('every signature stands there with what was open, who accepted it and why, and what ended it', () => {
  const [superseded, emergency] = texts('.signature').map((one) => one?.replace(/\s+/g, ' '))
  for (const printed of [
    'Revision 2 Superseded',
    'I, Ruth Okafor, editor at Harbour Wire, sign off revision 2.',
    'ab'.repeat(32),
    'Accepted as open: C-001, “full payment was received”, rests on secondary support only.',
    'All three were in the room.',
    'Accepted 7 Dec 2020, 12:46 UTC, by ليلى حداد',
    'Revision 3 took its place. Because of C-001, C-004. 7 Dec 2020, 13:20 UTC, by Ruth Okafor',
    'beadfeed'.repeat(8),
  ]) {
    expect(superseded).toContain(printed)
  }
  expect(emergency).toContain('Revision 2 Completed, emergency')
  expect(emergency).toContain('The dam was about to break.')
  expect(emergency).toContain('Still to be done: C-003,')
  expect(emergency).toContain('Done, changed or accepted since: C-002,')
})

test('every correction stands there with its words, its cause and its notice', () => {
  const [second, first] =
    Array.from(body.querySelectorAll('section'))
      .find((section) => section.querySelector('h2')?.textContent === 'Corrections')
      ?.querySelectorAll('.talk') ?? []
  expect(first?.textContent?.replace(/\s+/g, ' ')).toBe(
    ' C-002 Correction 1 An earlier version gave the year as 2016. It is 2017. PublishedAnkara signed in 2016 CorrectedAnkara signed in 2017 Revisions1, corrected in 2 CauseThe source was wrong Signed offRevision 2, 7 Dec 2020, 12:50 UTC, by Ruth Okafor Corrected 7 Dec 2020, 12:10 UTC, by ليلى حداد ',
  )
  expect(second?.textContent).toContain('The words were cut')
  expect(second?.textContent).toContain('The corrected text is not signed off')
})

test('a report from before there were signatures says nothing of them', () => {
  const old = pageOf(reportBody(sampleReport({ signOffs: undefined, corrections: undefined })))
  expect(old.querySelector('.banner')).toBeNull()
  const headings = Array.from(old.querySelectorAll('h2'), ({ textContent }) => textContent)
  expect(headings).not.toContain('Sign-off')
  expect(headings).not.toContain('Corrections')
})

test('every claim has an entry, and every number in the text leads to one and back', () => {
  expect(body.querySelectorAll('.claim')).toHaveLength(13)
  const numbers = body.querySelectorAll('.text .number')
  expect(numbers).toHaveLength(12)
  for (const number of numbers) {
    const entry = body.getElementById(number.getAttribute('href')?.slice(1) ?? '')
    expect(entry?.querySelector('h3 a')?.getAttribute('href')).toBe(`#${number.id}`)
  }
})

test('a claim that somebody else made prints said and so apart, also where one is missing', () => {
  const verdicts = texts('#report-C-003 .verdict h4').map((text) => text?.replace(/\s+/g, ' '))
  expect(verdicts).toEqual([
    'Said Were these words said? Confirmed',
    'So Is what the words say so? Not yet checked',
  ])
})

test('two checks that disagreed are printed with who gave which, that the second was blind, and the decision', () => {
  const entry = body.querySelector('#report-C-006')
  const printed = entry?.textContent?.replace(/\s+/g, ' ') ?? ''
  expect(printed).toContain('the two disagreed, and an editor decided')
  const verdicts = texts('#report-C-006 .verdict').map((text) => text?.replace(/\s+/g, ' '))
  expect(verdicts).toHaveLength(3)
  expect(verdicts[0]).toMatch(/Decided by an editor.*Misleading.*Decided .*, by Ruth Okafor/)
  expect(verdicts[1]).toMatch(
    /First check\..*Not checkable.*A round figure\..*Given .*, by Ann Lee/,
  )
  expect(verdicts[2]).toMatch(/blind: the first could not be seen.*Misleading.*, by ليلى حداد/)
})

test('a comparison is printed with its evidence: both words, what Stet showed, and who called it what', () => {
  const [printed] = texts('#report-C-003 .evidence .comparison')
  expect(printed?.replace(/\s+/g, ' ')).toMatch(
    /Words compared: Word for word Printed ?renders.*In the source ?Unfortunately, it renders.*Shown by Stet ?Proposed: Word for word Note ?Seen\..*Compared .*, by Ann Lee/,
  )
})

test('what people typed is printed and never becomes markup or a dangerous link', () => {
  const page = reportHtml(sampleReport({ newsroom: HOSTILE }))
  expect(page).not.toMatch(/<script|<evil|href="javascript/i)
  expect(pageOf(page).querySelector('.text .quote mark')?.textContent).toBe(HOSTILE)
  expect(pageOf(page).title).toBe(
    'Fact-check report: Moscow counts its first S-400 sale to Ankara as paid',
  )
})

test('characters that turn the direction of words are shown, and each block finds its own', () => {
  expect(body.querySelector('.text .caption')?.textContent).toContain('⟦U+202E⟧away⟦U+202C⟧')
  expect(reportBody(sampleReport())).not.toMatch(/\p{Bidi_Control}/u)
  for (const block of body.querySelectorAll('.text > :not(ul), .text li')) {
    expect(block.getAttribute('dir')).toBe('auto')
  }
})

test('each kept copy stands with its hash, its time and who vouches for that', () => {
  const section = [...body.querySelectorAll('section')].find(
    (one) => one.querySelector('h2')?.textContent === 'Kept copies',
  )
  expect(section?.textContent).toMatch(
    /Russia waiting.*abababab.*Kept.*, by ليلى حداد.*From.*tass\.com.*Dated.*, by Stamps of Record/s,
  )
  expect(section?.textContent).toMatch(/cdcdcdcd.*Kept.*, by Ann Lee.*By nobody outside/s)
  expect(body.querySelector('#report-C-002 .evidence')?.textContent).toMatch(
    /Read in\s*The copy kept .*, SHA-256 abababab/,
  )
})

test('evidence that was read in a kept copy leads to it, in the Stet that made the report', () => {
  const opens = (markup: string) =>
    [...pageOf(markup).querySelectorAll('#report-C-002 .evidence a')].map((link) => [
      link.textContent,
      link.getAttribute('href'),
    ])
  const at = '/desk/captures/page?evidence=e1&claim=s-400%2F2'
  const kept = 'Open the kept copy at this place'
  expect(opens(reportHtml(sampleReport(), 'https://desk.example/'))).toEqual([
    [kept, `https://desk.example${at}`],
  ])
  expect(opens(reportBody(sampleReport(), ''))).toEqual([[kept, at]])
})

test('every link of a file that names no Stet leads to a place in the report', () => {
  const links = [...pageOf(reportHtml(sampleReport())).querySelectorAll('a')]
  expect(links.length).toBeGreaterThan(5)
  expect(links.filter((link) => !link.getAttribute('href')?.startsWith('#'))).toEqual([])
  expect(body.querySelector('.url')?.textContent).toMatch(/^https:/)
})

test('the stand-alone file runs nothing and asks for nothing', () => {
  const page = reportHtml(sampleReport())
  expect(page.startsWith('<!doctype html>\n<html lang="en"')).toBe(true)
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  expect(page).not.toMatch(/<(?:link|img|iframe|script)|url\(|@import|\son\w+=/)
})

test('a report without claims or words says so', () => {
  const counts = { claims: 0, byStatus: [], byRisk: [] }
  const text = pageOf(
    reportBody(sampleReport({ claims: [], counts, open: [], limits: [], text: '', blocks: [] })),
  ).body.textContent
  expect(text).toContain('No claim has been marked in this revision.')
  expect(text).toContain('This revision has no words.')
  expect(text).toContain('Nothing is open.')
})

test('the style reaches nothing outside the report and knows every status', () => {
  const selectors = REPORT_STYLE.replace(/@page report \{.*\}/, '').match(/^ *[^@{}\n]+(?= \{)/gm)
  expect(selectors?.filter((selector) => !selector.trim().startsWith('.report'))).toEqual([])
  for (const status of keysOf(VERIFICATION_STATUSES)) {
    expect(REPORT_STYLE).toContain(`.s-${status.replaceAll('_', '-')}`)
  }
})

/** Sixty blocks, each of them a claim. */
function longReport(): Report {
  const { text, blocks } = layOut(
    Array.from({ length: 60 }, (_, index) => ({
      kind: 'paragraph' as const,
      text: `Words of block ${index}.`,
    })),
  )
  const [claim] = sampleReport().claims
  if (!claim) throw new Error('the sample has a claim')
  return sampleReport({
    ...{ text, blocks },
    claims: blocks.map(({ start, end }, index) => ({
      ...{ ...claim, start, end },
      number: `C-${String(index + 1).padStart(3, '0')}`,
    })),
  })
}

test('the first screens of a long report are its beginning, closed by itself', () => {
  const report = longReport()
  const [body, beginning] = [reportBody(report), reportBeginning(report)]
  const end = '</div></section></article>'
  expect(beginning.endsWith(end)).toBe(true)
  const start = beginning.slice(0, -end.length)
  expect(body.startsWith(start)).toBe(true)
  expect(beginning.length).toBeLessThan(body.length / 2)
  expect(start).toContain('Words of block 29.')
  expect(start).not.toContain('Words of block 30.')
  const depth = (markup: string) =>
    (markup.match(/<(article|section|div|header|ul|dl|p)\b/g) ?? []).length -
    (markup.match(/<\/(article|section|div|header|ul|dl|p)>/g) ?? []).length
  expect(depth(beginning)).toBe(0)
})

test('a report is long by its blocks or by its claims', () => {
  expect(isLong(sampleReport())).toBe(false)
  expect(isLong(longReport())).toBe(true)
  expect(isLong({ ...longReport(), blocks: [] })).toBe(true)
  expect(isLong({ ...longReport(), claims: [] })).toBe(true)
})
