import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { listEvents, listEventsOfClaims } from '@/lib/db/audit/log-events'
import { findClaim } from '@/lib/db/claims/claims'
import { db } from '@/lib/db/client'
import {
  countOpenQueries,
  listOpenQueries,
  listQueries,
  shownQueries,
} from '@/lib/db/discussion/queries'
import { Prisma } from '@/lib/db/generated/client'
import { findNeeds } from '@/lib/db/waiting/find-needs'
import { findWaiting } from '@/lib/db/waiting/find-waiting'
import type { Actor } from '@/lib/domain/policy'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { editArticle } from '../articles/articles'
import { answerQuery, askQuery, closeQuery, reopenQuery } from './queries'

describe('a query', () => {
  test('is open until a person closes it, and what was said stays', async () => {
    const { tom, lena, ask, articleId } = await aDesk()
    const { queryId } = await ask({ blocking: 'on' })
    expect(await listOpenQueries(tom, articleId)).toMatchObject([{ state: 'open', blocking: true }])

    await answerQuery(lena, { queryId, text: 'The mayor.', writersWord: 'He told me so.' })
    expect(await listOpenQueries(tom, articleId)).toMatchObject([{ state: 'answered' }])
    await closeQuery(tom, { queryId })
    expect(await listOpenQueries(tom, articleId)).toEqual([])
    await reopenQuery(tom, { queryId, text: 'Which mayor?' })

    expect(await listOpenQueries(tom, articleId)).toMatchObject([{ state: 'open' }])
    const [query] = await listQueries(tom, { articleId })
    expect(query?.entries).toMatchObject([
      { step: 'answered', by: 'Lena', text: 'The mayor.', writersWord: 'He told me so.' },
      { step: 'closed', by: 'Tom' },
      { step: 'reopened', text: 'Which mayor?' },
    ])
  })

  test('puts its claim to waiting, and takes it up again, only where that was asked for', async () => {
    const { tom, claimId, ask } = await aDesk()
    const status = async () => (await findClaim(tom, { id: claimId }))?.status
    const { queryId } = await ask({})
    expect(await status()).toBe('unchecked')
    await ask({ waiting: 'on' })
    expect(await status()).toBe('waiting_writer')
    await closeQuery(tom, { queryId, text: 'The ledger says it.', resume: 'on' })
    expect(await status()).toBe('in_progress')
  })

  test('holds its claim to waiting until the writer has answered all that is asked about it', async () => {
    const { tom, lena, claimId, ask } = await aDesk()
    const status = async () => (await findClaim(tom, { id: claimId }))?.status
    const first = await ask({ waiting: 'on' })
    const second = await ask({ question: 'And who paid?' })
    await answerQuery(lena, { queryId: first.queryId, text: 'The mayor.' })
    expect(await status()).toBe('waiting_writer')
    await answerQuery(lena, { queryId: second.queryId, text: 'The city.' })
    expect(await status()).toBe('in_progress')
    await reopenQuery(tom, { queryId: second.queryId, text: 'Which city?' })
    expect(await status()).toBe('in_progress')
    await answerQuery(lena, { queryId: second.queryId, text: 'This one.' })
    await reopenQuery(tom, { queryId: second.queryId, text: 'When?', waiting: 'on' })
    expect(await status()).toBe('waiting_writer')
  })

  test('that was answered is counted apart, and waits to be read by whoever asked', async () => {
    const { tom, ines, lena, ask, articleId } = await aDesk()
    const { queryId } = await ask({ blocking: 'on' })
    await ask({ question: 'And who paid?' })
    await answerQuery(lena, { queryId, text: 'The mayor.' })
    const counted = async (actor: Actor) =>
      (await countOpenQueries(actor, [articleId])).get(articleId)
    expect(await counted(tom)).toEqual({ open: 1, blocking: 0, answered: 1, toRead: 1 })
    expect(await counted(ines)).toEqual({ open: 1, blocking: 0, answered: 1, toRead: 0 })
    const needs = async (actor: Actor) => (await findNeeds(actor, [articleId])).get(articleId)
    expect(await needs(lena)).toMatchObject([{ words: 'Answer 1 query' }])
    expect(await needs(tom)).toMatchObject([{ words: 'Read 1 answer' }, {}, {}])
    expect(await needs(tom)).not.toContainEqual(expect.objectContaining({ kind: 'answer' }))
  })

  test('that nobody answered is closed with a word on why', async () => {
    const { tom, ask } = await aDesk()
    const { queryId } = await ask({})
    await expect(closeQuery(tom, { queryId, text: ' ' })).rejects.toMatchObject({
      fields: { text: expect.stringContaining('without an answer') },
    })
    await closeQuery(tom, { queryId, text: 'The ledger says it.' })
  })

  test('that a colleague closed meanwhile is not answered, and says who closed it', async () => {
    const { tom, lena, ask } = await aDesk()
    const { queryId } = await ask({})
    await closeQuery(tom, { queryId, text: 'The ledger says it.' })
    const before = await everythingOf(tom)
    await expect(answerQuery(lena, { queryId, text: 'The mayor.' })).rejects.toMatchObject({
      reason: 'conflict',
      message: expect.stringMatching(/^Tom closed this query.*“The ledger says it.”/),
    })
    await expect(closeQuery(tom, { queryId })).rejects.toMatchObject({ reason: 'conflict' })
    expect(await everythingOf(tom)).toEqual(before)
  })

  test('without a question, or to nobody, is refused at its field', async () => {
    const { ines, newsroom, ask } = await aDesk()
    await expect(ask({ question: ' ' })).rejects.toMatchObject({
      fields: { question: expect.any(String) },
    })
    await expect(ask({ to: 'mayor' })).rejects.toMatchObject({ fields: { to: expect.any(String) } })
    const alone = await newsroom.article({ by: ines })
    const raw = { ...PLACE, articleId: alone.articleId, to: 'writer', question: 'Who?' }
    await expect(askQuery(ines, raw)).rejects.toMatchObject({ fields: { to: expect.any(String) } })
  })

  test('to the lawyer is for a member who hears the check, or for the editors', async () => {
    const { tom, ines, lena, ask, newsroom } = await aDesk()
    const olu = await newsroom.member('checker', 'Olu')
    for (const one of [lena, olu]) {
      await expect(ask({ to: 'lawyer', toUserId: one.userId })).rejects.toMatchObject({
        fields: { toUserId: expect.any(String) },
      })
    }
    const named = await ask({ to: 'lawyer', toUserId: tom.userId })
    const { queryId } = await ask({ to: 'lawyer' })
    await expect(answerQuery(tom, { queryId, text: 'Fine.' })).rejects.toMatchObject({
      reason: 'not-allowed',
    })
    await answerQuery(ines, { queryId, text: 'Fine.' })
    await answerQuery(tom, { queryId: named.queryId, text: 'Fine.' })
  })
})

describe('a writer', () => {
  test('finds what is asked of the writer, and nothing of what is asked of others', async () => {
    const { tom, lena, ask, articleId, claimId } = await aDesk()
    await ask({ question: 'Who told you?' })
    const legal = await ask({ to: 'lawyer', question: 'Is this a libel?' })
    const { queryId } = await ask({ to: 'editor', question: 'Do we need this?' })

    const seen = await listQueries(lena, { articleId })
    expect(seen.map(({ question }) => question)).toEqual(['Who told you?'])
    expect((await waitsFor(lena)).answer).toHaveLength(1)
    for (const one of [queryId, legal.queryId]) {
      await expect(answerQuery(lena, { queryId: one, text: 'Me.' })).rejects.toMatchObject({
        reason: 'not-found',
      })
    }
    const told = JSON.stringify([
      await listEvents(lena, { articleId }),
      await listEvents(lena, { claimId }),
      await listEvents(lena),
      [...(await listEventsOfClaims(lena, [claimId], 200)).values()],
    ])
    expect(told).toContain('Who told you?')
    expect(told).not.toMatch(/libel|Do we need/)
    expect(JSON.stringify(await listEvents(tom, { articleId }))).toMatch(/libel/)
  })

  test('does not close what is asked of them, unless the newsroom is set to self-check', async () => {
    const { lena, ask } = await aDesk()
    const { queryId } = await ask({})
    await expect(closeQuery(lena, { queryId, text: 'Done.' })).rejects.toMatchObject({
      reason: 'not-allowed',
    })
  })

  test('nor what they answered, once an editor took their name off the writers', async () => {
    const { ines, ask, articleId, newsroom } = await aDesk()
    const ed = await newsroom.member('editor', 'Ed')
    const listed = { articleId, headline: 'The bridge' }
    const { queryId } = await ask({})
    await editArticle(ines, { ...listed, version: 1, writerIds: [ed.userId] })
    await answerQuery(ed, { queryId, text: 'The mayor.' })
    await editArticle(ines, { ...listed, version: 2, writerIds: [] })
    for (const close of [closeQuery, reopenQuery]) {
      await expect(close(ed, { queryId, text: 'Done.' })).rejects.toMatchObject({
        reason: 'not-allowed',
      })
    }
    await closeQuery(ines, { queryId, text: 'Done.' })
  })

  test('of another article is not asked', async () => {
    const { ask, newsroom } = await aDesk()
    const pia = await newsroom.member('writer', 'Pia')
    const { queryId } = await ask({})
    expect(await waitsFor(pia)).toEqual({ answer: [], close: [] })
    await expect(answerQuery(pia, { queryId, text: 'Me.' })).rejects.toMatchObject({
      reason: 'not-found',
    })
  })
})

test('what waits for a person is asked of them, or answered and theirs to close', async () => {
  const { tom, ines, lena, ask } = await aDesk()
  const first = await ask({ question: 'Who told you?' })
  const second = await ask({ to: 'editor', question: 'Do we need this?' })
  expect(await waitsFor(ines)).toEqual({ answer: [second.queryId], close: [] })
  expect(await waitsFor(tom)).toEqual({ answer: [], close: [] })

  await answerQuery(lena, { queryId: first.queryId, text: 'The mayor.' })
  expect(await waitsFor(tom)).toEqual({ answer: [], close: [first.queryId] })
  expect(await waitsFor(lena)).toEqual({ answer: [], close: [] })
})

describe('what waits is what the rules say of each query', () => {
  for (const selfCheck of [false, true]) {
    test(selfCheck ? 'in a newsroom set to self-check' : 'in an ordinary newsroom', async () => {
      const newsroom = await aNewsroom({ selfCheck })
      const [ines, ed, tom, cleo, lena, ada] = [
        await newsroom.member('editor', 'Ines'),
        await newsroom.member('editor', 'Ed'),
        await newsroom.member('checker', 'Tom'),
        await newsroom.member('checker', 'Cleo'),
        await newsroom.member('writer', 'Lena'),
        await newsroom.member('auditor', 'Ada'),
      ]
      const people = [ines, ed, tom, cleo, lena, ada]
      for (const editor of [ines, undefined]) {
        const parts = { writers: [lena, ed], checkers: [tom, cleo], editor }
        const { articleId } = await newsroom.article({ by: ines, ...parts })
        const { id: revisionId } = await db().revision.findFirstOrThrow({ where: { articleId } })
        const whom = [
          { to: 'writer' as const },
          { to: 'editor' as const },
          ...[null, tom.userId, ed.userId].map((toUserId) => ({ to: 'lawyer' as const, toUserId })),
        ]
        const place = { revisionId, start: 0, end: 3, exact: 'The', prefix: '', suffix: '' }
        const queries = [ines, tom].flatMap(({ userId: askedById }) =>
          whom.flatMap((one) =>
            (['open', 'answered', 'closed'] as const).map((state) => ({
              ...{ id: randomUUID(), articleId, ...place, ...one, state, askedById },
              ...{ question: 'Who?', blocking: false },
            })),
          ),
        )
        await db().query.createMany({ data: queries })
        const answered = queries.filter(({ state }) => state === 'answered')
        await db().queryEntry.createMany({
          data: answered.map(({ id, to }) => ({
            ...{ queryId: id, step: 'answered' as const, text: 'He.' },
            writtenById: to === 'writer' ? lena.userId : ines.userId,
          })),
        })
      }
      for (const actor of people) {
        const waits = await waitsFor(actor)
        for (const query of await shownQueries(actor, Prisma.sql`query.state <> 'closed'`)) {
          const { state, may, isMine, to } = query
          const row = await db().query.findUniqueOrThrow({
            where: { id: query.id },
            include: { article: { select: { editorId: true } } },
          })
          const meant = { writer: null, editor: row.article.editorId, lawyer: row.toUserId }[to]
          const isAsked = may.answer && (meant === null || meant === actor.userId)
          expect(waits.answer.includes(query.id)).toBe(state === 'open' && isAsked)
          expect(waits.close.includes(query.id)).toBe(state === 'answered' && isMine && may.close)
        }
        const shown = await shownQueries(actor, Prisma.sql`query.state <> 'closed'`)
        const ids = new Set(shown.map(({ id }) => id))
        expect([...waits.answer, ...waits.close].filter((id) => !ids.has(id))).toEqual([])
      }
    })
  }
})

test('what was asked of somebody who is gone, or by them, is the editor’s', async () => {
  const { tom, ines, lena, ask } = await aDesk()
  const open = await ask({ question: 'Who told you?' })
  const answered = await ask({ question: 'And who paid?' })
  await answerQuery(lena, { queryId: answered.queryId, text: 'The mayor.' })
  await db().membership.updateMany({
    where: { userId: { in: [tom.userId, lena.userId] } },
    data: { removedAt: new Date() },
  })
  expect(await waitsFor(ines)).toEqual({ answer: [open.queryId], close: [answered.queryId] })
})

/** The queries that wait for somebody to be answered, and to be closed. */
async function waitsFor(actor: Actor) {
  const { lines } = await findWaiting(actor)
  const of = (which: 'answer' | 'close') =>
    lines.flatMap(({ kind, id }) => (kind === which ? id : []))
  return { answer: of('answer'), close: of('close') }
}

const PLACE = { revision: 1, start: 0, end: 14 }

async function aDesk() {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const tom = await newsroom.member('checker', 'Tom')
  const lena = await newsroom.member('writer', 'Lena')
  const article = await newsroom.article({ by: ines, writers: [lena], checkers: [tom] })
  const { claimId, articleId } = await newsroom.claim({ ...article, by: tom }, 'opened in 1932')
  const ask = (raw: object) =>
    askQuery(tom, {
      articleId,
      claimId,
      revision: 1,
      to: 'writer',
      question: 'Who says so?',
      ...raw,
    })
  return { newsroom, ines, tom, lena, articleId, claimId, ask }
}
