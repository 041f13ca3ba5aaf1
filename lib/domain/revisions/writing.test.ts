import { describe, expect, test } from 'vitest'
import { align } from '../text/diff/align'
import { firstWriting, type Writing, writersOf, writersOfClaim, writingAfter } from './writing'

const LENA = 'lena'
const INES = 'ines'
const TOM = 'tom'

const DRAFT =
  'The mayor did not sell the old bridge, he said on Friday. The bridge opened in 1932. It cost “four” million crowns.'

/** Who wrote these words once Lena’s draft has become this text by somebody’s hand. */
function writersIn(now: string, words: string, by = INES): string[] {
  return writersOf(next(DRAFT, firstWriting(DRAFT, [LENA]), now, by), spanOf(now, words))
}

function next(old: string, written: Writing[], now: string, by: string): Writing[] {
  return writingAfter(align(old, now), written, () => ({ by: [by], asked: [] }))
}

function spanOf(text: string, words: string) {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`the text does not say “${words}”`)
  return { start, end: start + words.length }
}

describe('whoever brings words in wrote them', () => {
  test('and those who were listed as writers when they came in', () => {
    expect(writersOf(firstWriting(DRAFT, [LENA, INES, LENA]))).toEqual([INES, LENA])
  })

  test('a new word is its bringer’s; all others stay with whoever wrote them', () => {
    const now = DRAFT.replace('1932', '1933')
    expect(writersIn(now, '1933')).toEqual([INES])
    expect(writersIn(now, 'opened in')).toEqual([LENA])
    expect(writersIn(now, 'opened in 1933')).toEqual([INES, LENA])
    expect(writersIn(now, 'The mayor did not sell')).toEqual([LENA])
  })

  test('a wholly new text has no other writer', () => {
    const now = 'Rain fell on the harbour all night.'
    expect(writersIn(now, now)).toEqual([INES])
  })

  test.each([
    ['a word cut from a sentence', (text: string) => text.replace(' not', '')],
    ['the end of a sentence cut', (text: string) => text.replace(', he said on Friday', '')],
    ['words that change places', (text: string) => text.replace('sell the old', 'the old sell')],
  ])('to change a sentence without a new word is to write it: %s', (_, edit) => {
    const now = edit(DRAFT)
    const sentence = now.slice(0, now.indexOf('.'))
    expect(writersIn(now, sentence)).toContain(INES)
    expect(writersIn(now, 'opened in 1932')).toEqual([LENA])
  })

  test.each([
    ['a sentence cut', (text: string) => text.replace(' The bridge opened in 1932.', '')],
    ['the first sentence cut', (text: string) => text.slice(text.indexOf('The bridge'))],
    ['a sentence moved to the end', (text: string) => `${text.slice(58)} ${text.slice(0, 57)}`],
    ['quotation marks', (text: string) => text.replace(/[“”]/g, '"')],
    ['a paragraph broken in two', (text: string) => text.replace('. The', '.\n\nThe')],
  ])('what leaves every sentence as it was makes nobody its writer: %s', (_, edit) => {
    const now = edit(DRAFT)
    expect(writersIn(now, now)).toEqual([LENA])
  })

  test('a word that comes back is whoever’s hand brought it back', () => {
    const cut = DRAFT.replace(' not', '')
    const written = next(DRAFT, firstWriting(DRAFT, [LENA]), cut, INES)
    const back = next(cut, written, DRAFT, TOM)
    expect(writersOf(back, spanOf(DRAFT, 'not'))).toEqual([TOM])
  })
})

describe('words that one person proposed and another accepted', () => {
  const now = DRAFT.replace('in 1932', 'in 1933')
  const written = writingAfter(align(DRAFT, now), firstWriting(DRAFT, [LENA]), () => ({
    by: [LENA],
    asked: [TOM],
  }))
  const claim = { ...spanOf(now, 'opened in 1933'), exact: 'opened in 1933' }
  const verdict = { verdict: 'ok_with_change', change: 'opened in 1933', givenById: TOM } as const

  test('are the first one’s, who signs for them as little as any writer', () => {
    expect(writersOf(written)).toEqual([LENA, TOM])
    expect(writersOfClaim(written, { anchor: claim, verdicts: [] })).toEqual([LENA, TOM])
  })

  test('can be checked by whoever’s check asked for just these', () => {
    expect(writersOfClaim(written, { anchor: claim, verdicts: [verdict] })).toEqual([LENA])
    const other = { ...verdict, change: 'opened in 1934' }
    expect(writersOfClaim(written, { anchor: claim, verdicts: [other] })).toContain(TOM)
    const anothers = { ...verdict, givenById: INES }
    expect(writersOfClaim(written, { anchor: claim, verdicts: [anothers] })).toContain(TOM)
  })
})

test('a text of a million letters is accounted for without delay', () => {
  const long = Array.from({ length: 40_000 }, (_, n) => `Ferry ${n} carried coal.`).join(' ')
  const now = long.replace(/carried coal\. Ferry \d*7 /g, 'took coal. Ferry 0 ')
  const alignment = align(long, now)
  const before = firstWriting(long, [LENA])
  const from = process.cpuUsage()
  const written = writingAfter(alignment, before, () => ({ by: [INES], asked: [] }))
  const { user } = process.cpuUsage(from)
  expect(writersOf(written)).toEqual([INES, LENA])
  expect(user / 1000).toBeLessThan(1_000)
})
