import { describe, expect, test } from 'vitest'
import { layOut } from '../../text/blocks'
import { type FactFields, factFrom } from '../fact-fields'
import type { Fact } from '../facts'
import { readAgainst } from './read-against'

const TODAY = '2026-11-30'

function fact(fields: FactFields): Fact {
  const read = factFrom(fields, TODAY)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return { ...read.fact, id: fields.subject ?? '' }
}

const FACTS = [
  fact({
    kind: 'name',
    subject: 'Chemezov, Sergei',
    titles: 'head of Rostec (2007-12-03 –)\nhead of Rosoboronexport (2004-04-27 – 2007-11-26)',
  }),
  fact({ kind: 'birth', subject: 'Sergei Chemezov', born: '1952-08-20' }),
  fact({
    kind: 'name',
    subject: 'Sergei Shoigu',
    titles:
      'defence minister (2012-11-06 – 2024-05-12); secretary of the Security Council (2024-05-12 –)',
  }),
  fact({ kind: 'name', subject: 'Recep Tayyip Erdoğan', spellings: 'Tayyip Erdoğan' }),
  fact({ kind: 'name', subject: 'Angela Merkel' }),
  fact({ kind: 'name', subject: 'Сергей Чемезов' }),
  fact({ kind: 'name', subject: 'محمد بن سلمان' }),
  fact({ kind: 'name', subject: 'Jean-Pierre O’Brien' }),
  fact({ kind: 'name', subject: 'Rosoboronexport' }),
  fact({ kind: 'place', subject: 'Kyiv', avoid: 'Kiev' }),
  fact({ kind: 'place', subject: 'Ireland' }),
  fact({
    kind: 'figure',
    subject: 'range of the S-400',
    value: '400',
    unit: 'km',
    asOf: '2025-01-01',
  }),
  fact({
    ...{ kind: 'figure', subject: 'population of Harbourtown', value: '312,000', unit: '' },
    ...{ asOf: '2024-01-01', staleAfter: '2025-12-31' },
  }),
  fact({
    kind: 'figure',
    subject: 'inflation in Norland',
    value: '3.5',
    unit: '%',
    asOf: '2026-10-01',
  }),
  fact({ kind: 'house', subject: 'adviser', avoid: 'advisor' }),
  fact({ kind: 'house', subject: 'internet', avoid: 'Internet' }),
  fact({ kind: 'house', subject: 'email', avoid: 'e-mail' }),
  fact({ kind: 'house', subject: 'café', avoid: 'cafe' }),
  fact({ kind: 'house', subject: '東京都', avoid: '東京' }),
]

function read(text: string, { language = 'en', on = TODAY, facts = FACTS } = {}) {
  const laid = layOut(text.split('\n\n').map((one) => ({ kind: 'paragraph' as const, text: one })))
  const proposals = readAgainst({ ...laid, language, on }, facts)
  for (const { start, end, says } of proposals) expect(laid.text.slice(start, end)).toBe(says)
  return proposals.map(({ why, says, ledger }) => [why, says, ledger])
}

describe('a name spelt otherwise', () => {
  test.each([
    ['Sergey Chemezov said so.', 'Sergey Chemezov', 'Sergei Chemezov'],
    ['So Sergei Chemesov’s words were.', 'Sergei Chemesov', 'Sergei Chemezov'],
    ['It was Sergei V. Chemesov.', 'Sergei V. Chemesov', 'Sergei Chemezov'],
    ['Recep Tayyip Erdogan spoke.', 'Recep Tayyip Erdogan', 'Recep Tayyip Erdoğan'],
    ['With Angela Merkle it went on.', 'Angela Merkle', 'Angela Merkel'],
    ["With Jean-Piere O'Brien.", "Jean-Piere O'Brien", 'Jean-Pierre O’Brien'],
    ['They left Kiev.', 'Kiev', 'Kyiv'],
    ['Вчера Сергей Чимезов сказал.', 'Сергей Чимезов', 'Сергей Чемезов'],
  ])('%s', (text, says, ledger) => {
    expect(read(text)).toEqual([['spelling', says, ledger]])
  })

  test('a last name alone, where the person is named in full', () => {
    expect(read('Sergei Chemezov spoke. Then Chemesov left.')).toEqual([
      ['spelling', 'Chemesov', 'Chemezov'],
    ])
    expect(read('Then Chemesov left.')).toEqual([])
  })

  test.each([
    ['as kept', 'Sergei Chemezov, CHEMEZOV and Chemezov’s men. SERGEI CHEMEZOV.'],
    ['in capitals without marks', 'RECEP TAYYIP ERDOGAN SPEAKS'],
    ['an accepted spelling', 'Tayyip Erdoğan spoke.'],
    ['with an apostrophe of another form', "Jean-Pierre O'Brien spoke."],
    ['somebody else of the same first name', 'Sergei Lavrov and Angela Rayner met.'],
    ['somebody else of the same last name', 'Ivan Chemezov and Max Merkel met.'],
    ['another person’s first name beside a near last name', 'Sergei Chemezov met Anna Chemesova.'],
    ['a people and a country', 'The Irelanders of Iceland.'],
    ['a single word that is near', 'The Rosoboronexporter of Iceland'],
    ['across sentences', 'He met Sergei. Chemesov left.'],
    ['common words', 'The merkels of this world serge along.'],
    ['a place in an address', 'See kiev.example.org/Kiev or mail to a@Kiev.example'],
  ])('nothing for %s', (_, text) => {
    expect(read(text)).toEqual([])
  })

  test.each([
    ['ru', 'Он видел Сергея Чемезова и говорил с Сергеем Чемезовым.'],
    ['tr', 'Recep Tayyip Erdoğan’ın sözleri'],
    ['de', 'Angela Merkels Rede'],
    ['ar', 'قال محمد بن سلمان أمس'],
  ])('nothing for its cases (%s)', (language, text) => {
    expect(read(text, { language })).toEqual([])
  })
})

describe('a title', () => {
  test.each([
    'Defence Minister Sergei Shoigu spoke.',
    'Sergei Shoigu, the defence minister, spoke.',
    'Sergei Shoigu, Russia’s long-serving defence minister, spoke.',
    'Sergei Shoigu (defence minister) spoke.',
  ])('that ended: %s', (text) => {
    expect(read(text)).toEqual([
      ['title', expect.stringMatching(/^defence minister$/i), 'secretary of the Security Council'],
    ])
  })

  test.each([
    'Former Defence Minister Sergei Shoigu spoke.',
    'Then-Defence Minister Sergei Shoigu spoke.',
    'Sergei Shoigu, a former Russian defence minister, spoke.',
    'Sergei Shoigu was defence minister until 2024.',
    'Sergei Shoigu, secretary of the Security Council, spoke.',
    'Sergei Shoigu spoke, and the defence minister listened.',
    'Sergei Shoigu, Andrei Belousov, the defence minister, and others met.',
    'The head of Rostec, Sergei Chemezov, spoke.',
  ])('that holds, or is another’s: %s', (text) => {
    expect(read(text)).toEqual([])
  })

  test('goes by the day of the article', () => {
    expect(read('Defence Minister Sergei Shoigu spoke.', { on: '2024-05-12' })).toEqual([])
    expect(read('Sergei Chemezov, head of Rostec, spoke.', { on: '2006-01-01' })).toEqual([
      ['title', 'head of Rostec', 'head of Rosoboronexport'],
    ])
  })
})

describe('an age', () => {
  test.each([
    ['Sergei Chemezov, 73, spoke.', '73'],
    ['Sergei Chemezov (aged 73) spoke.', '73'],
    ['The 73-year-old Sergei Chemezov spoke.', '73'],
    ['Sergei Chemezov is 73 years old.', '73'],
    ['The 75-year-old head of Rostec, Sergei Chemezov', '75'],
  ])('%s', (text, says) => {
    expect(read(text)).toEqual([['age', says, '74']])
  })

  test.each([
    'Sergei Chemezov, 74, spoke.',
    'Sergei Chemezov, then 55, spoke.',
    'Sergei Chemezov, 3 of his aides and others spoke.',
    'Sergei Chemezov is 73 km away.',
    'Sergei Chemezov (1952) spoke.',
    'Angela Merkel, 12, spoke.',
  ])('nothing: %s', (text) => {
    expect(read(text)).toEqual([])
  })

  test('is another on the birthday', () => {
    expect(read('Sergei Chemezov, 73, spoke.', { on: '2026-08-19' })).toEqual([])
    expect(read('Sergei Chemezov, 73, spoke.', { on: '2026-08-20' })).toEqual([['age', '73', '74']])
  })
})

describe('a figure', () => {
  test.each([
    ['The S-400 has a range of 500 km.', 'figure', '500 km'],
    ['With a range of 500 km and an altitude of 35 km, the S-400 is sold.', 'figure', '500 km'],
    ['The population of Harbourtown is 312,000.', 'stale', '312,000'],
    ['Inflation in Norland was 4.1 percent.', 'figure', '4.1 percent'],
  ])('%s', (text, why, says) => {
    expect(read(text)).toEqual([[why, says, expect.any(String)]])
  })

  test.each([
    ['converted', 'The S-400 has a range of 250 miles.'],
    ['the same', 'The S-400 has a range of 400 km.'],
    ['of something else', 'The S-300 has a range of 150 km.'],
    ['of another kind', 'The S-400 has a range and costs $500 million.'],
    ['of another year', 'In 2011, inflation in Norland was 9 percent.'],
    ['in another sentence', 'The S-400 is sold. Its range is 500 km.'],
    ['no figure at all', 'The population of Harbourtown grows.'],
  ])('nothing: %s', (_, text) => {
    expect(read(text)).toEqual([])
  })

  test('that is newer than the text says nothing about it', () => {
    expect(read('Inflation in Norland was 4.1 percent.', { on: '2026-01-01' })).toEqual([])
  })

  test('the newest of several counts', () => {
    const newer = fact({
      kind: 'figure',
      subject: 'Range of the S-400',
      value: '500',
      unit: 'km',
      asOf: '2026-06-01',
    })
    expect(read('The S-400 has a range of 500 km.', { facts: [...FACTS, newer] })).toEqual([])
  })
})

describe('the house’s spelling', () => {
  test.each([
    ['An Advisor came.', 'Advisor', 'adviser'],
    ['On the Internet.', 'Internet', 'internet'],
    ['By e-mail.', 'e-mail', 'email'],
    ['In a cafe.', 'cafe', 'café'],
    ['彼は東京に行く。', '東京', '東京都'],
  ])('%s', (text, says, ledger) => {
    expect(read(text)).toEqual([['house', says, ledger]])
  })

  test.each(['Advisors came.', 'The internet.', 'A café.', 'At example.org/advisor.', '東京都へ'])(
    'nothing: %s',
    (text) => {
      expect(read(text)).toEqual([])
    },
  )
})

test('any text is read without harm', () => {
  for (const text of ['', '\u202e', 'ﷺ', '👩‍👩‍👧 Sergei', 'Sergei', 'Chemezov,', '—', 'İ ı ß ŒÆ']) {
    expect(read(text)).toEqual([])
  }
})
