import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test as plainTest } from 'vitest'
import { z } from 'zod'
import { findChainHead } from '@/lib/db/audit/log'
import { listEvents } from '@/lib/db/audit/log-events'
import { db } from '@/lib/db/client'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { rolledBack, test } from '@/lib/testing/database/rollback'
import { EVERY_COMMAND } from '@/lib/testing/fixtures/every-command'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { aScene, type Scene } from '@/lib/testing/fixtures/scene'
import { bringArticle } from './articles/articles'
import { markClaim } from './claims/claims'
import { command } from './command'
import { addSource } from './sources/sources'

test('a command that leaves no trace is a bug', async () => {
  const editor = await (await aNewsroom()).member('editor')
  const silent = command('silent', {
    permission: 'article.bring',
    input: z.object({}),
    subject: async () => ({}),
    run: async () => 'done',
  })

  await expect(silent(editor, {})).rejects.toThrow('left no trace')
})

/** What is told once and kept nowhere is not told again. */
const TELLS_A_SECRET = [
  ...['invite', 'makePasswordLink', 'confirmSecondFactor', 'makeRecoveryCodes'],
  ...['makeToken', 'makeNewsroomToken', 'addWebhook', 'rotateWebhookSecret'],
]

describe('a form that is sent twice', () => {
  let scene: Scene

  beforeAll(async () => {
    scene = await aScene()
  })

  plainTest.each(Object.keys(EVERY_COMMAND))('%s happens once', async (name) => {
    const { run, input, by = 'admin' } = EVERY_COMMAND[name] ?? {}
    await rolledBack(async () => {
      const giver = scene.people[by]
      const { admin } = scene.people
      const form = { ...input?.(scene), formId: randomUUID() }
      const first = await run?.(giver, form)
      const after = await everythingOf(admin)

      const second = await run?.(giver, form)

      expect(await everythingOf(admin)).toEqual(after)
      if (!TELLS_A_SECRET.includes(name)) expect(second ?? null).toEqual(first ?? null)
    })
  })

  test('keeps no secret: the link of an invitation is told once', async () => {
    const form = { email: 'two@example.org', role: 'writer', formId: randomUUID() }
    const { run } = EVERY_COMMAND.invite ?? {}
    expect(await run?.(scene.people.admin, form)).toMatchObject({ secret: expect.any(String) })
    expect(await run?.(scene.people.admin, form)).toBeNull()
  })

  plainTest('at the same moment, happens once too', async () => {
    const editor = await (await aNewsroom()).member('editor')
    const form = { headline: 'Once', blocks: [{ kind: 'paragraph', text: 'Once.' }] }
    const formId = randomUUID()

    const answers = await Promise.all(
      Array.from({ length: 8 }, () => bringArticle(editor, { ...form, formId })),
    )

    expect(new Set(answers.map(({ articleId }) => articleId)).size).toBe(1)
    expect(await db().article.count({ where: { newsroomId: editor.newsroomId } })).toBe(1)
  })

  test('is sent by one person: a colleague’s form of the same name is another form', async () => {
    const newsroom = await aNewsroom()
    const [ada, ben] = [await newsroom.member('editor'), await newsroom.member('editor')]
    await addSource(ada, { kind: 'book', title: 'One', formId: randomUUID() })
    await addSource(ben, { kind: 'book', title: 'Two', formId: randomUUID() })
    expect(await db().source.count({ where: { newsroomId: ada.newsroomId } })).toBe(2)
  })

  describe('under a name that was used', () => {
    const book = { kind: 'book', title: 'Mine' }
    const others = {
      reason: 'conflict',
      message: expect.stringContaining('by somebody else or for something else'),
    }

    test('by a colleague is refused, and tells nothing of theirs', async () => {
      const newsroom = await aNewsroom()
      const [ada, ben] = [await newsroom.member('editor'), await newsroom.member('editor')]
      const formId = randomUUID()
      await addSource(ada, { ...book, formId })
      await expect(addSource(ben, { ...book, formId })).rejects.toMatchObject(others)
      expect(await db().source.count({ where: { newsroomId: ada.newsroomId } })).toBe(1)
    })

    test('in another newsroom is refused', async () => {
      const [here, there] = [await aNewsroom(), await aNewsroom()]
      const [ada, ben] = [await here.member('editor'), await there.member('editor')]
      const formId = randomUUID()
      await addSource(ada, { ...book, formId })
      await expect(addSource(ben, { ...book, formId })).rejects.toMatchObject(others)
    })

    test('for another command is refused, and not answered with what the first one was', async () => {
      const editor = await (await aNewsroom()).member('editor')
      const formId = randomUUID()
      await addSource(editor, { ...book, formId })
      const blocks = [{ kind: 'paragraph', text: 'Hello.' }]
      const article = { headline: 'Hello', blocks, formId }
      await expect(bringArticle(editor, article)).rejects.toMatchObject(others)
    })

    test('for another command that does slow work first is refused before it', async () => {
      const { people } = await aScene()
      const formId = randomUUID()
      await addSource(people.editor, { ...book, formId })
      const { run, input } = EVERY_COMMAND.changePassword ?? {}
      const form = { ...input?.(scene), formId }
      await expect(run?.(people.editor, form)).rejects.toMatchObject(others)
    })
  })

  test('after it was refused, is carried out once it is right', async () => {
    const editor = await (await aNewsroom()).member('editor')
    const formId = randomUUID()
    await expect(addSource(editor, { kind: 'book', title: '', formId })).rejects.toThrow()
    await addSource(editor, { kind: 'book', title: 'Right', formId })
    expect(await db().source.count({ where: { newsroomId: editor.newsroomId } })).toBe(1)
  })
})

test('a refusal names every field that needs another look, and nothing is stored', async () => {
  const newsroom = await aNewsroom()
  const editor = await newsroom.member('editor')
  await expect(bringArticle(editor, { blocks: '[]', deadline: 'soon' })).rejects.toMatchObject({
    reason: 'invalid',
    fields: {
      headline: 'Give the article a headline.',
      blocks: 'There are no words in this text yet.',
      deadline: 'This is not a date and time.',
    },
  })
  expect(await findChainHead(editor)).toMatchObject({ seq: 0 })
})

describe('all or nothing', () => {
  plainTest('what was written before a refusal is gone', async () => {
    const newsroom = await aNewsroom()
    const editor = await newsroom.member('editor')
    const before = await everythingOf(editor)
    const halfway = command('halfway', {
      permission: 'article.bring',
      input: z.object({}),
      subject: async () => ({}),
      async run({ record }) {
        await db().source.create({
          data: {
            newsroomId: editor.newsroomId,
            kind: 'book',
            title: 'Half',
            addedById: editor.userId,
          },
        })
        record({ type: 'source.added', sourceId: '1', title: 'Half', kind: 'book' })
        throw new Error('the power went')
      },
    })

    await expect(halfway(editor, {})).rejects.toThrow('the power went')
    expect(await everythingOf(editor)).toEqual(before)
    expect(await listEvents(editor)).toEqual([])
  })
})

test('an event says who did what to what, for the log and the history alike', async () => {
  const newsroom = await aNewsroom()
  const editor = await newsroom.member('editor')
  const article = await newsroom.article({ by: editor, broughtBy: editor })
  const { claimId } = await markClaim(editor, {
    articleId: article.articleId,
    revision: 1,
    start: 0,
    end: 14,
    type: 'name',
  })

  const [marked, brought] = await listEvents(editor)
  expect(brought).toMatchObject({ seq: 1, actorId: editor.userId, event: { revision: 1 } })
  expect(marked).toMatchObject({
    seq: 2,
    event: { type: 'claim.marked', claimId, number: 1, words: 'The old bridge', start: 0, end: 14 },
  })
})
