/** Which of the claims that SQL found wait for the actor, by the rule. */

import { holding, waivedOn } from '@/lib/domain/claims/standing'
import { aspectsOf } from '@/lib/domain/claims/status'
import { secondaryOnly } from '@/lib/domain/claims/verdict'
import type { Actor } from '@/lib/domain/policy'
import type { Waiting } from '@/lib/domain/waiting/kinds'
import {
  type Desk,
  whoChecks,
  whoConfirmsFrame,
  whoDecides,
  whoPlaces,
} from '@/lib/domain/waiting/whom'
import { findHidden } from '../claims/hidden-verdicts'
import { readChecks } from '../claims/second-check-rows'
import { type Claim, readWholeClaims } from '../claims/whole-claims'
import { Prisma } from '../generated/client'
import type { ArticleWaited, WaitingArticles } from './articles'
import type { AlikeClaims, DoubtfulClaim } from './claims'

/** Claims to check, to take, to take up again or to place. */
export async function linesOfOpenClaims(
  actor: Actor,
  desk: Desk,
  articles: WaitingArticles,
  alike: readonly AlikeClaims[],
): Promise<Waiting[]> {
  const precise = alike.filter((group) => isWrittenByCheckers(actor, articles, group))
  const wroteIds = await findWriters(
    actor,
    precise.flatMap(({ ids }) => ids),
  )
  return alike.flatMap((group) => {
    const article = articles.get(group.articleId)
    if (!article) return []
    if (!precise.includes(group)) return lineOf(actor, desk, article, group, article.wroteIds)
    return group.ids.flatMap((id, at) => {
      const one = { ...group, ids: [id], parts: group.parts.slice(at, at + 1) }
      return lineOf(actor, desk, article, one, wroteIds.get(id) ?? article.wroteIds)
    })
  })
}

function lineOf(
  actor: Actor,
  desk: Desk,
  article: ArticleWaited,
  { kind, assigneeId, articleId, ids, parts, since }: AlikeClaims,
  wroteIds: readonly string[],
): Waiting[] {
  const who =
    kind === 'place'
      ? whoPlaces(desk, article, { assigneeId })
      : whoChecks(desk, article, { assigneeId, wroteIds })
  if (!who.includes(actor.userId)) return []
  const isMine = assigneeId === actor.userId
  return [
    {
      ...{ kind: kind === 'check' && !isMine ? 'take' : kind, articleId, id: ids[0] ?? '' },
      ...{ parts, count: ids.length, blocking: false, since },
    },
  ]
}

/** Whether somebody who might check wrote some of the text without being listed, so that it has to be asked of each claim. */
function isWrittenByCheckers(
  { selfCheck }: Actor,
  articles: WaitingArticles,
  { articleId, assigneeId }: AlikeClaims,
): boolean {
  const article = articles.get(articleId)
  if (!article || selfCheck) return false
  const { wroteIds, writerIds, checkerIds, editorId } = article
  const unlisted = wroteIds.filter((one) => !writerIds.includes(one))
  return unlisted.some((one) => [...checkerIds, editorId, assigneeId].includes(one))
}

async function findWriters(actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, readonly string[]>()
  const rows = await readChecks(actor, Prisma.sql`claim.id = ANY (${[...ids]})`)
  return new Map<string, readonly string[]>(rows.map(({ id, article }) => [id, article.wroteIds]))
}

/** Checked claims that are not done with; nothing of those on which a verdict is hidden from the actor, since it would tell it. */
export async function linesOfDoubtfulClaims(
  actor: Actor,
  desk: Desk,
  articles: WaitingArticles,
  found: readonly DoubtfulClaim[],
): Promise<Waiting[]> {
  const lost = new Set(found.flatMap(({ id, kind }) => (kind === 'place' ? id : [])))
  const doubtful = found.filter(({ id, kind }) => kind === 'place' || !lost.has(id))
  const ids = doubtful.flatMap(({ id, kind }) => (kind === 'place' ? [] : id))
  const precise = doubtful.flatMap(({ id, kind }) =>
    kind === 'frame' || kind === 'secondary' ? id : [],
  )
  const [hidden, whole] = await Promise.all([
    ids.length > 0 ? findHidden(actor, Prisma.sql`claim.id = ANY (${ids})`) : null,
    precise.length > 0 ? readWholeClaims(actor, Prisma.sql`claim.id = ANY (${precise})`) : [],
  ])
  const claims = new Map(whole.map((claim) => [claim.id, claim]))
  return doubtful.flatMap(({ kind, id, number, articleId, assigneeId, since }): Waiting[] => {
    const article = articles.get(articleId)
    if (!article || (kind !== 'place' && (hidden?.get(id)?.hidden.length ?? 0) > 0)) return []
    const who = whoOf(desk, article, { kind, assigneeId, claim: claims.get(id) })
    if (!who.includes(actor.userId)) return []
    return [{ kind, articleId, id, parts: [`${number}`], count: 1, blocking: false, since }]
  })
}

function whoOf(
  desk: Desk,
  article: ArticleWaited,
  about: { kind: DoubtfulClaim['kind']; assigneeId: string | null; claim: Claim | undefined },
): string[] {
  const { kind, claim } = about
  if (kind === 'place') return whoPlaces(desk, article, about)
  if (kind === 'unsafe') return whoDecides(desk, article)
  if (!claim) return []
  if (kind === 'secondary') return isSecondary(claim) ? whoDecides(desk, article) : []
  const givenIds = holding(claim, claim.anchor.exact).map(({ givenById }) => givenById)
  return whoConfirmsFrame(desk, article, { wroteIds: claim.article.wroteIds, givenIds })
}

function isSecondary(claim: Claim): boolean {
  const { anchor, waivers, evidence } = claim
  const supported = holding(claim, anchor.exact)
    .filter(({ aspect }) => aspectsOf(claim).includes(aspect))
    .filter(({ verdict }) => verdict === 'confirmed' || verdict === 'ok_with_change')
    .map(({ aspect }) => aspect)
  const waivedAspects = waivedOn(waivers, anchor.exact)
  return secondaryOnly({ ...claim, evidence, waivedAspects }, supported).length > 0
}
