/**
 * What waits for whom: the one rule that the first page, the list of articles and the tests of the sign-off gate go by. Each
 * thing waits for those who are meant by it; where none of them may deal with it, for whoever leads the article; and where
 * that is nobody either, for every editor who may. So nothing waits for nobody.
 */

import { type Actor, can } from '../policy'
import type { QueryTo, Role } from '../vocabulary'

/** Somebody who is in the newsroom now. */
export interface Colleague {
  userId: string
  role: Role
}

/** An article with its people, and who wrote words of its newest text, by record. */
export interface WaitingArticle {
  editorId: string | null
  writerIds: readonly string[]
  checkerIds: readonly string[]
  wroteIds: readonly string[]
}

/** Asks the policy for another person of the same newsroom. */
export type Ask = (person: Actor) => boolean

/** A newsroom, as far as it decides whom something waits for: seen by one of its people, who is also in it. */
export class Desk {
  constructor(
    private readonly actor: Actor,
    readonly colleagues: readonly Colleague[],
  ) {}

  /** Who checks in an article: its checkers, and where the newsroom is set to self-check also its writers. */
  checkersOf({ checkerIds, writerIds }: WaitingArticle): readonly string[] {
    return this.actor.selfCheck ? [...checkerIds, ...writerIds] : checkerIds
  }

  /** Those of these who are here and may. */
  able(ids: readonly (string | null)[], may: Ask): string[] {
    return this.colleagues
      .filter(({ userId }) => ids.includes(userId))
      .filter((one) => may(this.inPlaceOf(one)))
      .map(({ userId }) => userId)
  }

  /** Whether anybody who is here may. */
  anybody(may: Ask): boolean {
    return this.colleagues.some((one) => may(this.inPlaceOf(one)))
  }

  /** Everybody who leads an article that has no editor, or whose editor cannot lead it. */
  editors(may: Ask): string[] {
    return this.able(
      this.colleagues.map(({ userId }) => userId),
      (person) => can(person, 'article.edit', NOBODYS) && may(person),
    )
  }

  /** The first of these groups in which somebody may; else the article’s editor, if they may; else every editor who may. */
  first(article: WaitingArticle, groups: readonly (readonly (string | null)[])[], may: Ask) {
    for (const group of [...groups, [article.editorId]]) {
      const able = this.able(group, may)
      if (able.length > 0) return able
    }
    const able = this.editors(may)
    return able.length > 0 ? able : this.lead(article)
  }

  /** Whoever leads an article: its editor, or every editor where it has none. */
  lead({ editorId }: Pick<WaitingArticle, 'editorId'>, may: Ask = () => true): string[] {
    const lead = this.able(
      [editorId],
      (person) => can(person, 'article.edit', NOBODYS) && may(person),
    )
    return lead.length > 0 ? lead : this.editors(may)
  }

  private inPlaceOf({ userId, role }: Colleague): Actor {
    return { ...this.actor, userId, role }
  }
}

const NOBODYS = { writerIds: [], checkerIds: [] }

/** A query that nobody has answered. */
export function whoAnswers(
  desk: Desk,
  article: WaitingArticle,
  { to, toUserId }: { to: QueryTo; toUserId: string | null },
): string[] {
  const may: Ask = (person) => can(person, 'query.answer', { ...article, to, toUserId })
  if (to === 'writer') {
    const writers = desk.able(article.writerIds, may)
    return writers.length > 0 ? writers : desk.lead(article)
  }
  if (to === 'editor') return desk.lead(article, may)
  const named = desk.able([toUserId], may)
  return named.length > 0 ? named : desk.editors(may)
}

/** A query that was answered and that nobody has closed: whoever asked it. */
export function whoCloses(
  desk: Desk,
  article: WaitingArticle,
  { askedById, answeredIds }: { askedById: string; answeredIds: readonly string[] },
): string[] {
  return desk.first(article, [[askedById]], (person) =>
    can(person, 'query.close', { ...article, answeredIds }),
  )
}

/** A claim that somebody has to check, or to check again, or to take up again: whoever has it, or else those who check. */
export function whoChecks(
  desk: Desk,
  article: WaitingArticle,
  { assigneeId, wroteIds }: { assigneeId: string | null; wroteIds: readonly string[] },
): string[] {
  return desk.first(article, [[assigneeId], desk.checkersOf(article)], (person) =>
    can(person, 'claim.rate', { ...article, wroteIds }),
  )
}

/** Words around a checked claim that changed: whoever checked it, and so knows what was found. */
export function whoConfirmsFrame(
  desk: Desk,
  article: WaitingArticle,
  claim: { wroteIds: readonly string[]; givenIds: readonly string[] },
): string[] {
  return desk.first(article, [claim.givenIds], (person) =>
    can(person, 'claim.rate', { ...article, wroteIds: claim.wroteIds }),
  )
}

/** A claim without a place: whoever has it, or else the checkers of the article. */
export function whoPlaces(
  desk: Desk,
  article: WaitingArticle,
  { assigneeId }: { assigneeId: string | null },
): string[] {
  return desk.first(article, [[assigneeId], article.checkerIds], (person) =>
    can(person, 'claim.edit', article),
  )
}

/** Words that are not accounted for, what a document says on words, and an article to be handed on: the checkers. */
export function whoGoesThrough(desk: Desk, article: WaitingArticle): string[] {
  return desk.first(article, [article.checkerIds], (person) => can(person, 'claim.mark', article))
}

/** A signature to give, or to give again: whoever leads the article and did not write it. */
export function whoSigns(desk: Desk, article: WaitingArticle): string[] {
  return desk.first(article, [], (person) => can(person, 'sign-off.give', article))
}

/** What checkers found and an editor makes good: suggestions, words that are not safe, support that is secondary only. */
export function whoDecides(desk: Desk, article: WaitingArticle): string[] {
  return desk.lead(article, (person) => can(person, 'suggestion.decide', article))
}

/** A signature that fell: whoever signs, and where claims made it fall, those who check. */
export function whoHearsOfFall(desk: Desk, article: WaitingArticle, byClaims: boolean): string[] {
  const checkers = byClaims ? desk.able(article.checkerIds, () => true) : []
  return [...new Set([...whoSigns(desk, article), ...checkers])]
}

/** A deadline that is near or past while something is open: whoever leads the article, and its checkers. */
export function whoMinds(desk: Desk, article: WaitingArticle): string[] {
  const checkers = desk.able(article.checkerIds, (person) => can(person, 'claim.mark', article))
  return [...new Set([...desk.lead(article), ...checkers])]
}
