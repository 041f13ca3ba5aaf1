import { beforeAll, expect, test } from 'vitest'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import type { Actor } from '@/lib/domain/policy'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { findEarlierChecks } from './find-earlier'

const WORDS = 'The harbour ferry Aurora carried 1,200 passengers in March'
let editor: Actor

beforeAll(async () => {
  const newsroom = await aNewsroom()
  editor = await newsroom.member('editor')
  for (const [words, language] of [
    [WORDS, 'en'],
    ['ბორანმა მარტში 1200 მგზავრი გადაიყვანა თბილისში', 'ka'],
    ['大桥因裂缝于三月关闭', 'zh'],
  ] as const) {
    const article = await newsroom.article({ by: editor, text: `${words}.`, language })
    const claim = await newsroom.claim(article, words)
    await newsroom.evidence(claim)
    await giveVerdict(editor, { ...claim, verdict: 'confirmed' })
  }
})

const offered = (words: string, language = 'en') =>
  findEarlierChecks(editor, { claimId: null, words, language })

test.each([
  ['one letter', 'a'],
  ['one figure', '7'],
  ['10,000 characters without a space', 'x'.repeat(10_000)],
  ['operators', `' | & ! ( <-> :* ) -- ; % _ \\ " $1 {} []`],
  ['emoji', '😀😀 👩‍👩‍👧 🇫🇷'],
  ['words that are everywhere', 'the of in and to a'],
  ['white space', ' \n\t '],
  ['nothing', ''],
  ['2,000 other words', Array.from({ length: 2_000 }, (_, at) => `word${at}`).join(' ')],
])('nothing is offered for %s, and no harm is done', async (_, words) => {
  expect(await offered(words)).toEqual([])
})

test.each([
  [
    'in other order',
    'In March, 1,200 passengers: that is what the harbour ferry Aurora carried',
    'en',
  ],
  ['in capitals, with emoji', `${WORDS.toUpperCase()} 😀`, 'en'],
  ['in a language without rules', 'მარტში ბორანმა 1200 მგზავრი გადაიყვანა თბილისში', 'ka'],
  ['in a script without spaces', '三月大桥因裂缝关闭', 'zh'],
  ['in a text whose language has no name', WORDS, 'xx'],
])('what was checked is offered %s', async (_, words, language) => {
  expect(await offered(words, language)).toHaveLength(1)
})
