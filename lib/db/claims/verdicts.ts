import type { VerdictGiven } from '@/lib/domain/claims/verdict'
import type { Actor } from '@/lib/domain/policy'
import type { Aspect, Check } from '@/lib/domain/vocabulary'
import { db } from '../client'

/** Verdicts are never edited: a new one takes the place of the last of its kind, which stays on record. */
export async function insertVerdict(
  actor: Actor,
  verdict: VerdictGiven & {
    claimId: string
    revisionId: string
    words: string
    check: Check
    blind: boolean
  },
): Promise<string> {
  const { id } = await db().verdict.create({
    data: { ...verdict, givenById: actor.userId },
    select: { id: true },
  })
  return id
}

export async function insertWaiver(
  actor: Actor,
  waiver: { claimId: string; aspect: Aspect; words: string; reason: string },
): Promise<void> {
  await db().secondaryWaiver.create({ data: { ...waiver, givenById: actor.userId } })
}

/** The number of an article's newest revision on which somebody gave a verdict; null where nobody has. */
export async function findLastChecked(actor: Actor, articleId: string): Promise<number | null> {
  const [last] = await db().$queryRaw<{ number: number | null }[]>`
    SELECT max(revision.number) AS number FROM "Revision" revision
    JOIN "Article" article ON article.id = revision."articleId"
    WHERE article.id = ${articleId} AND article."newsroomId" = ${actor.newsroomId}
      AND EXISTS (
        SELECT 1 FROM "Verdict" verdict JOIN "Claim" claim ON claim.id = verdict."claimId"
        WHERE claim."articleId" = article.id AND verdict."revisionId" = revision.id
      )`
  return last?.number ?? null
}
