import { afterAll, beforeAll, expect, vi } from 'vitest'
import { allowOpenId } from '@/lib/commands/accounts/open-id'
import { lockChain } from '@/lib/db/audit/log'
import { db } from '@/lib/db/client'
import { insertMembership } from '@/lib/db/newsroom/onboarding'
import { findLogin } from '@/lib/db/newsroom/sessions'
import type { Actor } from '@/lib/domain/policy'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { aSecondFactor } from '@/lib/testing/fixtures/second-factor'
import {
  type Entries,
  startOpenIdProvider,
  type TestOpenIdProvider,
  visitProvider,
} from '@/lib/testing/outside/openid-provider'
import { logInByOpenId } from '../log-in'
import { beginOpenId, finishOpenId, identityIn, type Step } from './round-trip'

const STET = 'http://stet.example:3000'
const entries: Entries = {}
let house: TestOpenIdProvider

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_URL', STET)
  vi.stubEnv('NEXTAUTH_SECRET', 'only for this test, which keeps nothing')
  house = await startOpenIdProvider(entries)
  house.serve(STET)
})

afterAll(() => {
  house.stop()
  vi.unstubAllEnvs()
})

/** Somebody at a newsroom that lets people log in so, with an entry at the provider of the same address. */
async function nora(entry: Entries[string] = {}) {
  const newsroom = await aNewsroom()
  const [ada, actor] = [await newsroom.member('admin'), await newsroom.member('checker')]
  await allowOpenId(ada, { allowed: 'yes' })
  entries[actor.userId] = { email: actor.email, email_verified: true, ...entry }
  return { ada, actor, newsroom }
}

/** Goes to the provider, comes back and says what came of it. */
async function goAndReturn({ userId }: Pick<Actor, 'userId'>, to = '/desk?claim=1'): Promise<Step> {
  const { kept, search } = await go(userId, to)
  return finishOpenId(house.settings, search, kept)
}

async function go(sub: string | undefined, to = '/') {
  const begun = await beginOpenId(house.settings, to)
  if (!('sealed' in begun)) throw new Error(begun.problem)
  const { search } = new URL(await visitProvider(begun.to, sub))
  return { kept: begun.sealed, search }
}

function identityOf(step: Step) {
  const found = 'sealed' in step ? identityIn(step.sealed) : null
  if (!found) throw new Error(`nobody: ${JSON.stringify(step)}`)
  return found
}

test('whoever the provider vouches for is logged in, and led to the page that was asked for', async () => {
  const { actor } = await nora()
  entries[actor.userId] = { email: actor.email.toUpperCase(), email_verified: true }
  const step = await goAndReturn(actor)
  expect(step.to).toBe('/desk?claim=1')
  const entered = await logInByOpenId(identityOf(step), { code: '' })
  expect(await findLogin(entered?.sessionId ?? '')).toMatchObject({ user: { id: actor.userId } })
})

test('a second factor is asked for all the same, and wrong codes are counted', async () => {
  const { actor } = await nora()
  const shown = await aSecondFactor(actor)
  const identity = identityOf(await goAndReturn(actor))
  await expect(logInByOpenId(identity, { code: '' })).rejects.toThrow('code-needed')
  for (let n = 0; n < 10; n++) {
    await expect(logInByOpenId(identity, { code: '000' })).rejects.toThrow('code-wrong')
  }
  expect(await logInByOpenId(identity, { code: shown() })).toBeNull()
  await db().loginFailure.deleteMany({})
  expect(await logInByOpenId(identity, { code: shown() })).toMatchObject({ id: actor.userId })
})

test('without the leave of every newsroom of theirs nobody comes in, also in the middle of it', async () => {
  const { ada, actor } = await nora()
  const identity = identityOf(await goAndReturn(actor))
  await allowOpenId(ada, { allowed: '' })
  expect(await logInByOpenId(identity, {})).toBeNull()
  expect(await goAndReturn(actor)).toMatchObject({ problem: 'not-allowed', to: '/desk?claim=1' })

  await allowOpenId(ada, { allowed: 'yes' })
  const zoe = await (await aNewsroom()).member('admin')
  await lockChain(zoe)
  await insertMembership({ userId: actor.userId, newsroomId: zoe.newsroomId }, 'writer')
  expect(await goAndReturn(actor)).toMatchObject({ problem: 'not-allowed' })
})

test('an address that is not verified, or that nobody has here, opens nothing and makes nobody', async () => {
  const { actor } = await nora({ email_verified: false })
  expect(await goAndReturn(actor)).toMatchObject({ problem: 'unverified' })
  entries.stranger = { email: 'stranger@example.org', email_verified: true }
  const before = await db().user.count()
  expect(await goAndReturn({ userId: 'stranger' })).toMatchObject({ problem: 'unknown' })
  expect(await db().user.count()).toBe(before)
})

test('somebody who was removed everywhere is nobody', async () => {
  const { actor } = await nora()
  await db().membership.updateMany({
    where: { userId: actor.userId },
    data: { removedAt: new Date() },
  })
  expect(await goAndReturn(actor)).toMatchObject({ problem: 'unknown' })
})

test('an address that was given to another person opens the account of the first no more', async () => {
  const { ada, actor } = await nora()
  await logInByOpenId(identityOf(await goAndReturn(actor)), {})
  entries.heir = { email: actor.email, email_verified: true }
  expect(await goAndReturn({ userId: 'heir' })).toMatchObject({ problem: 'other' })
  expect(await goAndReturn(actor)).toHaveProperty('sealed')

  await allowOpenId(ada, { allowed: '' })
  await allowOpenId(ada, { allowed: 'yes' })
  expect(await goAndReturn({ userId: 'heir' })).toHaveProperty('sealed')
})

test('an answer counts once, for the browser that asked, and for ten minutes', async () => {
  const { actor } = await nora()
  const { kept, search } = await go(actor.userId)
  expect(await finishOpenId(house.settings, search, undefined)).toMatchObject({ problem: 'again' })
  const other = await go(actor.userId)
  expect(await finishOpenId(house.settings, search, other.kept)).toMatchObject({ problem: 'again' })
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 601_000 })
  expect(await finishOpenId(house.settings, search, kept)).toMatchObject({ problem: 'again' })
  vi.useRealTimers()
  expect(await finishOpenId(house.settings, search, kept)).toHaveProperty('sealed')
  expect(await finishOpenId(house.settings, search, kept)).toMatchObject({ problem: 'again' })
})

test('a code of somebody else’s is refused, and an answer that names another issuer', async () => {
  const { actor } = await nora()
  const [mine, theirs] = [await go(actor.userId), await go(actor.userId)]
  const swapped = new URLSearchParams(mine.search)
  swapped.set('code', new URLSearchParams(theirs.search).get('code') ?? '')
  expect(await finishOpenId(house.settings, `?${swapped}`, mine.kept)).toMatchObject({
    problem: 'again',
  })
  const third = await go(actor.userId)
  const lying = new URLSearchParams(third.search)
  lying.set('iss', 'https://evil.example')
  expect(await finishOpenId(house.settings, `?${lying}`, third.kept)).toMatchObject({
    problem: 'untrusted',
  })
})

test('whoever says no there is told so here', async () => {
  const { kept, search } = await go(undefined, '/desk')
  expect(await finishOpenId(house.settings, search, kept)).toMatchObject({
    ...{ problem: 'declined', to: '/desk' },
  })
})

test('keys that the provider changed are known at once', async () => {
  const { actor } = await nora()
  expect(await goAndReturn(actor)).toHaveProperty('sealed')
  house.serve(STET)
  expect(await goAndReturn(actor)).toHaveProperty('sealed')
})

test('what was signed by nobody whom the provider knows is not believed', async () => {
  const { actor } = await nora()
  house.showOtherKeys()
  expect(await goAndReturn(actor)).toMatchObject({ problem: 'untrusted' })
  house.serve(STET)
  expect(await goAndReturn(actor)).toHaveProperty('sealed')
})

test('a provider that says it is another is not believed', async () => {
  house.serve(STET, 'https://evil.example')
  expect(await beginOpenId(house.settings, '/desk')).toMatchObject({
    ...{ problem: 'untrusted', to: '/desk' },
  })
  house.serve(STET)
})

test('a provider that is down, or turns us away, is told as that', async () => {
  const { actor } = await nora()
  const { kept, search } = await go(actor.userId, '/desk')
  const wrong = { ...house.settings, clientSecret: 'guessed' }
  expect(await finishOpenId(wrong, search, kept)).toMatchObject({ problem: 'untrusted' })
  const gone = await startOpenIdProvider({})
  expect(await beginOpenId(gone.settings, '/desk')).toMatchObject({ problem: 'down' })
  gone.stop()
  expect(await beginOpenId(gone.settings, '/desk')).toMatchObject({ problem: 'down', to: '/desk' })
})
