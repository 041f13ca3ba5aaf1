import { isInWork } from '../publication/publication'
import type { ArticleState } from '../vocabulary'
import { keysOf } from '../vocabulary'
import { WAITING_KINDS, type Waiting } from './kinds'

/** An article, as far as it says how pressing it is what waits in it. */
export interface PressingArticle {
  id: string
  state: ArticleState
  deadline: Date | null
  createdAt: Date
  /** When it was published before its check was done, for as long as nobody signed for it since. */
  emergencyAt: Date | null
}

/**
 * When it has to be done what waits in an article: by its deadline; since it went out, where that was an emergency; and
 * where there is no such moment, after all that has one. What is out has met its deadline.
 */
export function dueAt({ state, deadline, emergencyAt }: PressingArticle): Date | null {
  return isInWork(state) || state === 'signed_off' ? deadline : emergencyAt
}

/** Where an article stands in the order of what is pressing: all that its place depends on, since a deadline moves. */
export interface Place {
  due: Date | null
  createdAt: Date
  id: string
}

export const placeOf = (article: PressingArticle): Place => ({
  due: dueAt(article),
  createdAt: article.createdAt,
  id: article.id,
})

/** Articles by what is most pressing: what is due first, and of what is not due the oldest. */
export function comparePlaces(one: Place, other: Place): number {
  if (one.due && other.due && +one.due !== +other.due) return +one.due - +other.due
  if (!one.due !== !other.due) return one.due ? -1 : 1
  const older = +one.createdAt - +other.createdAt
  return older || Number(one.id > other.id) - Number(one.id < other.id)
}

const KINDS = keysOf(WAITING_KINDS)

/** What waits in one article: what keeps it from its signature by itself, then by its kind, and what waits longest. */
export function byKind(one: Waiting, other: Waiting): number {
  return (
    Number(other.blocking) - Number(one.blocking) ||
    KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) ||
    (one.since?.getTime() ?? 0) - (other.since?.getTime() ?? 0) ||
    (one.id < other.id ? -1 : 1)
  )
}

/** Whether an article has to be out within a day, or is late. */
export function isPressing(due: Date | null, now: Date): boolean {
  return due !== null && due.getTime() - now.getTime() < NEAR
}

/** A deadline that is nearer than this, in milliseconds, is near. */
export const NEAR = 86_400_000
