import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keysOf } from '../../vocabulary'
import { checkworthiness, featuresOf } from './checkworthiness'
import { LEXICON } from './lexicon'
import { SHAPES } from './surface-features'
import { WEIGHTS } from './weights'

test.each([
  ['Unemployment fell to 4 percent last year.', 'I hope we will all be happy.'],
  ['He voted against the largest tax cut in history.', 'Who will be there?'],
  ['The company paid $3 million to Marlin Shipping.', 'Thank you, and good evening.'],
  ['Killings rose by half since 2015.', 'We should do something about it.'],
  ['She said that 200 people had died.', 'Let me say this.'],
])('“%s” calls more for a check than “%s”', (worthy, other) => {
  expect(checkworthiness(worthy)).toBeGreaterThan(0.5)
  expect(checkworthiness(other)).toBeLessThan(0.3)
})

test('a score can be explained by its features', () => {
  const features = featuresOf('Prices didn’t rise by 3 percent, said Ana Moss of the port.')
  expect([...features.keys()]).toEqual(
    expect.arrayContaining(['percent', 'said', 'figures', 'names', 'growth', 'did', 'not']),
  )
  expect(features.has('question')).toBe(false)
})

test('two words count only together, and a first word only first', () => {
  expect(featuresOf('All according to plan.').has('said')).toBe(true)
  expect(featuresOf('An according plan to go.').has('said')).toBe(false)
  expect(featuresOf('And so it rained.').has('openingConjunction')).toBe(true)
  expect(featuresOf('It rained and so on.').has('openingConjunction')).toBe(false)
})

test('a long sentence is not worth more for saying the same once', () => {
  const short = featuresOf('Taxes doubled.').get('growth') ?? 0
  const long = featuresOf(`Taxes doubled${' and on they went'.repeat(5)}.`).get('growth') ?? 0
  expect(long).toBeLessThan(short)
})

describe.each(SHAPES)('$id', ({ id, count }) => {
  const SHOWN: Record<typeof id, [yes: string, no: string | null]> = {
    always: ['Yes.', null],
    figures: ['It has 12 cranes.', 'It has cranes.'],
    anyFigure: ['It has 12 cranes.', 'It has cranes.'],
    theirPast: ['She had waited.', 'We had waited.'],
    stageDirection: ['Thank you. (APPLAUSE)', 'Thank you (EU).'],
    allCapitals: ['THEY LEFT IN MAY.', 'They left the EU.'],
    largeFigure: ['It has 1,200 cranes.', 'It has 12, or so.'],
    year: ['It opened in 1987.', 'It has 2500 cranes.'],
    money: ['It cost €3.', 'It cost 3.'],
    percentSign: ['It rose 3%.', 'It rose.'],
    names: ['The ship met Ana.', 'The ship left.'],
    acronyms: ['The EU and the U.N. met.', 'The ship left.'],
    question: ['Who left?”', 'Who? They left.'],
    exclamation: ['They left!', 'No! They left.'],
    brokenOff: ['They left...', 'They ... left.'],
    quotation: ['They “left”.', 'They left.'],
    length: ['The ship left the port at noon.', 'The ship left.'],
    short: ['They left.', 'They all left the port at noon.'],
    veryShort: ['They left.', 'They all left the port.'],
    veryLong: ['and on '.repeat(21), 'and on '],
    regularPast: ['They waited.', 'They are red.'],
    goingOn: ['They are waiting.', 'They sing.'],
    not: ["They don't wait.", 'They wait.'],
    contractedWill: ["They'll wait.", 'They wait.'],
  }
  const shown = (sentence: string) =>
    count(
      sentence,
      sentence
        .toLowerCase()
        .split(/[\s.,?!]+/)
        .filter(Boolean),
    )

  test('counts what it is named for, and nothing else', () => {
    const [yes, no] = SHOWN[id]
    expect(shown(yes)).toBeGreaterThan(0)
    if (no) expect(shown(no)).toBeLessThanOrEqual(0)
  })
})

test('every list of words has words, in lower case, each once', () => {
  for (const id of keysOf(LEXICON)) {
    const words = LEXICON[id].split(' ')
    expect(new Set(words).size, id).toBe(words.length)
    for (const word of words) expect(word, id).toMatch(/^\^?[a-z']+(_[a-z']+)?$/)
    expect(Number.isFinite(WEIGHTS[id])).toBe(true)
  }
})

test('any text has a worth between 0 and 1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(checkworthiness(text)).toBeGreaterThanOrEqual(0)
      expect(checkworthiness(text)).toBeLessThanOrEqual(1)
    }),
  )
})
