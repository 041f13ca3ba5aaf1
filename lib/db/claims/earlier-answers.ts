import {
  type AnswerGiven,
  LEARNED_FROM,
  MOST_FOLLOWED,
  MOST_STEPS,
  newestOfPairs,
} from '@/lib/domain/earlier-checks/answers'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'

/** Puts on record what somebody said of two claims. */
export async function insertEarlierAnswer(
  { newsroomId, userId }: Actor,
  { claimId, otherId, words, otherWords, ...said }: AnswerGiven & { shared: string[] },
): Promise<void> {
  const pair =
    claimId < otherId
      ? { claimId, otherId, words, otherWords }
      : { claimId: otherId, otherId: claimId, words: otherWords, otherWords: words }
  await db().earlierAnswer.create({
    data: { ...pair, ...said, newsroomId, answeredById: userId },
  })
}

const facts = {
  claimId: true,
  otherId: true,
  answer: true,
  words: true,
  otherWords: true,
  answeredById: true,
  answeredAt: true,
} as const

export type AnswerOnRecord = AnswerGiven & { answeredById: string; answeredAt: Date }

/** What was answered of a claim, and of those that are said to be the same, newest first: as far as answers are followed. */
export async function listAnswersAround(
  { newsroomId }: Actor,
  claimId: string,
): Promise<AnswerOnRecord[]> {
  const found: AnswerOnRecord[] = []
  const asked = new Set<string>()
  let edge = [claimId]
  for (let step = 0; step < MOST_STEPS && edge.length > 0; step += 1) {
    for (const id of edge) asked.add(id)
    const answers = await db().earlierAnswer.findMany({
      where: { newsroomId, OR: [{ claimId: { in: edge } }, { otherId: { in: edge } }] },
      select: facts,
      orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
      take: MOST_READ,
    })
    found.push(...answers)
    const same = newestOfPairs(answers).filter(({ answer }) => answer === 'same')
    const next = same.flatMap((one) => [one.claimId, one.otherId]).filter((id) => !asked.has(id))
    edge = [...new Set(next)].slice(0, MOST_FOLLOWED)
  }
  return found.sort((one, other) => other.answeredAt.getTime() - one.answeredAt.getTime())
}

const MOST_READ = 500

/** What two claims were said to be last; null where nobody said it, or it was taken back. */
export async function findEarlierAnswer(
  { newsroomId }: Actor,
  claimId: string,
  otherId: string,
): Promise<AnswerOnRecord | null> {
  const [one = '', other = ''] = [claimId, otherId].sort()
  return db().earlierAnswer.findFirst({
    where: { newsroomId, claimId: one, otherId: other },
    select: facts,
    orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
  })
}

/** The newest answers of the newsroom, of each pair the last: what later rankings learn from. */
export async function listAnswersToLearnFrom({ newsroomId }: Actor) {
  const answers = await db().earlierAnswer.findMany({
    where: { newsroomId },
    select: { claimId: true, otherId: true, answer: true, shared: true },
    orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
    take: LEARNED_FROM,
  })
  return newestOfPairs(answers)
}
