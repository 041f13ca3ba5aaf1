import type { ContradictionAnswer } from '@/lib/domain/contradictions/answers'
import type { Pair } from '@/lib/domain/contradictions/contradiction'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'
import { seenBy } from '../visibility'

/** What people said of pairs of words in an article and did not take back, the newest last. */
export async function listReplies(actor: Actor, articleId: string) {
  const rows = await db().contradictionReply.findMany({
    where: { articleId, withdrawnAt: null, article: seenBy(actor) },
    orderBy: [{ repliedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, answer: row.answer, why: row.why, repliedAt: row.repliedAt },
    repliedById: row.repliedById,
    one: { words: row.oneWords, sentence: { words: row.oneSentence } },
    other: { words: row.otherWords, sentence: { words: row.otherSentence } },
  }))
}

export type Reply = Awaited<ReturnType<typeof listReplies>>[number]

export interface NewReply {
  articleId: string
  pair: Pair
  otherClaimId: string | null
  answer: ContradictionAnswer
  why: string
}

export async function insertReply(
  actor: Actor,
  { articleId, pair: { kind, one, other }, otherClaimId, answer, why }: NewReply,
): Promise<string> {
  const { id } = await db().contradictionReply.create({
    data: {
      ...{ articleId, kind, answer, why, otherClaimId, repliedById: actor.userId },
      ...{ oneWords: one.words, oneSentence: one.sentence.words },
      ...{ otherWords: other.words, otherSentence: other.sentence.words },
    },
    select: { id: true },
  })
  return id
}

export async function updateReplyWithdrawn(actor: Actor, id: string): Promise<void> {
  await db().contradictionReply.updateMany({
    where: { id, article: { newsroomId: actor.newsroomId } },
    data: { withdrawnAt: new Date() },
  })
}
