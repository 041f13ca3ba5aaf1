import { expect, test } from 'vitest'
import { findSameContext } from './same-place'

const FAR = 'It was the first in the country to be welded throughout, and is looked after well. '
const OLD = `${FAR}The old bridge opened in 1932 and cost four million crowns. ${FAR}`
const WORDS = 'opened in 1932'
const SPAN = { start: OLD.indexOf(WORDS), end: OLD.indexOf(WORDS) + WORDS.length }

test.each<[what: string, now: string, found: boolean]>([
  ['in the same text', OLD, true],
  ['behind a new sentence', `Good morning. ${OLD}`, true],
  ['where something further away changed', OLD.replace('It was', 'It is'), true],
  ['nowhere where they changed', OLD.replace('1932', '1933'), false],
  ['nowhere where a word beside them changed', OLD.replace('and cost', 'but cost'), false],
  ['nowhere certain where the passage stands twice', OLD + OLD, false],
  ['nowhere in an empty text', '', false],
])('words that are being worked on stand %s', (_, now, found) => {
  const place = findSameContext(OLD, now, SPAN)
  expect(place && now.slice(place.start, place.end)).toBe(found ? WORDS : null)
})

test('words that stood twice in the older text are not taken for those that are left', () => {
  expect(findSameContext(OLD + OLD, OLD, SPAN)).toBeNull()
})
