import { describe, expect, test } from 'vitest'
import { CANDIDATE_RULES } from './rules'

/** Of each rule: a sentence, the very words that its pattern finds in it, and a sentence where it finds none. */
const EXAMPLES: Record<string, { finds: [sentence: string, ...words: string[]]; not: string }> = {
  quotation: {
    finds: [
      'She said: “We are done.” «Nous partons», «終わり» 「もう終わりだ」',
      'We are done.',
      'Nous partons',
      '終わり',
      'もう終わりだ',
    ],
    not: 'An opening mark “ alone',
  },
  'quotation-straight': {
    finds: ['"We are done," she said, "for good."', 'We are done,', 'for good.'],
    not: 'A board of 5" by 7" and a plank of 6".',
  },
  'quotation-low': {
    finds: ['Er sagte: „Wir gehen“, dann: »Jetzt gleich«.', 'Wir gehen', 'Jetzt gleich'],
    not: 'Er sagte: “Wir gehen”',
  },
  money: {
    finds: [
      'It cost $2.5 billion, €30, £4m, 700 euros and 12 million US dollars.',
      '$2.5 billion',
      '€30',
      '£4m',
      '700 euros',
      '12 million US dollars',
    ],
    not: 'The dollar fell, and 12 eurosceptics cheered.',
  },
  percentage: {
    finds: [
      'Some 3.5 percent, 12 %, 40 per cent, and 2 percentage points',
      '3.5 percent',
      '12 %',
      '40 per cent',
      '2 percentage points',
    ],
    not: 'The percentage of 12 is unknown.',
  },
  measurement: {
    finds: [
      'It flies 400 km at 900 km/h and weighs 1,014 tonnes at -3 °C, on 12 square miles.',
      '400 km',
      '900 km/h',
      '1,014 tonnes',
      '12 square miles',
    ],
    not: 'The 400 kmart shops and 12 members',
  },
  age: {
    finds: [
      'Ana Moss, 34, met a 12-year-old and a man aged 90.',
      'Ana Moss, 34',
      '12-year-old',
      'aged 90',
    ],
    not: 'On May 3, 34 people came.',
  },
  'date-written': {
    finds: ['From March 3, 2019 to 5 May, and in June 2020', 'March 3, 2019', '5 May', 'June 2020'],
    not: 'They may 5 times march in August.',
  },
  year: {
    finds: ['Built in 2017, used since the 1990s', 'in 2017', 'since the 1990s'],
    not: 'It sold in 2,017 shops and in 201 towns.',
  },
  'date-numeric': {
    finds: [
      '2017-12-29, 29.12.2017, 12/29/17, 在2017年12月29日',
      '2017-12-29',
      '29.12.2017',
      '12/29/17',
      '2017年12月29日',
    ],
    not: 'Version 1.2.3.4 and page 12/29',
  },
  'date-foreign': {
    finds: [
      'am 29. Dezember 2017, le 3 mai 2018, el 4 de julio de 1999',
      '29. Dezember 2017',
      '3 mai 2018',
      '4 de julio de 1999',
    ],
    not: 'Sie hatte 29 Boote und 2017 Ruder.',
  },
  hour: {
    finds: ['At 14:05, at 5 p.m. and at 7:30am', '14:05', '5 p.m.', '7:30am'],
    not: 'A ratio of 25:70 and 5 pumas',
  },
  day: {
    finds: [
      'It rained on Tuesday, last week and three days ago.',
      'on Tuesday',
      'last week',
      'three days ago',
    ],
    not: 'Tuesdays last long.',
  },
  count: {
    finds: ['Some 1,200 sheep, 3 million hens and 12', '1,200', '3 million', '12'],
    not: 'The F-35, the A4 page, a 3-legged dog, 14:05 and x2',
  },
  'count-and-word': {
    finds: ['Der Hafen hat 12 Kräne und 3 Millionen Gäste.', '12 Kräne', '3 Millionen Gäste'],
    not: 'Der Hafen hat A4 Bögen, und er hat 12.',
  },
  'count-in-words': {
    finds: [
      'Three million people, half of them in one in five towns',
      'Three million',
      'half',
      'one in five',
    ],
    not: 'Someone weighed the behalf of one.',
  },
  title: {
    finds: [
      'Then Prime Minister Ana Moss, Gen. Karl von Abt and Dr. Vance left.',
      'Prime Minister Ana Moss',
      'Gen. Karl von Abt',
      'Dr. Vance',
    ],
    not: 'The president spoke, and the general left.',
  },
  affiliation: {
    finds: [
      'Ana Moss, the chief executive of Marlin Shipping, left.',
      'Ana Moss, the chief executive of Marlin Shipping',
    ],
    not: 'In Lagos, people of all ages cheered.',
  },
  name: {
    finds: ['The ship met Ana Moss near Port Abel.', 'Ana Moss', 'Port Abel'],
    not: 'The ship met Ana, and In May it left.',
  },
  'known-as': {
    finds: ['The system, known as SA-21 Growler', 'SA-21 Growler'],
    not: 'The system is known as slow.',
  },
  'attribution-before': {
    finds: [
      'She told reporters on Monday that it rained, and he claimed that it snowed.',
      'told reporters on Monday that',
      'claimed that',
    ],
    not: 'She said it, and that was all.',
  },
  'attribution-after': {
    finds: [
      'The bill was paid, Ana Moss, the head of the port, said on Monday.',
      ', Ana Moss, the head of the port, said',
    ],
    not: 'She said the bill was paid, then left.',
  },
  'according-to': {
    finds: ['According to the port office, it rained.', 'According to the port office,'],
    not: 'It rained, according to her.',
  },
  superlative: {
    finds: [
      'The largest ship and the most expensive crane, at least seemingly the least useful one',
      'largest',
      'most expensive',
      'least useful',
    ],
    not: 'The forest guest wrote an honest request; most of it burned.',
  },
  'first-or-only': {
    finds: [
      'Its first bridge was the only one, for the first time a record high.',
      'Its first',
      'the only',
      'for the first time',
      'record high',
    ],
    not: 'At first he read the first name of the first lady, then the record.',
  },
  comparison: {
    finds: [
      'More people than ever, twice as many, faster than light, compared with May',
      'More people than',
      'twice as',
      'faster than',
      'compared with',
    ],
    not: 'He is more or less here, and better for it.',
  },
  change: {
    finds: ['Prices rose and wages had fallen; sales doubled.', 'rose', 'fallen', 'doubled'],
    not: 'The roses and the fall of Rome; they fell in love.',
  },
  cause: {
    finds: ['Closed because of fog, which led to queues', 'because of', 'led to'],
    not: 'He stayed because he was tired, and led together with her.',
  },
  legal: {
    finds: [
      'She was convicted of fraud and he pleaded not guilty; both were fined.',
      'convicted',
      'pleaded not guilty',
      'were fined',
    ],
    not: 'A conviction politician with a fine sense of guilt',
  },
  event: {
    finds: [
      'Full payment was received, and the ship has been sold.',
      'was received',
      'has been sold',
    ],
    not: 'The ship is red and will sail.',
  },
  specification: {
    finds: ['The ship is powered by gas and equipped with radar.', 'powered by', 'equipped with'],
    not: 'The power of equipment',
  },
  translation: {
    finds: ['The word translates as salt, Turkish for peace.', 'translates as', 'Turkish for'],
    not: 'The translation was Turkish.',
  },
  link: {
    finds: [
      'See https://example.org/a?b=1, www.example.org.',
      'https://example.org/a?b=1',
      'www.example.org',
    ],
    not: 'Meet at http:// nowhere, ann@www.example.org.',
  },
  'mail-address': {
    finds: ['Write to ann.moss@example.org.', 'ann.moss@example.org'],
    not: 'Meet @ the port, @ann or a@b.',
  },
  telephone: {
    finds: ['Call +44 20 7946 0958 today.', '+44 20 7946 0958'],
    not: 'It was +12 degrees, and 3 + 4 is 7.',
  },
}

test('every rule has its examples, and every example its rule', () => {
  expect(CANDIDATE_RULES.map(({ id }) => id)).toEqual([...new Set(Object.keys(EXAMPLES))])
})

describe.each(CANDIDATE_RULES)('$id', ({ id, pattern, figures, weight }) => {
  const [sentence, ...words] = EXAMPLES[id]?.finds ?? ['']
  const findings = (text: string) => [...text.matchAll(pattern)].map(([found]) => found)

  test('finds its exact words', () => {
    expect(words.length).toBeGreaterThan(0)
    expect(findings(sentence)).toEqual(words)
    if (figures) for (const word of words) expect(word).toMatch(/\d/)
  })

  test('leaves others alone', () => {
    expect(findings(EXAMPLES[id]?.not ?? sentence)).toEqual([])
  })

  test('has a weight between 0 and 1', () => {
    expect(weight).toBeGreaterThan(0)
    expect(weight).toBeLessThan(1)
  })
})
