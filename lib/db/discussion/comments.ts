import { HIDDEN_FINDING, isFinding } from '@/lib/domain/claims/finding'
import { type Actor, can } from '@/lib/domain/policy'
import { findHidden } from '../claims/hidden-verdicts'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { findNames } from '../newsroom/members'
import { articleHere, heardBy, withPeople } from '../visibility'

const whole = {
  id: true,
  claimId: true,
  text: true,
  writtenById: true,
  writtenAt: true,
  resolvedById: true,
  resolvedAt: true,
  mentions: { select: { userId: true } },
  claim: { select: { number: true, article: { select: articleHere } } },
} satisfies Prisma.CommentSelect

type WholeRow = Prisma.CommentGetPayload<{ select: typeof whole }>

function shaped({ claim, ...rest }: WholeRow) {
  return { ...rest, number: claim.number, article: withPeople(claim.article) }
}

/** A note on a claim, which only those hear who check the article. */
export type Comment = ReturnType<typeof shaped>

export async function findComment(actor: Actor, id: string): Promise<Comment | null> {
  const row = await db().comment.findFirst({
    where: { id, claim: { article: heardBy(actor) } },
    select: whole,
  })
  return row && shaped(row)
}

/** What the comments on the claims of an article say, as it was written. For commands: nothing of it is hidden. */
export async function listCommentTexts(
  actor: Actor,
  articleId: string,
): Promise<{ claim: number; text: string }[]> {
  const rows = await db().comment.findMany({
    where: { claim: { articleId, article: heardBy(actor) } },
    select: { text: true, claim: { select: { number: true } } },
  })
  return rows.map(({ text, claim }) => ({ claim: claim.number, text }))
}

/**
 * The comments on the claims of an article, or on one of them, oldest first; none for whoever does not hear them. What was
 * found elsewhere is hidden with the verdicts of others.
 */
export function listComments(
  actor: Actor,
  { articleId, claimId }: { articleId: string; claimId?: string },
) {
  return shownComments(actor, { claim: { articleId }, ...(claimId && { claimId }) })
}

/** Comments with these ids, as far as the actor hears them. */
export function listCommentsById(actor: Actor, ids: readonly string[]) {
  return shownComments(actor, { id: { in: [...ids] } })
}

async function shownComments(actor: Actor, where: Prisma.CommentWhereInput) {
  const rows = await db().comment.findMany({
    where: { AND: [where, { claim: { article: heardBy(actor) } }] },
    select: whole,
    orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }],
  })
  const names = rows.length > 0 ? await findNames(actor) : new Map<string, string>()
  const findings = rows.flatMap(({ claimId, text }) => (isFinding(text) ? claimId : []))
  const found = findings.length > 0 ? await findHiddenOn(actor, findings) : null
  const isHidden = ({ claimId, text }: WholeRow) =>
    isFinding(text) && (found?.get(claimId)?.hidden.length ?? 0) > 0
  const nameOf = (id: string) => names.get(id) ?? 'Somebody'
  return rows.map((row) => {
    const { id, text, number, article, writtenById, writtenAt, resolvedById, mentions } =
      shaped(row)
    return {
      ...{ id, text: isHidden(row) ? HIDDEN_FINDING : text, claim: number },
      by: nameOf(writtenById),
      at: writtenAt.toISOString(),
      resolvedBy: resolvedById && nameOf(resolvedById),
      mentions: mentions.map(({ userId }) => nameOf(userId)),
      article: { slug: article.slug, headline: article.headline, language: article.language },
      may: { comment: can(actor, 'claim.comment', article) },
    }
  })
}

const findHiddenOn = (actor: Actor, claimIds: readonly string[]) =>
  findHidden(actor, Prisma.sql`claim.id = ANY (${[...new Set(claimIds)]})`)

export type CommentShown = Awaited<ReturnType<typeof shownComments>>[number]

export async function insertComment(
  actor: Actor,
  { mentioned, ...comment }: { claimId: string; text: string; mentioned: readonly string[] },
): Promise<string> {
  const { id } = await db().comment.create({
    data: {
      ...comment,
      writtenById: actor.userId,
      mentions: { create: mentioned.map((userId) => ({ userId })) },
    },
    select: { id: true },
  })
  return id
}

/** Says that nothing is left to do about a comment, or that something is again. */
export async function updateCommentResolved(
  actor: Actor,
  id: string,
  resolved: boolean,
): Promise<void> {
  await db().comment.update({
    where: { id, claim: { article: { newsroomId: actor.newsroomId } } },
    data: {
      resolvedAt: resolved ? new Date() : null,
      resolvedById: resolved ? actor.userId : null,
    },
  })
}
