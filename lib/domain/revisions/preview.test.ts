import { describe, expect, test } from 'vitest'
import { type Block, layOut } from '../text/blocks'
import { type PreviewBase, previewRevision } from './preview'

const PARAGRAPHS = [
  'The old bridge opened in 1932 and cost four million crowns, the mayor said on Friday.',
  'It was the first in the country to be welded throughout. Engineers will close it in May.',
  'Sven Brandt, who “built” it, died in 1971 at the age of ninety in the town where he was born.',
]

const asBlocks = (texts: readonly string[]): Block[] =>
  texts.map((text) => ({ kind: 'paragraph', text }))

const { text, blocks } = layOut(asBlocks(PARAGRAPHS))

function placed(number: number, words: string) {
  const start = text.indexOf(words)
  return { number, start, end: start + words.length, isChecked: true, isSaid: number === 3 }
}

const base: PreviewBase = {
  ...{ number: 1, text, blocks },
  claims: [placed(1, 'opened in 1932'), placed(2, 'who “built” it'), placed(3, 'the first')],
}
const mark = { kind: 'Opinion', ...placed(0, 'four million crowns') }

const preview = (texts: readonly string[]) => previewRevision([base], [mark], asBlocks(texts), 'en')

describe('before a text is saved', () => {
  test('every claim has an answer, whatever the text', () => {
    const [first = '', second = '', third = ''] = PARAGRAPHS
    for (const texts of [[], ['x'], [third, first], [first, first, second], PARAGRAPHS]) {
      const { outcomes, claims } = preview(texts)
      expect(Object.values(outcomes).reduce((sum, count) => sum + count)).toBe(base.claims.length)
      expect(claims.map(({ claim }) => claim.number)).toEqual([1, 2, 3])
    }
  })

  test('old and new words are shown, and which marks lapse', () => {
    const { claims, lapsing, counts } = preview(
      PARAGRAPHS.map((one) => one.replace('1932', '1933').replace('four', 'five')),
    )
    expect(claims[0]).toMatchObject({
      words: 'opened in 1932',
      nowWords: 'opened in 1933',
      outcome: { what: 'changed' },
    })
    expect(lapsing).toEqual(['four million crowns'])
    expect(counts).toEqual({ factual: 2, typographic: 0, moved: 0 })
  })

  test('a checked claim around which other words stand is told with them', () => {
    const { claims, outcomes } = preview(
      PARAGRAPHS.map((one) => one.replace('the mayor said', 'the mayor denied')),
    )
    expect(outcomes.kept).toBe(3)
    expect(claims.filter(({ frame }) => frame).map(({ claim }) => claim.number)).toEqual([1])
    expect(claims[0]?.frame).toEqual([
      'The old bridge … and cost four million crowns, the mayor said on Friday.',
      'The old bridge … and cost four million crowns, the mayor denied on Friday.',
    ])
  })

  test('typography alone is told as such', () => {
    const { claims, counts } = preview(PARAGRAPHS.map((one) => one.replace(/[“”]/g, '"')))
    expect(claims.filter((one) => one.isTypographicOnly).map(({ claim }) => claim.number)).toEqual([
      2,
    ])
    expect(counts.factual).toBe(0)
  })

  test('the same text and another article are told apart from a revision', () => {
    expect(preview(PARAGRAPHS)).toMatchObject({ isSame: true, isAnother: false })
    const other = preview(['Rain fell on the harbour.', 'Two gulls were there to see it.'])
    expect(other).toMatchObject({ isSame: false, isAnother: true })
  })

  test('a claim is carried from the older text in which it had its last place', () => {
    const newest: PreviewBase = { number: 2, ...layOut(asBlocks(['Rain fell.'])), claims: [] }
    const back = previewRevision([newest, base], [], asBlocks(PARAGRAPHS), 'en')
    expect(back.outcomes.kept).toBe(base.claims.length)
  })
})
