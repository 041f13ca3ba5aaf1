import { beforeAll, expect, test } from 'vitest'
import { askSecondCheck } from '@/lib/commands/claims/second-checks'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { findClaim } from '@/lib/db/claims/claims'
import { findEarlierChecks } from '@/lib/db/search-index/find-earlier'
import type { Actor } from '@/lib/domain/policy'
import { aNewsroom, type Newsroom } from '@/lib/testing/fixtures/newsroom'
import { takeEarlierSources } from './earlier-sources'

let newsroom: Newsroom
let editor: Actor

beforeAll(async () => {
  newsroom = await aNewsroom()
  editor = await newsroom.member('editor')
})

const article = (text: string) => newsroom.article({ by: editor, text })
const earlierOf = (actor: Actor, claimId: string, words: string) =>
  findEarlierChecks(actor, { claimId, words, language: 'en' })

async function checked(words: string) {
  const claim = await newsroom.claim(await article(`${words}.`), words)
  await newsroom.evidence(claim, { title: `On ${words}`, locator: 'page 9' })
  await giveVerdict(editor, { ...claim, verdict: 'confirmed' })
  return claim
}

test('what was checked before is found in other words, with what it says otherwise', async () => {
  const same = await checked('The harbour ferry Aurora carried 1,200 passengers in March')
  const other = await checked('The harbour ferry Aurora carried 1,900 passengers in March')
  await checked('The council approved the budget of the library')
  const words = 'In March the harbour ferry Aurora carried 1,200 passengers'
  const claim = await newsroom.claim(await article(`${words}.`), words)

  const found = await earlierOf(editor, claim.claimId, words)
  expect(found.map(({ id }) => id).sort()).toEqual([same.claimId, other.claimId].sort())
  expect(found.find(({ id }) => id === same.claimId)).toMatchObject({
    ...{ agreement: { kind: 'same' }, soVerdict: 'confirmed', evidence: 1 },
  })
  expect(found.find(({ id }) => id === other.claimId)?.agreement.kind).toBe('differs_in_figure')
})

test('its sources are taken over with their places, once, and its verdict is not', async () => {
  const words = 'The old observatory at Lomnica burnt down in 1911'
  const from = await checked(words)
  const claim = await newsroom.claim(await article(`${words}.`), words)
  const sent = { claimId: claim.claimId, fromClaimId: from.claimId, overWords: words }
  await takeEarlierSources(editor, sent)

  const now = await findClaim(editor, { id: claim.claimId })
  expect(now?.evidence).toMatchObject([{ locator: 'page 9', source: { title: `On ${words}` } }])
  expect(now?.verdicts).toEqual([])
  await expect(takeEarlierSources(editor, sent)).rejects.toMatchObject({
    message: 'All that this claim was checked by is attached already.',
  })
  await expect(
    takeEarlierSources(editor, { ...sent, fromClaimId: claim.claimId }),
  ).rejects.toMatchObject({ reason: 'not-found' })
  await expect(
    takeEarlierSources(editor, { ...sent, overWords: 'Other words' }),
  ).rejects.toMatchObject({
    reason: 'conflict',
  })
})

test('nobody is offered, or takes from, a check that they may not see', async () => {
  const words = 'The tramway to Petrin was rebuilt by Swiss engineers'
  const from = await checked(words)
  const writer = await newsroom.member('writer')
  const checker = await newsroom.member('checker')
  const own = await newsroom.article({
    by: editor,
    text: `${words}.`,
    writers: [writer],
    checkers: [checker],
  })
  const claim = await newsroom.claim(own, words)
  expect(await earlierOf(editor, claim.claimId, words)).toHaveLength(1)
  expect(await earlierOf(writer, claim.claimId, words)).toEqual([])
  const stranger = await (await aNewsroom()).member('admin')
  expect(await earlierOf(stranger, claim.claimId, words)).toEqual([])
  const sent = { claimId: claim.claimId, fromClaimId: from.claimId }
  await expect(takeEarlierSources(stranger, sent)).rejects.toMatchObject({ reason: 'not-found' })

  const twice = await newsroom.article({ by: editor, text: `${words}.`, checkers: [checker] })
  const blind = await newsroom.claim(twice, words)
  await askSecondCheck(editor, { claimId: blind.claimId })
  await giveVerdict(editor, { ...blind, verdict: 'disputed', rationale: 'Two guides differ.' })
  const offered = (await earlierOf(checker, claim.claimId, words)).map(({ id }) => id)
  expect(offered).not.toContain(blind.claimId)
})
