import { z } from 'zod'
import { findClaim, updateClaim } from '@/lib/db/claims/claims'
import {
  answeredBy,
  findQuery,
  insertQuery,
  insertQueryEntry,
  listOpenQueries,
} from '@/lib/db/discussion/queries'
import type { Query } from '@/lib/db/discussion/query-rows'
import { listMembers } from '@/lib/db/newsroom/members'
import type { DeskEvent } from '@/lib/domain/audit/events'
import { isSettable } from '@/lib/domain/claims/status'
import { type Actor, type ArticleFacts, canAnswerForLawyer } from '@/lib/domain/policy'
import { Conflict, Refusal } from '@/lib/domain/refusal'
import { keysOf, QUERY_TO, type WorkStatus } from '@/lib/domain/vocabulary'
import { command } from '../command'
import { nameOf } from '../edit-conflicts'
import { id, neededProse, optionalId, prose, ticked } from '../fields'
import { about, articleWithClaim, wordsFields, wordsIn } from './selected-words'

/** Asks the writer, the editor or the lawyer about a claim, or about words of the newest text. */
export const askQuery = command('askQuery', {
  permission: 'query.ask',
  input: z.object({
    ...wordsFields,
    to: z.enum(keysOf(QUERY_TO), 'Choose whom you ask.'),
    /** Who answers in the lawyer's place; without one, the editors. */
    toUserId: optionalId,
    question: neededProse('Write the question.'),
    blocking: ticked,
    /** Sets the claim to Waiting (writer). */
    waiting: ticked,
  }),
  subject: articleWithClaim,

  async run({ actor, input, subject: { claim, ...article }, record }) {
    const { to, question, blocking, articleId } = input
    const { revision, anchor } = await wordsIn(actor, { ...article, claim }, input, 'question')
    const toUserId = to === 'lawyer' ? input.toUserId : null
    await assertMayAnswer(actor, article, toUserId)
    if (to === 'writer' && article.writerIds.length === 0) {
      const message = 'This article has no writer. Name one in its details, or ask the editor.'
      throw new Refusal('invalid', message, { to: message })
    }

    const claimId = claim?.id ?? null
    const asked = { articleId, claimId, revisionId: revision.id, to, toUserId, question, blocking }
    const queryId = await insertQuery(actor, asked, anchor)
    const words = anchor.exact
    const on = about(articleId, claim)
    record({ type: 'query.asked', ...on, queryId, to, words, question, blocking })
    if (claim && to === 'writer' && input.waiting) {
      await moveClaim(actor, claim.id, 'waiting_writer', record)
    }
    return { queryId }
  },
})

/**
 * Answers a query. What a writer vouches for can be put in words of their own, which a verdict may quote. A claim that
 * waited for the writer waits no more, unless the writer is asked something else about it.
 */
export const answerQuery = command('answerQuery', {
  permission: 'query.answer',
  input: z.object({ queryId: id, text: neededProse('Write the answer.'), writersWord: prose() }),
  subject: queryForArticle,

  async run({ actor, input: { queryId, text, ...input }, subject: { query }, record }) {
    await assertNotClosed(actor, query, 'Your answer is kept here; ask for it to be reopened.')
    const writersWord = query.to === 'writer' ? input.writersWord : ''
    await insertQueryEntry(actor, queryId, { step: 'answered', text, writersWord })
    record({ type: 'query.answered', ...aboutQuery(query), text, writersWord })
    if (query.claimId && query.to === 'writer' && !(await isWriterAsked(actor, query))) {
      await moveClaim(actor, query.claimId, 'in_progress', record)
    }
  },
})

/** Closes a query: with its answer, or with a word on why none is needed. Only a person does this. */
export const closeQuery = command('closeQuery', {
  permission: 'query.close',
  input: z.object({
    queryId: id,
    text: prose(),
    /** What was said to it last when the form was opened, by its id; empty when nothing was. */
    over: z.string().optional(),
    /** Takes the claim up again that waited for the writer. */
    resume: ticked,
  }),
  subject: queryForArticle,

  async run({ actor, input: { queryId, text, over, resume }, subject: { query }, record }) {
    await assertNotClosed(actor, query, 'Nothing was changed.')
    await assertHeard(actor, query, over)
    if (query.state === 'open' && text === '') {
      const message = 'Nobody has answered. Say why it is closed without an answer.'
      throw new Refusal('invalid', message, { text: message })
    }
    await insertQueryEntry(actor, queryId, { step: 'closed', text })
    record({ type: 'query.closed', ...aboutQuery(query), text })
    if (resume && query.claimId) await moveClaim(actor, query.claimId, 'in_progress', record)
  },
})

/** Opens a query again that was answered or closed, with what is still to be answered. */
export const reopenQuery = command('reopenQuery', {
  permission: 'query.close',
  input: z.object({
    queryId: id,
    text: neededProse('Say what is still open.'),
    /** Sets the claim to Waiting (writer) again. */
    waiting: ticked,
  }),
  subject: queryForArticle,

  async run({ actor, input: { queryId, text, waiting }, subject: { query }, record }) {
    if (query.state === 'open') {
      const last = query.entries.at(-1)
      const who = last ? await nameOf(actor, last.writtenById) : 'Somebody'
      throw new Refusal('conflict', `${who} opened this again already. It waits for an answer.`)
    }
    await insertQueryEntry(actor, queryId, { step: 'reopened', text })
    record({ type: 'query.reopened', ...aboutQuery(query), text })
    if (waiting && query.claimId && query.to === 'writer') {
      await moveClaim(actor, query.claimId, 'waiting_writer', record)
    }
  },
})

async function queryForArticle(actor: Actor, { queryId }: { queryId: string }) {
  const query = await findQuery(actor, queryId)
  if (!query) return null
  const { article, to, toUserId } = query
  return { ...article, to, toUserId, answeredIds: answeredBy(query), query }
}

const aboutQuery = (query: Query) => ({
  ...about(
    query.article.id,
    query.claimId && query.claim ? { id: query.claimId, number: query.claim.number } : null,
  ),
  queryId: query.id,
  to: query.to,
})

async function assertMayAnswer(actor: Actor, article: ArticleFacts, userId: string | null) {
  if (userId === null) return
  const member = (await listMembers(actor)).find((one) => one.userId === userId)
  if (member?.removedAt === null && canAnswerForLawyer(actor, member, article)) return
  const message = 'Name an editor or a checker of this article, or leave it to the editors.'
  throw new Refusal('invalid', message, { toUserId: message })
}

async function assertNotClosed(actor: Actor, query: Query, so: string): Promise<void> {
  const last = query.entries.at(-1)
  if (query.state !== 'closed' || !last) return
  const why = last.text && `: “${last.text}”`
  throw new Refusal(
    'conflict',
    `${await nameOf(actor, last.writtenById)} closed this query in the meantime${why}. ${so}`,
  )
}

/** Whether the writer still owes an answer about the claim of this query. */
async function isWriterAsked(actor: Actor, { article, claim }: Query): Promise<boolean> {
  const open = await listOpenQueries(actor, article.id)
  return open.some(
    (one) => one.state === 'open' && one.to === 'writer' && one.claim?.number === claim?.number,
  )
}

/** Refuses to close a query over something that was said to it after the form was opened. */
async function assertHeard(actor: Actor, query: Query, over: string | undefined): Promise<void> {
  const last = query.entries.at(-1)
  if (over === undefined || !last || last.id === over) return
  const who = await nameOf(actor, last.writtenById)
  const did = last.step === 'reopened' ? 'opened this again' : 'answered'
  throw new Conflict(
    `${who} ${did} while you had this open: “${last.text}”. Send again to close it all the same.`,
    { text: `Said last: “${last.text}”` },
    { over: last.id },
  )
}

/** Sets where the work on a claim stands along with a query, unless it stands there, or its verdicts say so. */
async function moveClaim(
  actor: Actor,
  claimId: string,
  status: WorkStatus,
  record: (event: DeskEvent) => void,
): Promise<void> {
  const claim = await findClaim(actor, { id: claimId })
  if (!claim || claim.status === status) return
  if (!isSettable(claim.status)) return
  if (status === 'in_progress' && claim.status !== 'waiting_writer') return
  await updateClaim(actor, claim.id, { status })
  const on = { articleId: claim.article.id, claimId: claim.id, number: claim.number }
  record({ type: 'claim.status-set', ...on, from: claim.status, to: status })
}
