import { expect } from 'vitest'
import { archiveArticle } from '@/lib/commands/articles/archive'
import { editArticle, moveArticle } from '@/lib/commands/articles/articles'
import type { Actor } from '@/lib/domain/policy'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { db } from '../client'
import { listBoard } from './article-board'
import { listDue } from './article-calendar'
import { listArticles } from './article-list'
import type { Wanted } from './article-places'

/** Articles of every state, with deadlines and without, of two people; those of one moment too. */
async function aDesk() {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const tom = await newsroom.member('checker', 'Tom')
  const states = ['draft', 'in_check', 'with_editor', 'withdrawn'] as const
  const rows = Array.from({ length: 24 }, (_, index) => ({
    ...{ id: `${newsroom.slug}-${index}`, slug: `a-${index}`, language: 'en' },
    newsroomId: ines.newsroomId,
    headline: `${'ÉeDdCcBbAa'.charAt(index % 10)} bridge ${index}`,
    state: states[index % 4],
    createdById: ines.userId,
    editorId: index % 3 === 0 ? ines.userId : null,
    createdAt: new Date(Date.UTC(2026, 10, 1 + Math.floor(index / 2))),
    deadline: index % 5 === 0 ? null : new Date(Date.UTC(2026, 11, 1 + (index % 7))),
  }))
  await db().article.createMany({ data: rows })
  await db().articlePerson.createMany({
    data: rows
      .filter((_, index) => index % 6 === 1)
      .map(({ id }) => ({ articleId: id, userId: tom.userId, part: 'checker' as const })),
  })
  return { newsroom, ines, tom, rows }
}

/** All pages, a few at a time. */
async function all(actor: Actor, wanted: Parameters<typeof listArticles>[1]) {
  const found: Awaited<ReturnType<typeof listArticles>>['articles'] = []
  let after: string | null = ''
  while (after !== null) {
    const page: Awaited<ReturnType<typeof listArticles>> = await listArticles(actor, {
      ...wanted,
      ...{ take: 5, after },
    })
    found.push(...page.articles)
    after = page.next
  }
  return found
}

test('page by page every article comes once, in the order that was asked for', async () => {
  const { ines, tom, rows } = await aDesk()
  for (const sort of ['mine', 'deadline', 'newest', 'changed', 'headline'] as const) {
    const found = await all(ines, { sort })
    expect(new Set(found.map(({ id }) => id)).size, sort).toBe(rows.length)
    expect(found.length, sort).toBe(rows.length)
    const whole = await listArticles(ines, { sort, take: 100 })
    expect(whole.articles.map(({ id }) => id)).toEqual(found.map(({ id }) => id))
    expect((await all(tom, { sort })).length, sort).toBe(4)
  }
  const byHeadline = await all(ines, { sort: 'headline' })
  expect(byHeadline.slice(0, 4).every(({ headline }) => /^a/i.test(headline))).toBe(true)
  expect(byHeadline.at(-1)?.headline).toMatch(/^[eÉ]/)
  const newest = (await all(ines, { sort: 'newest' })).map(({ createdAt }) => createdAt.getTime())
  expect(newest).toEqual(newest.toSorted((a, b) => b - a))
  const byDeadline = await all(ines, { sort: 'deadline' })
  const due = byDeadline.filter(({ group }) => group === 'work').map(({ deadline }) => deadline)
  expect(due.indexOf(null)).toBe(due.filter(Boolean).length)
  expect(byDeadline.map(({ group }) => group).lastIndexOf('work')).toBe(due.length - 1)
})

test('whatever happens in an article puts it first among those that changed last', async () => {
  const { newsroom, ines } = await aDesk()
  const one = await newsroom.article({ by: ines, headline: 'One' })
  const two = await newsroom.article({ by: ines, headline: 'Two' })
  const { newsroomId } = ines
  const before = () =>
    db().articleActivity.updateMany({ where: { newsroomId }, data: { changedAt: new Date(0) } })
  const first = async () => {
    const [article] = (await listArticles(ines, { sort: 'changed' })).articles
    return article?.headline
  }
  await before()
  await newsroom.claim({ ...one, by: ines }, 'opened in 1932')
  expect(await first()).toBe('One')
  await before()
  await moveArticle(ines, { articleId: two.articleId, from: 'draft', to: 'in_check' })
  expect(await first()).toBe('Two')
})

test('a filter leaves in what it names, alone or with others', async () => {
  const { ines, tom, rows } = await aDesk()
  const between = { from: new Date('2026-12-02T00:00Z'), before: new Date('2026-12-04T00:00Z') }
  const isDue = ({ deadline }: (typeof rows)[number]) =>
    deadline !== null && deadline >= between.from && deadline < between.before
  const cases: [Wanted, (row: (typeof rows)[number], index: number) => boolean][] = [
    [{ states: ['draft', 'withdrawn'] }, ({ state }) => state === 'draft' || state === 'withdrawn'],
    [{ states: ['signed_off'] }, () => false],
    [{ mine: true }, ({ editorId }) => editorId === ines.userId],
    [{ person: tom.userId }, (_, index) => index % 6 === 1],
    [
      { person: ines.userId, states: ['draft'] },
      ({ editorId, state }) => !!editorId && state === 'draft',
    ],
    [{ deadlines: null }, ({ deadline }) => deadline === null],
    [{ deadlines: between }, isDue],
    [
      { deadlines: { before: between.before }, words: 'a bridge' },
      (row) => row.deadline !== null && row.deadline < between.before && /a/i.test(row.headline),
    ],
    [{ person: 'nobody' }, () => false],
  ]
  for (const [wanted, isIn] of cases) {
    const expected = rows
      .filter(isIn)
      .map(({ id }) => id)
      .sort()
    for (const sort of ['mine', 'deadline', 'newest', 'changed', 'headline'] as const) {
      const found = (await all(ines, { ...wanted, sort })).map(({ id }) => id).sort()
      expect(found, `${JSON.stringify(wanted)} by ${sort}`).toEqual(expected)
    }
    const columns = await listBoard(ines, wanted)
    expect(columns.flatMap(({ articles }) => articles.map(({ id }) => id)).sort()).toEqual(expected)
    expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length)
    const days = { from: new Date('2026-12-01T00:00Z'), before: new Date('2027-01-01T00:00Z') }
    const { articles } = await listDue(ines, wanted, days)
    const due = rows.filter((row, index) => row.deadline !== null && isIn(row, index))
    if (!wanted.deadlines) {
      expect(articles.map(({ id }) => id).sort()).toEqual(due.map(({ id }) => id).sort())
    }
  }
})

test('what is put away stands in no list, no column and no calendar but its own', async () => {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor')
  const deadline = new Date('2026-12-07T09:00Z')
  const { articleId } = await newsroom.article({ by: ines, deadline })
  const days = { from: new Date('2026-12-01T00:00Z'), before: new Date('2027-01-01T00:00Z') }
  const seen = async (archived: boolean) => [
    (await listArticles(ines, { archived, sort: 'newest' })).articles.length,
    (await listBoard(ines, { archived })).reduce((sum, { count }) => sum + count, 0),
    (await listDue(ines, { archived }, days)).articles.length,
  ]
  expect([await seen(false), await seen(true)]).toEqual([
    [1, 1, 1],
    [0, 0, 0],
  ])
  await archiveArticle(ines, { articleId })
  expect([await seen(false), await seen(true)]).toEqual([
    [0, 0, 0],
    [1, 1, 1],
  ])
})

test('a newsroom lists nothing of another, whoever takes part in it', async () => {
  const { ines, rows } = await aDesk()
  const other = await aNewsroom()
  const stranger = await other.member('editor')
  await other.article({ by: stranger })
  expect((await all(stranger, {})).length).toBe(1)
  expect(await all(stranger, { person: ines.userId, sort: 'newest' })).toEqual([])
  expect((await all(ines, { sort: 'changed' })).length).toBe(rows.length)
})

test('a signature that fell is told, until the article is signed anew', async () => {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor')
  const { articleId } = await newsroom.signed({ by: ines })
  const fell = async () => (await listArticles(ines)).articles[0]?.signatureFell
  expect(await fell()).toBe(false)
  const { reviseArticle } = await import('@/lib/commands/revisions/revise')
  const blocks = [{ kind: 'paragraph', text: 'Good evening.' }]
  await reviseArticle(ines, { articleId, base: 1, blocks })
  expect(await fell()).toBe(true)
})

test('a cursor that nobody gave out begins the list anew', async () => {
  const { ines } = await aDesk()
  for (const after of [
    '',
    'x',
    'mine~',
    'all~a~b',
    'mine~a~b',
    'out~a~9999999999999999999',
    'mine~a~-.1',
  ]) {
    const { articles } = await listArticles(ines, { after, take: 3 })
    expect(articles.length, after).toBe(3)
  }
  for (const sort of ['newest', 'changed', 'headline'] as const) {
    await listArticles(ines, { sort, after: 'all~a~odd', take: 3 })
  }
})

test('a deadline that moves between two pages leaves out none of the others', async () => {
  const { newsroom, ines } = await aDesk()
  const late = new Date('2026-12-30T09:00Z')
  const last = await newsroom.article({ by: ines, headline: 'Last', deadline: late })
  const first = await listArticles(ines, { sort: 'deadline', take: 5 })
  await editArticle(ines, {
    ...{ articleId: last.articleId, version: 1, headline: 'Last' },
    deadline: '2020-01-01T00:00:00Z',
  })
  const next = await listArticles(ines, { sort: 'deadline', take: 5, after: first.next ?? '' })
  expect(next.articles.map(({ headline }) => headline)).not.toContain('Last')
  expect(next.articles).toHaveLength(5)
})
