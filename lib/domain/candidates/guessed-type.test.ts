import { expect, test } from 'vitest'
import { guessedType } from './guessed-type'

test.each([
  [
    '“It renders its part in the F-35 impossible,” it said.',
    'It renders its part in the F-35 impossible',
    'quote',
  ],
  ['“It costs $3 billion in 2017. We paid.”', 'It costs $3 billion in 2017. We paid', 'quote'],
  ['“It costs $3 billion in 2017, and we paid all of it.”', 'we paid all of it', 'quote'],
  ['“It costs $3 billion in 2017, and we paid all of it.”', '$3 billion', 'money'],
  ['“We paid $3 billion.', 'We paid $3 billion', 'quote'],
  ['He said ‘we paid 3 million’ then.', 'we paid 3 million', 'quote'],
  ['He said ‘we paid 3 million’ then.', '‘we paid 3 million’', 'quote'],
  ['Он сказал: „Получено 5 000 рублей“.', 'Получено 5 000 рублей', 'quote'],
  ['他说：“已付25亿美元。”', '已付25亿美元', 'quote'],
  ['He said “no” and paid 3 million.', 'paid 3 million', 'money'],
  ['The drivers’ union has 30 members in the ’90s', 'union has 30 members', 'number'],
  ['“Yes,” she said in 2017, “no.”', 'she said in 2017', 'date_or_time'],
  ['المدى ٤٠٠ كيلومتر', '٤٠٠ كيلومتر', 'measurement'],
  ['It has a range of 400 km.', 'a range of 400 km', 'measurement'],
  ['The ferry sank on Monday.', 'sank on Monday', 'date_or_time'],
  ['A boy aged nine left.', 'A boy aged nine', 'age'],
  ['It is the largest port.', 'the largest port', 'superlative'],
  ['It has 12 cranes.', '12 cranes', 'number'],
  ['Full payment was received.', 'Full payment', 'money'],
  ['All parts are delivered.', 'All parts are delivered', 'event'],
])('in “%s”, “%s” is a %s', (text, words, type) => {
  const start = text.indexOf(words)
  const block = { start: 0, end: text.length }
  expect(guessedType(text, block, { start, end: start + words.length })).toBe(type)
})
