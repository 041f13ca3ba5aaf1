import { z } from 'zod'
import { findArticle } from '@/lib/db/articles/articles'
import { findClaimOut } from '@/lib/db/contradictions/claims-out'
import { insertReply, listReplies, updateReplyWithdrawn } from '@/lib/db/contradictions/replies'
import type { Revision } from '@/lib/db/revisions/revisions'
import { anchorAt } from '@/lib/domain/anchoring/anchor'
import {
  CONTRADICTION_ANSWERS,
  type ContradictionAnswer,
  withAnswers,
} from '@/lib/domain/contradictions/answers'
import { CONTRADICTION_KINDS, type SaidWords } from '@/lib/domain/contradictions/contradiction'
import { sentenceAt } from '@/lib/domain/contradictions/told'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { keysOf } from '@/lib/domain/vocabulary'
import { command } from '../command'
import { nameOf } from '../edit-conflicts'
import { id, optionalId, prose } from '../fields'
import { findNewest } from '../revisions/newest-revision'

const offset = z.coerce.number('Choose two places first.').int().nonnegative()

/** Says of two places that seem to say one thing differently which of them is right, or that both are. */
export const answerContradiction = command('answerContradiction', {
  permission: 'claim.mark',
  input: z.object({
    articleId: id,
    revision: z.coerce.number().int().positive(),
    kind: z.enum(keysOf(CONTRADICTION_KINDS)),
    start: offset,
    end: offset,
    /** The second place: in this text, or the words of a claim of an article that is out. */
    otherStart: offset.optional(),
    otherEnd: offset.optional(),
    otherClaimId: optionalId,
    otherWords: prose(),
    otherSentence: prose(),
    answer: z.enum(keysOf(CONTRADICTION_ANSWERS), 'Say which is right, or that both are.'),
    why: prose(),
  }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input, subject: article, record }) {
    const { kind, answer, why, otherClaimId } = input
    const revision = await findNewest(actor, article, input.revision)
    const one = wordsAt(revision, article.language, input)
    const other = otherClaimId
      ? await wordsOut(actor, { ...input, otherClaimId })
      : wordsAt(revision, article.language, { start: input.otherStart, end: input.otherEnd })
    const pair = { kind, one, other }
    await assertUnanswered(actor, article.id, pair)
    const replyId = await insertReply(actor, {
      ...{ articleId: article.id, pair, otherClaimId, answer, why },
    })
    record({
      type: 'contradiction.answered',
      ...{ articleId: article.id, answer, why, words: [one.words, other.words] },
    })
    return { replyId }
  },
})

/** Takes back what was said of two places, so that they are shown as open again. */
export const reopenContradiction = command('reopenContradiction', {
  permission: 'claim.mark',
  input: z.object({ articleId: id, replyId: id }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { replyId }, subject: article, record }) {
    const replies = await listReplies(actor, article.id)
    const reply = replies.find((one) => one.id === replyId)
    if (!reply) throw new Refusal('conflict', 'This was taken back already.')
    await updateReplyWithdrawn(actor, replyId)
    const words = [reply.one.words, reply.other.words]
    record({ type: 'contradiction.reopened', articleId: article.id, words })
  },
})

function wordsAt(
  { text, blocks }: Revision,
  language: string,
  { start = -1, end = -1 }: { start?: number | undefined; end?: number | undefined },
): SaidWords {
  const { exact, ...anchor } = anchorAt(text, { start, end })
  return { words: exact, sentence: { words: sentenceAt(text, blocks, anchor, language) } }
}

/** The words of a claim that is out, which have to stand in it as the page showed them. */
async function wordsOut(
  actor: Actor,
  sent: { otherClaimId: string; otherWords: string; otherSentence: string },
): Promise<SaidWords> {
  const claim = await findClaimOut(actor, sent.otherClaimId)
  const around = claim ? claim.prefix + claim.exact + claim.suffix : ''
  const { otherWords: words, otherSentence: sentence } = sent
  if (words === '' || !sentence.includes(words) || !around.includes(sentence)) {
    const message = 'The other article says something else now. Load the page again.'
    throw new Refusal('conflict', message)
  }
  return { words, sentence: { words: sentence } }
}

async function assertUnanswered(
  actor: Actor,
  articleId: string,
  pair: Parameters<typeof withAnswers>[0][number],
): Promise<void> {
  const [known] = withAnswers([pair], await listReplies(actor, articleId))
  if (!known?.answered) return
  const who = await nameOf(actor, known.answered.repliedById)
  const said = ANSWERED[known.answered.answer]
  throw new Refusal('conflict', `${who} said already that ${said}. Take that back first.`)
}

const ANSWERED: Record<ContradictionAnswer, string> = {
  one: 'the first is right',
  other: 'the second is right',
  both: 'both are right',
}
