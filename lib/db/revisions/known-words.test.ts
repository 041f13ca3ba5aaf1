import { expect, test } from 'vitest'
import { layOut } from '@/lib/domain/text/blocks'
import { knownWords, MOST_WORDS, wordsKept } from './known-words'

test('after many long texts no more is kept than the most, and the last text at least', async () => {
  const long = layOut([{ kind: 'paragraph', text: 'coal '.repeat(MOST_WORDS / 4).trim() }])
  for (let n = 0; n < 12; n++) {
    expect(await knownWords({ id: `${n}`, ...long }, 'en')).toHaveLength(MOST_WORDS / 4)
    expect(wordsKept()).toBeLessThanOrEqual(MOST_WORDS)
  }
  const longest = layOut([{ kind: 'paragraph', text: 'coal '.repeat(MOST_WORDS + 1).trim() }])
  const words = await knownWords({ id: 'longest', ...longest }, 'en')
  expect(await knownWords({ id: 'longest', ...longest }, 'en')).toBe(words)
  expect(wordsKept()).toBe(MOST_WORDS + 1)
  await knownWords({ id: 'short', ...layOut([{ kind: 'paragraph', text: 'Hello.' }]) }, 'en')
  expect(wordsKept()).toBe(1)
})
