import { expect, test } from 'vitest'
import { NAMED_PLACES, NOTHING_TO_CHECK } from '@/lib/testing/fixtures/named-places'
import { layOut } from '../text/blocks'
import { wordsOf } from '../text/words'
import { candidatesOf } from './candidates'
import { PRESSING } from './pressing'

test('of 42 places that corrections would name, at least 33 stand whole in a proposal', () => {
  expect(NAMED_PLACES).toHaveLength(42)
  const proposed = NAMED_PLACES.filter(({ sentence, place, kind = 'paragraph' }) => {
    const { text, blocks } = layOut([{ kind, text: sentence }])
    const at = text.indexOf(place)
    expect(at, sentence).toBeGreaterThanOrEqual(0)
    return candidatesOf(text, blocks, 'en').some(
      ({ start, end, score }) => score >= PRESSING && start <= at && at + place.length <= end,
    )
  })
  expect(proposed.length).toBeGreaterThanOrEqual(33)
})

test('where there is nothing to check, fewer than seven in 1,000 words are proposed', () => {
  const { text, blocks } = layOut(NOTHING_TO_CHECK.map((text) => ({ kind: 'paragraph', text })))
  const words = wordsOf(text, blocks, 'en').length
  expect(words).toBeGreaterThan(900)
  const pressing = candidatesOf(text, blocks, 'en').filter(({ score }) => score >= PRESSING)
  const perThousand = (pressing.length / words) * 1000
  expect(perThousand).toBeLessThan(7)
})
