import { type Actor, hearsCheck } from '@/lib/domain/policy'
import { surroundingsOf } from '@/lib/domain/text/excerpt'
import { findRevision, seenBy } from '../articles/articles'
import type { Prisma } from '../generated/client'
import { listPlacesOn } from './word-places'

/** The articles of which this person hears what those who check them say among themselves. */
export function heardBy(actor: Actor): Prisma.ArticleWhereInput {
  if (hearsCheck(actor, { writerIds: [], checkerIds: [] })) return seenBy(actor)
  const parts = actor.selfCheck ? (['checker', 'writer'] as const) : (['checker'] as const)
  return {
    newsroomId: actor.newsroomId,
    people: { some: { userId: actor.userId, part: { in: [...parts] } } },
  }
}

/** What is needed of an article to say who may do what to something in it, and where that is. */
export const articleHere = {
  id: true,
  slug: true,
  headline: true,
  language: true,
  editorId: true,
  revisionNumber: true,
  people: { select: { userId: true, part: true } },
} satisfies Prisma.ArticleSelect

/** Words that something is about, as they were when it was written. */
interface WordsThen {
  id: string
  revisionId: string
  start: number
  end: number
}

/** Where the words of a query or suggestion stand in the newest text of its article, if they do, and what stands around them. */
export async function newestPlaces(actor: Actor, articleId: string) {
  const newest = await findRevision(actor, articleId)
  const places = newest && (await listPlacesOn(actor, newest.id))
  return function place(then: WordsThen) {
    if (!newest) return null
    const here = newest.id === then.revisionId ? then : places?.get(then.id)
    if (!here) return null
    const { start, end } = here
    return { start, end, ...surroundingsOf(newest.text, newest.blocks, { start, end }) }
  }
}
