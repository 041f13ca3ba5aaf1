import { expect, test } from 'vitest'
import { type Block, type BlockKind, layOut, type Span } from '../text/blocks'
import { align } from '../text/diff/align'
import { carriedTo } from './outcomes'
import { type Reanchoring, reanchor } from './reanchor'

const FIRST = 'The first contract with Turkey is fully executed, and full payment was received.'
const SECOND = 'The system has a range of 400 km and reaches targets at an altitude of 35 km.'
const THIRD =
  'Talks on a second contract are under way, the head of the corporation said on Monday.'

const revision = (...texts: string[]) =>
  layOut(texts.map((text): Block => ({ kind: 'paragraph', text })))

function spanOf(text: string, words: string, nth = 0): Span {
  let start = -1
  for (let found = 0; found <= nth; found++) start = text.indexOf(words, start + 1)
  return { start, end: start + words.length }
}

/** What becomes of each. */
function outcomes(old: { text: string }, now: { text: string }, claims: readonly Span[]) {
  return reanchor(align(old.text, now.text), claims).map(({ outcome }) => outcome)
}

/** What became of the nth place of some words, with the new words where there are any. */
function fate(old: readonly string[], now: readonly string[], words: string, nth = 0) {
  const [before, after] = [revision(...old), revision(...now)]
  const [answer] = outcomes(before, after, [spanOf(before.text, words, nth)])
  return answer && { ...answer, words: wordsOf(after.text, answer) }
}

function wordsOf(text: string, answer: Reanchoring): string | null {
  const at = 'at' in answer ? answer.at : 'proposal' in answer ? answer.proposal?.at : undefined
  return at ? text.slice(at.start, at.end) : null
}

test('words that nobody touched are kept, whatever is written around them', () => {
  const now = [`New lead. ${FIRST}`, SECOND.replace('an altitude', 'some altitude'), THIRD]
  expect(fate([FIRST, SECOND, THIRD], now, 'a range of 400 km')).toMatchObject({
    what: 'kept',
    words: 'a range of 400 km',
    typographic: [],
  })
})

test('entries of a live blog are kept where a newer one ends as an older one does', () => {
  const entries = [
    '14:20 A crane fell on the quay and two people were hurt, the fire service says.',
    '14:05 The harbour was closed to all ships, the port authority says.',
    '13:50 Smoke was seen over the warehouse at pier nine.',
  ]
  const newer = ['14:31 The quay is open again, the fire service says.', ...entries]
  for (const entry of entries) {
    for (const words of [entry, entry.slice(6), entry.slice(6).split(',')[0] ?? '']) {
      expect(fate(entries, newer, words)).toMatchObject({ what: 'kept', words })
    }
  }
})

test.each([
  ['a digit', 'of 400 km', 'of 450 km'],
  ['a negation', 'has a range', 'has not a range'],
  ['a capital', 'range', 'Range'],
  ['a word put in', 'of 400', 'of some 400'],
  ['a quotation', 'range', '“range”'],
  ['a number joined', '400 km', '2,400 km'],
  ['a minus', '400 km', '-400 km'],
])('%s inside a claim is a change, with a proposal', (_what, from, to) => {
  const old = [FIRST, SECOND, THIRD]
  const now = [FIRST, SECOND.replace(from, to), THIRD]
  expect(fate(old, now, 'has a range of 400 km')).toMatchObject({
    what: 'changed',
    words: 'has a range of 400 km'.replace(from, to),
  })
})

test('a claim of one number does not survive what is joined to it', () => {
  for (const to of ['2,400', '-400', '400.5', '4000']) {
    const answer = fate([FIRST, SECOND], [FIRST, SECOND.replace('400', to)], '400')
    expect(answer).toMatchObject({ what: 'changed', words: to })
  }
})

test('form alone keeps the claim, and is listed', () => {
  const old = [FIRST, `“${SECOND}” – he said…`]
  const now = [FIRST, `"${SECOND.replace(' km and', '\u00a0km and')}" — he said...`]
  const answer = fate(old, now, old[1] ?? '')
  expect(answer).toMatchObject({ what: 'kept' })
  const forms = answer && 'typographic' in answer ? answer.typographic.map(({ form }) => form) : []
  expect(forms).toEqual(['quote', 'space', 'quote', 'dash', 'ellipsis'])
})

test('when two paragraphs change places, the claims of both go with them', () => {
  const old = [FIRST, SECOND, THIRD]
  const answers = ['full payment', 'a range of 400 km', 'second contract'].map((words) =>
    fate(old, [FIRST, THIRD, SECOND], words),
  )
  expect(answers.map((answer) => answer?.words)).toEqual([
    'full payment',
    'a range of 400 km',
    'second contract',
  ])
  expect(answers.map((answer) => answer?.what).sort()).toEqual(['kept', 'kept', 'moved'])
})

test('a claim in its place stays, also when its few words come again in another sentence', () => {
  const again = 'Nobody else at the fair would say so, and experts doubt a range of 400 km.'
  const now = [FIRST, SECOND, THIRD, again]
  expect(fate([FIRST, SECOND, THIRD], now, 'a range of 400 km')).toMatchObject({
    what: 'kept',
    at: spanOf(revision(...now).text, 'a range of 400 km'),
  })
})

test('where its sentence comes again, which is the copy is left to a person, however far the texts agree', () => {
  const long = Array.from({ length: 70 }, (_, at) => `word${at}`).join(' ')
  const [old, now] = [
    [FIRST, SECOND, THIRD, long],
    [FIRST, SECOND, THIRD, long, SECOND],
  ]
  expect(fate(old, now, 'a range of 400 km')).toMatchObject({
    what: 'ambiguous',
    places: [{}, {}],
  })
})

test('a sentence that was moved and duplicated is ambiguous, with its places', () => {
  const answer = fate([FIRST, SECOND, THIRD], [SECOND, FIRST, THIRD, SECOND], 'a range of 400 km')
  expect(answer).toMatchObject({ what: 'ambiguous' })
  expect(answer?.what === 'ambiguous' && answer.places).toHaveLength(2)
})

test('a paragraph that stands ten times: each stays itself, and an eleventh makes them ambiguous', () => {
  const ten = Array.from({ length: 10 }, () => SECOND)
  const old = revision(FIRST, ...ten, THIRD)
  const claims = ten.map((_, nth) => spanOf(old.text, 'a range of 400 km', nth))
  expect(outcomes(old, old, claims).map((answer) => 'at' in answer && answer.at)).toEqual(claims)
  const more = revision(FIRST, ...ten, SECOND, THIRD)
  expect(new Set(outcomes(old, more, claims).map(({ what }) => what))).toEqual(
    new Set(['ambiguous']),
  )
})

test('of two identical sentences one is cut: neither is guessed', () => {
  const twice = `${FIRST} Nobody knew. Nobody knew. ${THIRD}`
  const once = `${FIRST} Nobody knew. ${THIRD}`
  for (const nth of [0, 1]) {
    expect(fate([twice], [once], 'Nobody knew.', nth)?.what).not.toMatch(/kept|moved/)
  }
})

test('of three identical sentences one is left: it is taken for none of them', () => {
  const [old, now] = [['Nobody knew. '.repeat(3).trim()], ['not Nobody knew. Nobody not knew.']]
  for (const nth of [0, 1, 2]) {
    expect(fate(old, now, 'Nobody knew.', nth)?.what).not.toMatch(/kept|moved/)
  }
})

test('when the original is edited, its copy elsewhere is not taken for it', () => {
  const now = [FIRST, SECOND.replace('400', '450'), THIRD, SECOND]
  expect(fate([FIRST, SECOND, THIRD], now, 'a range of 400 km')).toMatchObject({
    what: 'changed',
    words: 'a range of 450 km',
    elsewhere: [spanOf(revision(...now).text, 'a range of 400 km')],
  })
})

test('words that were found to be another sentence’s are not proposed', () => {
  const [claim, next] = ['They paid it in May on time.', 'Ann Moss has paid it on time.']
  const now = [FIRST, `Nobody paid it in May. ${next}`]
  expect(fate([FIRST, `${claim} ${next}`], now, claim)).toMatchObject({
    what: 'changed',
    words: 'Nobody paid it in May.',
  })
})

test('a faint likeness is no proposal', () => {
  const now = [FIRST, 'A range of aid for targets was promised on Sunday.', THIRD]
  expect(fate([FIRST, SECOND, THIRD], now, SECOND)).toEqual({
    what: 'missing',
    stood: FIRST.length,
    words: null,
  })
})

test('what was cut is missing, with the place where it stood', () => {
  const now = [FIRST, THIRD]
  expect(fate([FIRST, SECOND, THIRD], now, SECOND)).toMatchObject({
    what: 'missing',
    stood: FIRST.length,
  })
})

test('another article, or none, carries nothing and drops nothing', () => {
  const old = revision(FIRST, SECOND, THIRD)
  const claims = [FIRST, SECOND, 'on Monday', 'a range of'].map((words) => spanOf(old.text, words))
  const other =
    'A ferry sank in the strait on Sunday. The mayor has promised an inquiry and a range of aid.'
  for (const now of [revision(other), revision(), revision('')]) {
    const answers = outcomes(old, now, claims)
    expect(answers).toHaveLength(claims.length)
    expect(answers.filter(({ what }) => what === 'kept' || what === 'moved')).toEqual([])
  }
})

test('overlapping claims, whole blocks and other kinds of block are kept each', () => {
  const kinds = (kind: BlockKind) =>
    layOut([
      { kind: 'headline', text: 'S-400' },
      { kind, text: SECOND },
      { kind: 'paragraph', text: THIRD },
    ])
  const [old, now] = [kinds('paragraph'), kinds('caption')]
  const claims = ['S-400', SECOND, 'range of 400 km', '400', `${SECOND}\n\nTalks`].map((words) =>
    spanOf(old.text, words, words === '400' ? 1 : 0),
  )
  expect(outcomes(old, now, claims)).toMatchObject(claims.map((at) => ({ what: 'kept', at })))
})

test('a claim of no words is missing', () => {
  const text = revision(FIRST)
  expect(outcomes(text, text, [{ start: 3, end: 4 }])).toMatchObject([{ what: 'missing' }])
})

test('a mark of coverage goes along only with its unchanged words', () => {
  const [old, now] = [revision(FIRST, SECOND), revision(SECOND.replace('35', '36'), FIRST)]
  const marks = ['full payment was received', 'altitude of 35 km'].map((words) =>
    spanOf(old.text, words),
  )
  expect(outcomes(old, now, marks).map(carriedTo)).toEqual([
    spanOf(now.text, 'full payment was received'),
    null,
  ])
})
