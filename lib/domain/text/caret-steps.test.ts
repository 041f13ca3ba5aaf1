import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { layOut, type Span } from './blocks'
import { type Growing, grown, type Step, type Steppable, stepped } from './caret-steps'

const NEXT: Step = { unit: 'word', by: 1 }

const ARROWS: Record<string, Step> = {
  '→': NEXT,
  '←': { unit: 'word', by: -1 },
  '↓': { unit: 'sentence', by: 1 },
  '↑': { unit: 'sentence', by: -1 },
}

const TWO = textOf('It cost four million. They paid it in full.\n\nIt opened in 1932.')

describe('an arrow goes from words to words', () => {
  test.each([
    ['→', 'It'],
    ['→→→', 'four'],
    ['→→←', 'It'],
    ['←', '1932'],
    ['↓', 'It cost four million.'],
    ['↓↓', 'They paid it in full.'],
    ['↓↓↓', 'It opened in 1932.'],
    ['↓↓↓↓', 'It opened in 1932.'],
    ['↓↓↑↑', 'It cost four million.'],
    ['↑', 'It opened in 1932.'],
    // Into the sentence that is chosen, also the first and the last of the text.
    ['↓←', 'It'],
    ['↓→', 'million'],
    ['↓→←', 'four'],
    ['↑→', '1932'],
    ['↑←', 'It'],
    // From a word to its sentence, and on.
    ['→→↑', 'It cost four million.'],
    ['→→↓', 'It cost four million.'],
    ['→→↓↓', 'They paid it in full.'],
    ['↓↓→→', 'It'],
  ])('%s to “%s”', (keys, words) => {
    expect(wordsAfter(TWO, keys)).toBe(words)
  })
})

describe('Shift lets the choice grow and shrink', () => {
  test.each([
    ['→→ ⇧→→', 'cost four million'],
    ['→→ ⇧→→←', 'cost four'],
    ['→→ ⇧→→←←', 'cost'],
    // Beyond the word that it was begun with, to the other side, and back.
    ['→→ ⇧→←←', 'It cost'],
    ['→→ ⇧→←←→', 'cost'],
    ['→→→ ⇧←←', 'It cost four'],
    ['→→→ ⇧←←→', 'cost four'],
    // Into the first sentence of the text.
    ['↓ ⇧←', 'It cost four million'],
    ['↓ ⇧←←', 'It cost four'],
    ['↓ ⇧←←←←', 'It'],
    ['↓ ⇧←←←←→', 'It cost'],
    ['↓ ⇧↓', 'It cost four million. They paid it in full.'],
    ['↓ ⇧↓↑', 'It cost four million.'],
    ['↓ ⇧↓↑←←', 'It cost four'],
    ['↓↓ ⇧↑', 'It cost four million. They paid it in full.'],
    ['↓↓ ⇧↑↓', 'They paid it in full.'],
    ['↓↓ ⇧↑→', 'cost four million. They paid it in full.'],
    ['↓ ⇧↑', 'It cost four million.'],
    ['→→ ⇧↓', 'cost four million.'],
    ['→→ ⇧↑', 'It cost'],
    ['↓↓ ⇧↓', 'They paid it in full.\n\nIt opened in 1932.'],
    ['← ⇧→', '1932'],
    ['⇧→', 'It'],
  ])('%s: “%s”', (keys, words) => {
    expect(wordsAfter(TWO, keys)).toBe(words)
  })

  test('a choice that grew by a step is what it was after the step back', () => {
    const step = fc.constantFrom(...Object.values(ARROWS).filter(({ unit }) => unit === 'word'))
    fc.assert(
      fc.property(fc.nat(10), fc.array(step, { maxLength: 8 }), step, (at, steps, last) => {
        const words = allWords(TWO)
        const begun = words[at % words.length] ?? { start: 0, end: 2 }
        let growing: Growing = { anchor: begun, chosen: begun }
        for (const one of steps) growing = grown(TWO, growing, one)
        const next = grown(TWO, growing, last)
        if (next.chosen.start === growing.chosen.start && next.chosen.end === growing.chosen.end) {
          return
        }
        const back = grown(TWO, next, { unit: 'word', by: last.by === 1 ? -1 : 1 })
        expect(back.chosen).toEqual(growing.chosen)
        expect(back.chosen.start).toBeLessThanOrEqual(begun.start)
        expect(back.chosen.end).toBeGreaterThanOrEqual(begun.end)
      }),
    )
  })
})

describe('words of scripts without spaces, and from the right', () => {
  test.each([
    ['zh', '土耳其购买大桥。耗资四百万。', '→→', '购买'],
    ['zh', '大桥于1932年启用。耗资四百万。', '↓', '大桥于1932年启用。'],
    ['ja', '橋は1932年に開通した。費用は四百万だった。', '→', '橋'],
    ['ja', '橋は1932年に開通した。費用は四百万だった。', '↓↓', '費用は四百万だった。'],
    ['th', 'สะพานเปิดในปี 1932', '→', 'สะพาน'],
    ['th', 'สะพานเปิดในปี 1932', '→ ⇧→', 'สะพานเปิด'],
    ['ar', 'افتتح الجسر في عام ١٩٣٢. كلف أربعة ملايين.', '→→', 'الجسر'],
    ['he', 'הגשר נפתח בשנת 1932. הוא עלה מיליון.', '↓ ⇧←', 'הגשר נפתח בשנת 1932'],
    ['fa', 'پل را می\u200cسازند.', '→→→', 'می\u200cسازند'],
    ['hi', 'पुल 1932 में खुला।', '→→→→', 'खुला'],
  ])('in %s: %s after %s is “%s”', (language, text, keys, words) => {
    expect(wordsAfter(textOf(text, language), keys)).toBe(words)
  })
})

test('a choice by hand that cuts a word, or holds only a mark, finds the words again', () => {
  expect(words(TWO, stepped(TWO, { start: 4, end: 6 }, NEXT))).toBe('cost')
  expect(words(TWO, stepped(TWO, { start: 20, end: 21 }, NEXT))).toBe('They')
  expect(words(TWO, stepped(TWO, { start: 20, end: 21 }, { unit: 'word', by: -1 }))).toBe('million')
})

test('a text without words has nowhere to go', () => {
  expect(stepped(textOf('…'), null, { unit: 'word', by: 1 })).toBeNull()
  expect(stepped(textOf(''), null, { unit: 'sentence', by: -1 })).toBeNull()
})

test.each(Object.entries(ARROWS))(
  'a block of 10,000 words is cut up once, in pieces, however often %s is pressed',
  (key, step) => {
    const text = textOf('They paid it in full. '.repeat(2_000))
    const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment')
    let at = stepped(text, null, step)
    for (let times = 0; times < 20; times++) at = stepped(text, at, step)
    const pieces = segment.mock.calls.map(([piece]) => piece.length)
    segment.mockRestore()
    expect(words(text, at)).toBe({ '→': 'They', '←': 'full' }[key] ?? 'They paid it in full.')
    expect(pieces.reduce((sum, length) => sum + length, 0)).toBeLessThan(2.2 * text.text.length)
    expect(Math.max(...pieces)).toBeLessThanOrEqual(2_000)
  },
)

function textOf(text: string, language = 'en'): Steppable {
  const blocks = text.split('\n\n').map((one) => ({ kind: 'paragraph' as const, text: one }))
  return { ...layOut(blocks), language }
}

/** The words that are chosen after these keys; those behind ⇧ are pressed with Shift. */
function wordsAfter(text: Steppable, keys: string): string | null {
  let chosen: Span | null = null
  let growing: Growing | null = null
  let shift = false
  for (const key of keys.replaceAll(' ', '')) {
    const step = ARROWS[key]
    if (!step) shift = true
    else if (shift && chosen) {
      growing = grown(text, growing ?? { anchor: chosen, chosen }, step)
      chosen = growing.chosen
    } else chosen = stepped(text, chosen, step) ?? chosen
  }
  return words(text, chosen)
}

const words = ({ text }: Steppable, span: Span | null) => span && text.slice(span.start, span.end)

function allWords(text: Steppable): Span[] {
  const found: Span[] = []
  let next = stepped(text, null, { unit: 'word', by: 1 })
  while (next) {
    found.push(next)
    next = stepped(text, next, { unit: 'word', by: 1 })
  }
  return found
}
