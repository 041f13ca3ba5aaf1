import { beforeAll, expect, test } from 'vitest'
import { findClaim } from '@/lib/db/claims/claims'
import { findHits } from '@/lib/db/search-index/find-hits'
import { findPublishedOn } from '@/lib/db/search-index/find-published'
import { listPublishers } from '@/lib/db/sources/published-checks'
import type { Actor } from '@/lib/domain/policy'
import { parseSearch } from '@/lib/domain/search/search-query'
import { aNewsroom, type Newsroom } from '@/lib/testing/fixtures/newsroom'
import { bringPublishedChecks, citePublishedCheck, removePublishedChecks } from './published-checks'

const WORDS = 'The harbour ferry Aurora carried 1,200 passengers in March'
const CHECK = {
  ...{ url: 'https://checks.example/ferry', claim: WORDS, claimant: 'the mayor' },
  ...{ rating: 'Half true', title: 'How many did the Aurora carry?', publisher: 'Harbour Checks' },
  ...{ published: '2024-05-03', language: 'en' },
}
let newsroom: Newsroom
let checker: Actor

beforeAll(async () => {
  newsroom = await aNewsroom()
  checker = await newsroom.member('checker')
})

const bring = (checks: unknown) => bringPublishedChecks(checker, { name: 'list.csv', checks })
const offered = (actor = checker) => findPublishedOn(actor, { words: WORDS, language: 'en' })
const kindsFound = async (typed: string) => {
  const { query } = parseSearch((name) => (name === 'q' ? typed : ''))
  return (await findHits(checker, query)).hits.map(({ kind }) => kind)
}

test('what others published is found, offered, put in the place of what was, and removed by publisher', async () => {
  expect(
    await bring([CHECK, { ...CHECK, url: 'https://checks.example/coal', claim: 'Coal.' }]),
  ).toEqual({ added: 2, updated: 0, same: 0 })
  expect(await offered()).toMatchObject([{ rating: 'Half true', agreement: { kind: 'same' } }])
  expect(await kindsFound('passengers')).toEqual(['published_check'])
  expect(await offered(await (await aNewsroom()).member('admin'))).toEqual([])

  await expect(bring([CHECK])).rejects.toMatchObject({ reason: 'conflict' })
  expect(
    await bring([
      { ...CHECK, rating: 'False' },
      { ...CHECK, url: 'https://b.example/x' },
    ]),
  ).toEqual({ added: 1, updated: 1, same: 0 })
  expect((await offered()).map(({ rating }) => rating).sort()).toEqual(['False', 'Half true'])
  expect(await listPublishers(checker)).toMatchObject([{ publisher: 'Harbour Checks', count: 3 }])

  await removePublishedChecks(checker, { publisher: 'Harbour Checks' })
  expect(await offered()).toEqual([])
  expect(await kindsFound('passengers')).toEqual([])
  await expect(
    removePublishedChecks(checker, { publisher: 'Harbour Checks' }),
  ).rejects.toMatchObject({ reason: 'conflict' })
  expect(await bring([CHECK])).toMatchObject({ updated: 1 })
  expect(await offered()).toMatchObject([{ rating: 'Half true' }])
})

test.each([
  [[], 'Bring a file or paste a text with fact-checks first.'],
  ['{', 'Bring a file or paste a text with fact-checks first.'],
  [Array.from({ length: 1_001 }, () => CHECK), 'At most 1000 at once.'],
  [[{ ...CHECK, url: 'javascript:alert(1)' }], '“javascript:alert(1)” is no web address.'],
  [[{ ...CHECK, url: 'ftp://example.org/a' }], '“ftp://example.org/a” is no web address.'],
  [[{ ...CHECK, rating: ' ' }], 'It does not say what was found.'],
  [[{ ...CHECK, claim: 'a'.repeat(2_001) }], 'At most 2000 characters.'],
])('what cannot be stored is refused whole, in words (%#)', async (checks, message) => {
  const before = await listPublishers(checker)
  await expect(bring(checks)).rejects.toMatchObject({ fields: { checks: message } })
  expect(await listPublishers(checker)).toEqual(before)
})

test('it is evidence only once somebody makes a source of it, and then secondary context', async () => {
  await bring([{ ...CHECK, url: 'https://checks.example/again' }])
  const by = await newsroom.member('editor')
  const article = await newsroom.article({ by, text: `${WORDS}.`, checkers: [checker] })
  const claim = await newsroom.claim({ ...article, by: checker }, WORDS)
  const [published] = await offered()
  const sent = { claimId: claim.claimId, checkId: published?.id }
  await citePublishedCheck(checker, sent)
  expect((await findClaim(checker, { id: claim.claimId }))?.evidence).toMatchObject([
    {
      ...{ stance: 'context', directness: 'secondary', locator: `the review of “${WORDS}”` },
      source: { title: CHECK.title, publisher: 'Harbour Checks' },
    },
  ])
  await expect(citePublishedCheck(checker, sent)).rejects.toMatchObject({
    message: 'This fact-check is attached to the claim already.',
  })
  await expect(citePublishedCheck(checker, { ...sent, checkId: 'none' })).rejects.toMatchObject({
    reason: 'not-found',
  })
})
