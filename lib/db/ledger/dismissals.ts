import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'
import { seenBy } from '../visibility'

const columns = {
  id: true,
  articleId: true,
  factId: true,
  factVersion: true,
  why: true,
  words: true,
} as const

/** What somebody let stand in an article though the ledger differs, and did not take back. */
export function listDismissals(actor: Actor, articleId: string) {
  return db().ledgerDismissal.findMany({
    where: { articleId, article: seenBy(actor), withdrawnAt: null },
    select: columns,
    orderBy: { dismissedAt: 'asc' },
  })
}

/** The articles that this person sees in which words were let stand against a fact, each once. */
export async function listArticlesAgainst(actor: Actor, factId: string) {
  const rows = await db().ledgerDismissal.findMany({
    where: { factId, newsroomId: actor.newsroomId, article: seenBy(actor), withdrawnAt: null },
    select: {
      id: true,
      words: true,
      article: { select: { slug: true, headline: true, language: true } },
    },
    orderBy: { dismissedAt: 'desc' },
    take: 50,
  })
  return rows
}

export function findDismissal(actor: Actor, id: string) {
  return db().ledgerDismissal.findFirst({
    where: { id, newsroomId: actor.newsroomId, article: seenBy(actor), withdrawnAt: null },
    select: { ...columns, fact: { select: { subject: true } } },
  })
}

export async function insertDismissal(
  { newsroomId, userId }: Actor,
  dismissal: { articleId: string; factId: string; factVersion: number; why: string; words: string },
): Promise<string> {
  const { id } = await db().ledgerDismissal.create({
    data: { ...dismissal, newsroomId, dismissedById: userId },
    select: { id: true },
  })
  return id
}

export async function updateDismissalWithdrawn({ newsroomId }: Actor, id: string): Promise<void> {
  await db().ledgerDismissal.updateMany({
    where: { id, newsroomId, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  })
}
