import type { Actor } from '@/lib/domain/policy'
import type { Writing } from '@/lib/domain/revisions/writing'
import type { PlacedBlock } from '@/lib/domain/text/blocks'
import { db } from '../client'
import type { Prisma } from '../generated/client'
import { seenBy } from '../visibility'

/** A text with what is kept about it. */
export interface RevisionText {
  text: string
  blocks: PlacedBlock[]
  /** SHA-256 of the text in UTF-8, hex. */
  sha256: string
  words: number
  /** Who wrote which of its words. */
  written: Writing[]
}

/** Every text that an article had, the newest first, without the words themselves. */
export function listRevisions(actor: Actor, articleId: string) {
  return db().revision.findMany({
    where: { articleId, article: seenBy(actor) },
    select: { number: true, sha256: true, words: true, createdById: true, createdAt: true },
    orderBy: { number: 'desc' },
  })
}

export type ListedRevision = Awaited<ReturnType<typeof listRevisions>>[number]

/** An article's next text. */
export async function insertRevision(
  actor: Actor,
  { articleId, number, ...text }: RevisionText & { articleId: string; number: number },
): Promise<Revision> {
  const blocks = text.blocks as unknown as Prisma.InputJsonValue
  const written = text.written as unknown as Prisma.InputJsonValue
  const row = await db().revision.create({
    data: { ...text, articleId, number, blocks, written, createdById: actor.userId },
  })
  await db().article.update({
    where: { id: articleId, newsroomId: actor.newsroomId },
    data: { revisionNumber: number },
  })
  return { ...row, blocks: text.blocks, written: text.written }
}

/** One text of an article: the newest, or the one of that number. */
export async function findRevision(actor: Actor, articleId: string, number?: number) {
  const row = await db().revision.findFirst({
    where: { articleId, article: seenBy(actor), ...(number && { number }) },
    orderBy: { number: 'desc' },
  })
  return row && withJson(row)
}

function withJson({ blocks, written, ...row }: Prisma.RevisionGetPayload<object>) {
  return {
    ...row,
    blocks: blocks as unknown as PlacedBlock[],
    written: written as unknown as Writing[],
  }
}

/** Who wrote which words of the newest text of an article that the actor sees. */
export async function findWriting(actor: Actor, articleId: string): Promise<Writing[]> {
  const row = await db().revision.findFirst({
    where: { articleId, article: seenBy(actor) },
    select: { written: true },
    orderBy: { number: 'desc' },
  })
  return (row?.written ?? []) as unknown as Writing[]
}

/** Which text of an article has this SHA-256, without the text itself: the newest, where several do. */
export async function findRevisionId(
  actor: Actor,
  which: { articleId: string; sha256: string },
): Promise<string | null> {
  const row = await db().revision.findFirst({
    where: { ...which, article: seenBy(actor) },
    select: { id: true },
    orderBy: { number: 'desc' },
  })
  return row?.id ?? null
}

export type Revision = NonNullable<Awaited<ReturnType<typeof findRevision>>>
