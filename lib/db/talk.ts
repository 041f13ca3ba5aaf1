import { type Actor, hearsCheck } from '../domain/policy'
import { placeIn } from '../domain/standing-words'
import { surroundingsOf } from '../domain/surroundings'
import { findRevision, seenBy } from './articles'
import type { Prisma } from './generated/client'

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
  revisionId: string
  start: number
  end: number
  exact: string
  prefix: string
  suffix: string
}

/** Finds words in the newest text of an article, if they still stand there, and what stands around them. */
export async function newestPlaces(actor: Actor, articleId: string) {
  const newest = await findRevision(actor, articleId)
  return function place(then: WordsThen) {
    if (!newest) return null
    const here = newest.id === then.revisionId ? then : placeIn(newest.text, then)
    if (!here) return null
    const { start, end } = here
    return { start, end, ...surroundingsOf(newest.text, newest.blocks, { start, end }) }
  }
}
