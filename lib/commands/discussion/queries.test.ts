import { describe, expect } from 'vitest'
import { listEvents, listEventsOfClaims } from '@/lib/db/audit/log-events'
import { findClaim } from '@/lib/db/claims/claims'
import { listOpenQueries, listQueries, listQueriesFor } from '@/lib/db/discussion/queries'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
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
    const { tom, lena, claimId, ask } = await aDesk()
    const status = async () => (await findClaim(tom, { id: claimId }))?.status
    const { queryId } = await ask({})
    expect(await status()).toBe('unchecked')
    await ask({ waiting: 'on' })
    expect(await status()).toBe('waiting_writer')
    await answerQuery(lena, { queryId, text: 'The mayor.' })
    expect(await status()).toBe('waiting_writer')
    await closeQuery(tom, { queryId, resume: 'on' })
    expect(await status()).toBe('in_progress')
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
    expect((await listQueriesFor(lena)).asked).toHaveLength(1)
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

  test('of another article is not asked', async () => {
    const { ask, newsroom } = await aDesk()
    const pia = await newsroom.member('writer', 'Pia')
    const { queryId } = await ask({})
    expect(await listQueriesFor(pia)).toEqual({ asked: [], answered: [], told: [] })
    await expect(answerQuery(pia, { queryId, text: 'Me.' })).rejects.toMatchObject({
      reason: 'not-found',
    })
  })
})

test('what waits for a person is asked of them, or answered and theirs to close', async () => {
  const { tom, ines, lena, ask } = await aDesk()
  const { queryId } = await ask({ question: 'Who told you?' })
  await ask({ to: 'editor', question: 'Do we need this?' })
  expect(await listQueriesFor(ines)).toMatchObject({ asked: [{ question: 'Do we need this?' }] })
  expect(await listQueriesFor(tom)).toMatchObject({ asked: [], answered: [] })

  await answerQuery(lena, { queryId, text: 'The mayor.' })
  expect(await listQueriesFor(tom)).toMatchObject({ answered: [{ question: 'Who told you?' }] })
  expect(await listQueriesFor(lena)).toMatchObject({ asked: [], told: [{ state: 'answered' }] })
})

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
