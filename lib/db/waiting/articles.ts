import type { Actor } from '@/lib/domain/policy'
import { type Writing, writersOf } from '@/lib/domain/revisions/writing'
import { db } from '../client'
import { seenBy, withPeople } from '../visibility'

/** The articles in which something waits, as far as the actor sees them, with who wrote their newest texts, by their ids. */
export async function findWaitingArticles(actor: Actor, ids: readonly string[]) {
  const rows = await db().article.findMany({
    where: { id: { in: [...new Set(ids)] }, ...seenBy(actor) },
    select: {
      ...{ id: true, slug: true, headline: true, language: true, state: true },
      ...{ deadline: true, createdAt: true, editorId: true, revisionNumber: true },
      people: { select: { userId: true, part: true } },
      revisions: { select: { written: true }, orderBy: { number: 'desc' }, take: 1 },
      signOffs: { where: { emergency: true, end: null }, select: { signedAt: true }, take: 1 },
    },
  })
  return new Map(
    rows.map(({ revisions, signOffs, ...row }) => {
      const written = (revisions[0]?.written ?? []) as unknown as Writing[]
      const article = { ...withPeople(row), wroteIds: writersOf(written) }
      return [row.id, { ...article, emergencyAt: signOffs[0]?.signedAt ?? null }]
    }),
  )
}

export type WaitingArticles = Awaited<ReturnType<typeof findWaitingArticles>>
export type ArticleWaited = WaitingArticles extends Map<string, infer One> ? One : never
