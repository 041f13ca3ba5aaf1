import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Edited, editedTexts } from '@/lib/testing/fixtures/random-edits'
import type { Span } from '../text/blocks'
import { align } from '../text/diff/align'
import { carriedTo } from './outcomes'
import { reanchor } from './reanchor'

/** Written anew for these tests, so that it shares no mistake with what it judges. */
const inPlainForm = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[“”„«»"]/g, '"')
    .replace(/[’‘]/g, "'")
    .replace(/[—–]/g, '-')
    .replace(/…/g, '...')

const isSame = (one: Span | null | undefined, other: Span) =>
  one?.start === other.start && one.end === other.end

const wordsAt = ({ text }: { text: string }, { start, end }: Span) => text.slice(start, end)

test.each(['alike', 'ordinary'] as const)(
  'after any edits of %s texts every claim has an answer, and none is carried to other words',
  (words) => {
    let carried = 0
    fc.assert(
      fc.property(editedTexts(words, 25), ({ old, now, claims }) => {
        const answers = reanchor(align(old.text, now.text), claims)
        expect(answers).toHaveLength(claims.length)
        for (const { of: claim, outcome } of answers) {
          const at = carriedTo(outcome)
          if (!at) continue
          carried++
          expect(inPlainForm(wordsAt(now, at))).toBe(inPlainForm(wordsAt(old, claim)))
        }
      }),
      { numRuns: 1_000, seed: 11 },
    )
    expect(carried).toBeGreaterThan(1_500)
  },
)

/** Claims that the edits left as they were and where they were; those of which the edits made copies apart. */
function tally(samples: readonly Edited[]) {
  const count = { unchanged: 0, carried: 0, elsewhere: 0, copied: 0, copiedCarried: 0 }
  for (const { old, now, claims, truth, rightful, copied } of samples) {
    for (const [index, { outcome }] of reanchor(align(old.text, now.text), claims).entries()) {
      const [at, own] = [carriedTo(outcome), truth[index]]
      if (at && !rightful[index]?.some((place) => isSame(place, at))) count.elsewhere++
      if (!own) continue
      count[copied[index] ? 'copied' : 'unchanged']++
      if (at) count[copied[index] ? 'copiedCarried' : 'carried']++
    }
  }
  return count
}

test('a claim is carried to its own words, and at least 95 of 100 unchanged ones are carried', () => {
  const samples = fc.sample(editedTexts('ordinary', 12, 'no copies'), { numRuns: 1_200, seed: 5 })
  const { unchanged, carried, elsewhere } = tally(samples)
  process.stdout.write(
    `Carried ${carried} of ${unchanged} unchanged claims, ${elsewhere} elsewhere\n`,
  )
  expect(elsewhere).toBe(0)
  expect(carried / unchanged).toBeGreaterThan(0.95)
})

test('where sentences and paragraphs are duplicated too, no claim is taken for its copy', () => {
  const samples = fc.sample(editedTexts('ordinary', 6), { numRuns: 1_200, seed: 5 })
  const { unchanged, carried, elsewhere, copied, copiedCarried } = tally(samples)
  process.stdout.write(
    `Carried ${carried} of ${unchanged} unchanged claims and ${copiedCarried} of ${copied} that were copied, ${elsewhere} elsewhere\n`,
  )
  expect(elsewhere).toBe(0)
  expect(carried / unchanged).toBeGreaterThan(0.95)
})
