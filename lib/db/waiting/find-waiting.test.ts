import { describe, expect } from 'vitest'
import { actorOf } from '@/lib/auth/look-up-actor'
import { editArticle } from '@/lib/commands/articles/articles'
import { removeMember, setRole } from '@/lib/commands/newsroom/members'
import { type Actor, can } from '@/lib/domain/policy'
import type { OpenItem } from '@/lib/domain/sign-off/open-items'
import { keyOf, type Waiting } from '@/lib/domain/waiting/kinds'
import { needsOf } from '@/lib/domain/waiting/needs'
import { WAITS_AS } from '@/lib/domain/waiting/open-items'
import { comparePlaces, type Place, placeOf } from '@/lib/domain/waiting/pressing'
import { test } from '@/lib/testing/database/rollback'
import { aScene, type Scene } from '@/lib/testing/fixtures/scene'
import { db } from '../client'
import { listOpenItems } from '../sign-off/open-items'
import { findNeeds } from './find-needs'
import { findWaiting, type WaitingFound } from './find-waiting'

/** What happens in a newsroom that has something of everything, so that those who would deal with it are not there any more. */
const THEN: Record<string, (scene: Scene) => Promise<unknown>> = {
  'with everybody at work': async () => {},
  'that its checker left': ({ people }) => left(people.admin, people.checker),
  'that its writer left': ({ people }) => left(people.admin, people.writer),
  'that its editor left': ({ people }) => left(people.admin, people.editor),
  'that all but the admin left': async ({ people: { admin } }) => {
    for (const { userId } of await members(admin))
      if (userId !== admin.userId) await left(admin, { userId })
  },
  'of which the checker only reads now': ({ people }) =>
    setRole(people.admin, { userId: people.checker.userId, role: 'auditor' }),
  'of which the editor checks now': ({ people }) =>
    setRole(people.admin, { userId: people.editor.userId, role: 'checker' }),
  'whose articles have nobody': async ({ people, article, asked, unplaced }) => {
    for (const { articleId } of [article, asked, unplaced])
      await given(people.admin, articleId, { editorId: '', writerIds: [], checkerIds: [] })
  },
  'whose articles all have one editor, who wrote them': async ({ people, article, asked }) => {
    const { userId } = people.editor
    for (const { articleId } of [article, asked])
      await given(people.admin, articleId, { editorId: userId, writerIds: [userId] })
  },
}

const left = (admin: Actor, { userId }: Pick<Actor, 'userId'>) => removeMember(admin, { userId })

const members = ({ newsroomId }: Actor) =>
  db().membership.findMany({
    where: { newsroomId, removedAt: null },
    select: { userId: true, user: { select: { sessions: true } } },
  })

async function given(admin: Actor, articleId: string, parts: object) {
  const { version, headline, language } = await db().article.findUniqueOrThrow({
    where: { id: articleId },
  })
  await editArticle(admin, { articleId, version, headline, language, ...parts })
}

describe('in a newsroom', () => {
  for (const [how, happens] of Object.entries(THEN)) {
    test(`${how}, nothing that keeps an article from its signature waits for nobody`, async () => {
      const scene = await aScene()
      await happens(scene)
      const waits = await everybodys(scene)
      const { admin: reader } = scene.people
      const missing: string[] = []
      let open = 0
      for (const article of await unsigned(reader)) {
        const accepted = await db().acceptance.findMany({
          where: { articleId: article.id, withdrawnAt: null },
        })
        for (const item of await listOpenItems(reader, article)) {
          if (accepted.some(({ key }) => key === item.key)) continue
          open += 1
          const some = [...waits.values()].some(({ lines }) =>
            lines.some((line) => line.articleId === article.id && isAbout(line, item)),
          )
          if (!some) missing.push(`${article.headline}: ${item.what}`)
        }
      }
      expect(missing).toEqual([])
      expect(open).toBeGreaterThan(15)
    })
  }

  test('each sees in the list of articles what waits on their page, and nothing else', async () => {
    const scene = await aScene()
    const articles = await db().article.findMany({
      where: { newsroomId: scene.people.admin.newsroomId },
    })
    const ids = articles.map(({ id }) => id)
    for (const [actor, { lines }] of await everybodys(scene)) {
      const needs = await findNeeds(actor, ids)
      for (const id of ids) {
        const here = lines.filter(({ articleId }) => articleId === id)
        expect(needs.get(id), actor.role).toEqual(needsOf(here))
      }
      if (actor.role === 'auditor') expect(lines).toEqual([])
    }
  })

  test('each may deal with what waits for them, unless nobody may: then it is an editor’s', async () => {
    const scene = await aScene()
    const waits = await everybodys(scene)
    for (const [actor, { lines, articles }] of waits) {
      for (const line of lines) {
        const facts = articles.get(line.articleId)
        if (!facts) throw new Error('there is no such article')
        const may =
          can(actor, 'article.move', facts) ||
          can(actor, 'query.answer', { ...facts, to: 'writer', toUserId: null })
        expect(may, `${actor.name}: ${keyOf(line)}`).toBe(true)
      }
    }
  })

  test('all of it is found from page to page, however little is looked for at a time', async () => {
    const scene = await aScene()
    for (const [actor, whole] of await everybodys(scene)) {
      const found = new Set<string>()
      for (let after: Place | null = null, turns = 0; turns < 90; turns++) {
        const part: WaitingFound = await findWaiting(actor, { most: 3, after })
        const { horizon } = part
        for (const line of part.lines) found.add(keyOf(line))
        if (!horizon) break
        // As the page goes on: after the last article that was found whole, or the only one.
        const places = [...part.articles.values()].map(placeOf).sort(comparePlaces)
        after = places.findLast((place) => comparePlaces(place, horizon) < 0) ?? horizon
      }
      expect([...found].sort()).toEqual(whole.lines.map(keyOf).sort())
    }
  })
})

/** What waits for each who is in the newsroom now. */
async function everybodys({ people: { admin } }: Scene): Promise<Map<Actor, WaitingFound>> {
  const waits = new Map<Actor, WaitingFound>()
  for (const { user } of await members(admin)) {
    const [session] = user.sessions
    const actor = session && (await actorOf(session.id, admin.newsroomSlug))
    if (actor) waits.set(actor, await findWaiting(actor))
  }
  return waits
}

/** The articles that are on their way to a signature. */
const unsigned = ({ newsroomId }: Actor) =>
  db().article.findMany({
    where: {
      ...{ newsroomId, archivedAt: null, state: { in: ['draft', 'in_check', 'with_editor'] } },
    },
  })

/** Whether a line is about something that stands between an article and its signature. */
function isAbout({ kind, id, parts }: Waiting, item: OpenItem): boolean {
  if (!WAITS_AS[item.kind].includes(kind)) return false
  if (kind === 'answer' || kind === 'close') return item.queryId === null || id === item.queryId
  if (kind === 'decide' || kind === 'apply') {
    return item.suggestionId === null || parts.includes(item.suggestionId)
  }
  if (item.claim === null) return true
  return (
    id === item.claim.id || parts.some((part) => Number.parseInt(part, 10) === item.claim?.number)
  )
}
