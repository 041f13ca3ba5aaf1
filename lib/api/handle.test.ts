import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test as plainTest } from 'vitest'
import { removeMember } from '@/lib/commands/newsroom/members'
import { makeNewsroomToken, makeToken, revokeToken } from '@/lib/commands/newsroom/tokens'
import { listEvents } from '@/lib/db/audit/log-events'
import { db } from '@/lib/db/client'
import { findNames, listMembers } from '@/lib/db/newsroom/members'
import { test } from '@/lib/testing/database/rollback'
import { ask, tokenOf } from '@/lib/testing/fixtures/api-client'
import { aNewsroom, TEST_PASSWORD } from '@/lib/testing/fixtures/newsroom'
import { aScene, type Scene } from '@/lib/testing/fixtures/scene'
import { limitHeaders, takeRequest } from './answers/limits'

const ADD = ['POST', '/sources/add-source'] as ['POST', string]
const BOOK = { kind: 'book', title: 'Bridges' }

let scene: Scene
let token: string

beforeAll(async () => {
  scene = await aScene()
  token = await tokenOf(scene.people.admin, 'read', 'write', 'administer')
}, 120_000)

describe('a token', () => {
  test('is stored as its hash alone, and is told once', async () => {
    const { admin } = scene.people
    const formId = randomUUID()
    const raw = { name: 'CMS', scopes: ['read'], days: '7', current: TEST_PASSWORD, formId }
    const { secret } = await makeToken(admin, raw)
    expect(secret).toMatch(/^stet_[\w-]{43}$/)
    const kept = JSON.stringify([await db().apiToken.findMany(), await db().formReceipt.findMany()])
    expect(kept).not.toContain(secret.slice(5, 40))
    expect(await makeToken(admin, raw)).toBeNull()
  })

  test('is made by whoever knows the password', async () => {
    const raw = { name: 'CMS', scopes: ['read'], days: '7', current: 'a wrong guess' }
    await expect(makeToken(scene.people.writer, raw)).rejects.toMatchObject({
      fields: { current: 'This is not your present password.' },
    })
  })

  test('administers for admins alone', async () => {
    await expect(tokenOf(scene.people.editor, 'administer')).rejects.toMatchObject({
      fields: { scopes: expect.stringContaining('no more than you') },
    })
  })

  test('notes that it was used', async () => {
    await ask(token, ADD, BOOK)
    const where = { userId: scene.people.admin.userId, lastUsedAt: { not: null } }
    expect(await db().apiToken.count({ where })).toBe(1)
  })

  test('acts in the name of its person, who may do no more than before', async () => {
    const { writer } = scene.people
    const mine = await tokenOf(writer, 'write')
    expect(await ask(mine, ADD, BOOK)).toMatchObject({ status: 200 })
    const [last] = await listEvents(scene.people.admin, { take: 1 })
    expect(last).toMatchObject({ actorId: writer.userId, event: { type: 'source.added' } })
    const rate = { claimId: scene.claim.claimId, verdict: 'confirmed' }
    const refused = await ask(mine, ['POST', '/claims/give-verdict'], rate)
    expect(refused).toMatchObject({ status: 403, body: { type: '/api/v1#not-allowed' } })
  })

  plainTest.each([
    ['unknown', `stet_${'a'.repeat(43)}`, 'unknown-token'],
    ['no token at all', 'secret', 'unknown-token'],
  ])('that is %s opens nothing', async (_, given, kind) => {
    expect(await ask(given, ADD, BOOK)).toMatchObject({
      status: 401,
      body: { type: `/api/v1#${kind}` },
    })
  })

  test('that was revoked, ran out, or whose person was removed opens nothing', async () => {
    const { admin, writer } = scene.people
    const raw = { name: 'CMS', scopes: ['write'], days: '7', current: TEST_PASSWORD }
    const revoked = await makeToken(admin, raw)
    await revokeToken(admin, { tokenId: revoked.tokenId })
    expect(await ask(revoked.secret, ADD, BOOK)).toMatchObject({
      status: 401,
      body: { type: '/api/v1#revoked-token' },
    })
    const old = await makeToken(admin, raw)
    const where = { id: old.tokenId }
    await db().apiToken.update({ where, data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await ask(old.secret, ADD, BOOK)).toMatchObject({
      status: 401,
      body: { type: '/api/v1#expired-token' },
    })
    const theirs = await makeToken(writer, raw)
    await removeMember(admin, { userId: writer.userId })
    expect(await ask(theirs.secret, ADD, BOOK)).toMatchObject({ status: 401 })
  })

  test('does not come from a cookie', async () => {
    const headers = { cookie: `next-auth.session-token=${token}; authorization=Bearer ${token}` }
    expect(await ask(null, ADD, BOOK, headers)).toMatchObject({ status: 401 })
  })
})

describe('a token of the newsroom', () => {
  test('acts in its own name, proposes, and decides nothing', async () => {
    const { admin, checker } = scene.people
    const raw = { name: 'The CMS', scopes: ['read', 'write'], days: '7', current: TEST_PASSWORD }
    const { secret, tokenId } = await makeNewsroomToken(admin, raw)
    expect(await ask(secret, ADD, BOOK)).toMatchObject({ status: 200 })
    const [last] = await listEvents(admin, { take: 1 })
    expect((await findNames(admin)).get(last?.actorId ?? '')).toBe('The CMS')
    expect((await listMembers(admin)).map(({ name }) => name)).not.toContain('The CMS')

    const verdict = { claimId: scene.claim.claimId, verdict: 'confirmed' }
    const close = { queryId: scene.queryId, text: 'Found.' }
    const sign = { articleId: scene.coming.articleId, seen: scene.seen }
    for (const [path, body] of [
      ['/claims/give-verdict', verdict],
      ['/discussion/close-query', close],
      ['/sign-off/sign-off', sign],
    ] as const) {
      const refused = await ask(secret, ['POST', path], body)
      expect(refused).toMatchObject({
        status: 403,
        body: { detail: 'A program proposes; a person decides this.' },
      })
    }
    const invite = { email: 'more@example.org', role: 'writer' }
    expect(await ask(secret, ['POST', '/newsroom/invite'], invite)).toMatchObject({ status: 403 })

    await expect(revokeToken(checker, { tokenId })).rejects.toMatchObject({ reason: 'not-allowed' })
    await revokeToken(admin, { tokenId })
    expect(await ask(secret, ADD, BOOK)).toMatchObject({ status: 401 })
  })
})

describe('a body', () => {
  plainTest.each([
    ['that is no JSON', '{"kind": ', 400, 'not-json'],
    ['that is a list', '[]', 400, 'not-json'],
    ['of 10,000 levels', `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 400, 'too-deep'],
    ['of more than 1 MiB', `{"a":"${'a'.repeat(1024 * 1024)}"}`, 413, 'too-large'],
  ])('%s is refused', async (_, body, status, kind) => {
    const answer = await ask(token, ADD, body)
    expect(answer).toMatchObject({ status, body: { status, type: `/api/v1#${kind}` } })
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  })

  test('that says to be something else is refused', async () => {
    const answer = await ask(token, ADD, '{}', { 'content-type': 'text/plain' })
    expect(answer).toMatchObject({ status: 415 })
  })
})

test('an operation that is not there, or is asked for in another way, is named', async () => {
  expect(await ask(token, ['POST', '/everything/drop-it'], {})).toMatchObject({ status: 404 })
  const answer = await ask(token, ['DELETE', '/sources/add-source'])
  expect(answer).toMatchObject({ status: 405, body: { type: '/api/v1#wrong-method' } })
  expect(answer.headers.get('allow')).toBe('POST')
})

describe('an idempotency key', () => {
  const keyed = (key: string) => ({ 'idempotency-key': key })
  const count = () => db().source.count({ where: { newsroomId: scene.people.admin.newsroomId } })

  test('answers the same again, and does nothing more', async () => {
    const key = randomUUID()
    const first = await ask(token, ADD, BOOK, keyed(key))
    const before = await count()
    expect(await ask(token, ADD, BOOK, keyed(`"${key}"`))).toMatchObject({ body: first.body })
    expect(await count()).toBe(before)
  })

  test('for another body or another operation is refused', async () => {
    const key = randomUUID()
    await ask(token, ADD, BOOK, keyed(key))
    const other = await ask(token, ADD, { ...BOOK, title: 'Tides' }, keyed(key))
    expect(other).toMatchObject({ status: 422, body: { type: '/api/v1#key-used' } })
    const view = { name: 'Mine', query: 'state=draft' }
    const elsewhere = await ask(token, ['POST', '/articles/save-view'], view, keyed(key))
    expect(elsewhere).toMatchObject({ status: 422, body: { type: '/api/v1#key-used' } })
  })

  test('of somebody else is another key', async () => {
    const key = randomUUID()
    const theirs = await tokenOf(scene.people.editor, 'write')
    const [one, other] = [
      await ask(token, ADD, { ...BOOK, title: 'One' }, keyed(key)),
      await ask(theirs, ADD, { ...BOOK, title: 'Two' }, keyed(key)),
    ]
    expect([one.status, other.status]).toEqual([200, 200])
    expect(one.body.sourceId).not.toBe(other.body.sourceId)
  })

  plainTest('of many requests at once does one thing', async () => {
    const editor = await (await aNewsroom()).member('editor')
    const theirs = await tokenOf(editor, 'write')
    const key = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => ask(theirs, ADD, BOOK, keyed(key))),
    )
    expect(new Set(answers.map(({ body }) => body.sourceId)).size).toBe(1)
    expect(await db().source.count({ where: { newsroomId: editor.newsroomId } })).toBe(1)
  })
})

describe('If-Match', () => {
  const EDIT = ['POST', '/sources/edit-source'] as ['POST', string]
  const edit = () => ({ sourceId: scene.sourceId, kind: 'book', title: 'Old bridges' })

  test('carries an edit out over the version that it names, and over no other', async () => {
    expect(await ask(token, EDIT, edit(), { 'if-match': '"1"' })).toMatchObject({ status: 200 })
    const late = { ...edit(), title: 'Older bridges' }
    const answer = await ask(token, EDIT, late, { 'if-match': '"1"' })
    expect(answer).toMatchObject({
      status: 412,
      body: { type: '/api/v1#precondition-failed', resend: { version: '2' } },
    })
    expect(answer.headers.get('etag')).toBe('"2"')
    expect(await ask(token, EDIT, { ...late, version: 1 })).toMatchObject({ status: 409 })
  })

  plainTest.each(['*', 'W/"1"', '"1", "2"', '1'])('%s is no version', async (ifMatch) => {
    const answer = await ask(token, EDIT, edit(), { 'if-match': ifMatch })
    expect(answer).toMatchObject({ status: 400 })
  })

  test('is refused where nothing is replaced', async () => {
    expect(await ask(token, ADD, BOOK, { 'if-match': '"1"' })).toMatchObject({ status: 400 })
  })
})

test('too many requests are told to wait', async () => {
  const by = `token:${randomUUID()}`
  const until = async () => {
    for (let n = 0; n < 10_000; n++) takeRequest(by)
  }
  const problem = await until().catch((error) => error)
  expect(problem).toMatchObject({
    kind: 'too-many-requests',
    more: {
      headers: {
        'retry-after': '1',
        'ratelimit-policy': '"requests";q=300;w=15',
        ratelimit: expect.stringMatching(/^"requests";r=0;t=1[45]$/),
      },
    },
  })
  expect(limitHeaders(`token:${randomUUID()}`).ratelimit).toBe('"requests";r=300;t=0')
})
