import { describe, expect, test } from 'vitest'
import { agreementOf } from './agreement'

describe('what an earlier claim says to another', () => {
  test.each([
    [
      'en',
      'same',
      'The ferry carried 300 people in 2017.',
      'In 2017 the ferry carried 300 people.',
    ],
    ['en', 'same', 'The mayor never signed the deal.', 'The deal was not signed by the mayor.'],
    ['en', 'alike', 'Unemployment fell in Norland.', 'Unemployment in Norland did not rise.'],
    ['en', 'contrary', 'The mayor signed the deal.', 'The mayor did not sign the deal.'],
    ['en', 'contrary', 'The mayor didn’t sign the deal.', 'The mayor signed the deal.'],
    ['en', 'contrary', 'Unemployment rose in Norland.', 'Unemployment in Norland fell.'],
    ['en', 'contrary', 'The court found Karl Abt guilty.', 'The court found Karl Abt innocent.'],
    ['en', 'contrary', 'Salt water is safe for dogs.', 'Salt water is dangerous for dogs.'],
    ['en', 'differs_in_figure', 'The ferry carried 300 people.', 'The ferry carried 340 people.'],
    ['en', 'differs_in_figure', 'The deal cost $2.5 billion.', 'The deal cost $3.5 billion.'],
    ['en', 'same', 'The deal cost $2.5 billion.', 'The deal cost 2.5 billion dollars.'],
    ['en', 'alike', 'The mayor signed the deal.', 'The mayor opened a bridge in May.'],
    ['en', 'alike', 'The mayor signed the deal.', 'Nobody likes the rain.'],
    [
      'en',
      'alike',
      'Ana Moss signed the Norland ferry deal.',
      'Karl Abt signed the Norland ferry deal.',
    ],
    ['en', 'same', 'Moss signed the ferry deal; it did not rain.', 'Moss signed the ferry deal.'],
    [
      'de',
      'contrary',
      'Die Stadt hat den Vertrag bezahlt.',
      'Die Stadt hat den Vertrag nicht bezahlt.',
    ],
    ['de', 'contrary', 'Die Miete in Tarn stieg.', 'Die Miete in Tarn sank.'],
    [
      'de',
      'differs_in_figure',
      'Die Brücke kostete 2,5 Millionen Euro.',
      'Die Brücke kostete 3 Millionen Euro.',
    ],
    ['fr', 'contrary', 'Le maire a signé le contrat.', 'Le maire n’a pas signé le contrat.'],
    ['es', 'contrary', 'El alcalde firmó el contrato.', 'El alcalde no firmó el contrato.'],
    ['tr', 'contrary', 'Belediye sözleşmeyi imzaladı.', 'Belediye sözleşmeyi imzalamadı.'],
    ['tr', 'contrary', 'İşsizlik İzmir’de arttı.', 'İşsizlik İzmir’de azaldı.'],
    ['ru', 'contrary', 'Мэр подписал договор.', 'Мэр не подписал договор.'],
    ['ar', 'contrary', 'وقع رئيس البلدية العقد.', 'لم يوقع رئيس البلدية العقد.'],
  ])('%s, %s: “%s” and “%s”', (language, kind, one, other) => {
    const [first, second] = [one, other].map((words) => ({ words, language }))
    expect(agreementOf(first ?? { words: '' }, second ?? { words: '' }).kind).toBe(kind)
    expect(agreementOf(second ?? { words: '' }, first ?? { words: '' }).kind).toBe(kind)
  })

  test('names the words that turn it, or the arithmetic', () => {
    const of = (one: string, other: string) => agreementOf({ words: one }, { words: other })
    expect(of('Rents rose in Tarn.', 'Rents fell in Tarn.')).toEqual({
      kind: 'contrary',
      words: ['rose', 'fell'],
    })
    expect(of('The ferry carried 300 people.', 'The ferry carried 340 people.')).toMatchObject({
      sentence: expect.stringContaining('340'),
    })
  })

  test('is nothing of texts without words', () => {
    expect(agreementOf({ words: '' }, { words: '…' })).toEqual({ kind: 'alike' })
  })
})
