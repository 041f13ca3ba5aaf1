import Ajv2020 from 'ajv/dist/2020'
import { beforeAll, describe, expect, test } from 'vitest'
import { findKnownReport } from '@/lib/db/report/find-report'
import { sealCursor } from '@/lib/keys/cursor-seals'
import { ask, tokenOf } from '@/lib/testing/fixtures/api-client'
import { aScene, type Scene } from '@/lib/testing/fixtures/scene'
import { PROBLEMS } from './answers/problems'
import { COMMANDS } from './commands'
import { openApiDocument } from './document'
import { READS } from './reads/answer-read'

let ours: Scene
let tokens: Record<'admin' | 'writer' | 'another' | 'write' | 'theirs', string>

beforeAll(async () => {
  ours = await aScene()
  const theirs = await aScene()
  const { admin, writer, 'another writer': another } = ours.people
  tokens = {
    admin: await tokenOf(admin, 'read'),
    writer: await tokenOf(writer, 'read'),
    another: await tokenOf(another, 'read'),
    write: await tokenOf(admin, 'write'),
    theirs: await tokenOf(theirs.people.admin, 'read'),
  }
}, 180_000)

const get = (token: string | null, path: string) => ask(token, ['GET', path])

const at = (path: string) =>
  path
    .replace('{article}', ours.article.articleId)
    .replace('{number}', '1')
    .replace('{source}', ours.sourceId)

describe.each(READS)('$name', ({ path, kind }) => {
  test('is answered, with a token that may read', async () => {
    const answer = await get(tokens.admin, at(path))
    expect(answer.errors).toEqual([])
    expect(answer.status).toBe(200)
    if (kind === 'page') expect(answer.body).toMatchObject({ items: expect.any(Array) })
  })

  test('is refused without a token, and without the scope', async () => {
    expect(await get(null, at(path))).toMatchObject({ status: 401 })
    expect(await get(tokens.write, at(path))).toMatchObject({ status: 403 })
  })

  test('tells nothing of another newsroom, nor of articles that somebody does not see', async () => {
    if (!path.includes('{')) return
    expect(await get(tokens.theirs, at(path))).toMatchObject({ status: 404 })
    if (path.includes('{article}')) {
      expect(await get(tokens.another, at(path))).toMatchObject({ status: 404 })
    }
  })

  test('names what it cannot be asked for', async () => {
    expect(await get(tokens.admin, `${at(path)}?sort=a`)).toMatchObject({ status: 400 })
  })
})

test('lists of the newsroom are of the newsroom', async () => {
  const mine = await get(tokens.admin, '/articles?limit=100')
  const theirs = await get(tokens.theirs, '/articles?limit=100')
  const ids = ({ body }: typeof mine) => body.items.map(({ id }: { id: string }) => id)
  expect(ids(mine)).toContain(ours.article.articleId)
  expect(ids(theirs).filter((id: string) => ids(mine).includes(id))).toEqual([])
})

test('the log is read by whoever reads it on its page', async () => {
  expect(await get(tokens.writer, '/log')).toMatchObject({ status: 404 })
})

test('a version is the ETag of an article, a claim and a source', async () => {
  const { articleId } = ours.article
  for (const path of [
    `/articles/${articleId}`,
    `/articles/${articleId}/claims/1`,
    `/sources/${ours.sourceId}`,
  ]) {
    const { headers, body } = await get(tokens.admin, path)
    expect(headers.get('etag')).toBe(`"${body.version}"`)
  }
})

test('a verdict that a second checker may not know yet is in no answer', async () => {
  const { asked, people, newsroom } = ours
  const blind = await newsroom.member('checker', 'Eve')
  const article = await newsroom.article({ by: people.editor, checkers: [people.checker, blind] })
  const claim = await newsroom.claim({ ...article, by: people.checker }, 'opened in 1932')
  const { askSecondCheck } = await import('@/lib/commands/claims/second-checks')
  const { giveVerdict } = await import('@/lib/commands/claims/verdicts')
  await askSecondCheck(people.editor, { claimId: claim.claimId })
  const rationale = 'Two ledgers disagree.'
  await giveVerdict(people.checker, { claimId: claim.claimId, verdict: 'disputed', rationale })
  const { makeNewsroomToken } = await import('@/lib/commands/newsroom/tokens')
  const { TEST_PASSWORD: current } = await import('@/lib/testing/fixtures/newsroom')
  const raw = { name: 'CMS', scopes: ['read'], days: '7', current }
  const { secret } = await makeNewsroomToken(people.admin, raw)
  const here = `/articles/${article.articleId}`
  for (const token of [await tokenOf(blind, 'read'), secret]) {
    for (const path of [`${here}/claims`, `${here}/claims/1`, `${here}/report`, `${here}/log`]) {
      const { status, body } = await get(token, path)
      expect(status).toBe(200)
      expect(JSON.stringify(body)).not.toMatch(/disputed|Two ledgers/)
    }
  }
  expect(asked.claimId).not.toBe(claim.claimId)
})

test('the report is the one that the page hands out', async () => {
  const { slug } = ours.article
  const { body } = await get(tokens.admin, `/articles/${slug}/report`)
  const report = await findKnownReport(ours.people.admin, slug)
  expect(body.claims.length).toBe(report?.claims.length)
})

describe('a cursor', () => {
  test('leads through a list, each item once', async () => {
    const seen: number[] = []
    let path = '/log?limit=40'
    for (;;) {
      const { body } = await get(tokens.admin, path)
      seen.push(...body.items.map(({ seq }: { seq: number }) => seq))
      if (body.next === null) break
      path = `/log?limit=40&cursor=${encodeURIComponent(body.next)}`
    }
    expect(seen.length).toBeGreaterThan(80)
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, n) => seen.length - n))
  })

  test('that was made up, altered, or made for another list or person is refused', async () => {
    const { body } = await get(tokens.admin, '/sources?limit=1')
    const cursor = encodeURIComponent(body.next)
    expect(await get(tokens.admin, `/sources?cursor=${cursor}`)).toMatchObject({ status: 200 })
    const sealed = sealCursor('/sources', 'x')
    const bad = ['made-up', '', sealed, `a${body.next}`, `${body.next}a`].map(encodeURIComponent)
    for (const path of [
      ...bad.map((one) => `/sources?cursor=${one}`),
      `/articles?cursor=${cursor}`,
      `/sources?words=a&cursor=${cursor}`,
    ]) {
      const answer = await get(tokens.admin, path)
      expect(answer, path).toMatchObject({ status: 400, body: { type: '/api/v1#bad-cursor' } })
    }
    expect(await get(tokens.writer, `/sources?cursor=${cursor}`)).toMatchObject({ status: 400 })
  })

  test.each(['0', '101', 'ten', '-1'])('a limit of %s is refused', async (limit) => {
    expect(await get(tokens.admin, `/sources?limit=${limit}`)).toMatchObject({ status: 400 })
  })
})

test('the document describes every operation by schemas that compile', () => {
  const { paths, components } = openApiDocument('https://stet.example.org')
  expect(Object.keys(paths).length).toBe(READS.length + COMMANDS.length)
  const ids = Object.values(paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  )
  expect(new Set(ids).size).toBe(ids.length)
  const ajv = new Ajv2020({ strict: false, formats: { email: true, uri: true } })
  for (const [path, methods] of Object.entries(paths)) {
    const { post } = methods as {
      post?: { requestBody: { content: Record<string, { schema: object }> } }
    }
    const schema = post?.requestBody.content['application/json']?.schema
    if (schema) expect(() => ajv.compile(schema), path).not.toThrow()
  }
  expect(components.schemas.Problem.properties.type.enum.length).toBe(Object.keys(PROBLEMS).length)
})
