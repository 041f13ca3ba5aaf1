import type { Actor } from '../domain/policy'
import type { VerdictGiven } from '../domain/verdict'
import type { Aspect, Check } from '../domain/vocabulary'
import { seenBy } from './articles'
import { db } from './client'

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
  waiver: { claimId: string; aspect: Aspect; reason: string },
): Promise<void> {
  await db().secondaryWaiver.create({ data: { ...waiver, givenById: actor.userId } })
}

/** The number of the newest revision on which somebody gave a verdict; null where nobody has. */
export async function findLastChecked(actor: Actor, articleId: string): Promise<number | null> {
  const last = await db().verdict.findFirst({
    where: { claim: { articleId, article: seenBy(actor) } },
    select: { revisionId: true },
    orderBy: [{ givenAt: 'desc' }, { id: 'desc' }],
  })
  const revision = last && (await db().revision.findUnique({ where: { id: last.revisionId } }))
  return revision?.number ?? null
}
