import { expect, test } from 'vitest'
import { layOut } from './blocks'
import { excerptAround } from './excerpt'

test('surroundings are those of the paragraph, and no longer than one can take in', () => {
  const { text, blocks } = layOut([
    { kind: 'headline', text: 'A headline' },
    { kind: 'paragraph', text: 'The bridge opened in 1932, they say.' },
    { kind: 'paragraph', text: `${'long '.repeat(200)}words${' after'.repeat(200)}` },
  ])
  const around = (words: string) => {
    const start = text.indexOf(words)
    return excerptAround(text, blocks, { start, end: start + words.length })
  }
  expect(around('opened in 1932')).toEqual({
    before: 'The bridge ',
    words: 'opened in 1932',
    after: ', they say.',
  })
  const { before, after } = around('words')
  expect(before).toMatch(/^… (long )+$/)
  expect(after).toMatch(/^( after)+ …$/)
  expect(Math.max(before.length, after.length)).toBeLessThan(250)
})
