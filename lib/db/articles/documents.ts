import type { Anchor } from '@/lib/domain/anchoring/anchor'
import type { DocumentNote as Said } from '@/lib/domain/articles/document-note'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'
import { seenBy } from '../visibility'

const whole = {
  id: true,
  articleId: true,
  revisionId: true,
  sha256: true,
  name: true,
  choices: true,
  broughtById: true,
  broughtAt: true,
  revision: { select: { number: true } },
} as const

/** The document that a revision was read from. */
export async function findDocument(actor: Actor, where: { id: string } | { revisionId: string }) {
  const row = await db().document.findFirst({
    where: { ...where, article: seenBy(actor) },
    select: whole,
  })
  return row && { ...row, choices: row.choices as Record<string, string> }
}

export type Document = NonNullable<Awaited<ReturnType<typeof findDocument>>>

/** The newest document that a revision of an article was read from; null without any. */
export async function findNewestDocument(actor: Actor, articleId: string) {
  const row = await db().document.findFirst({
    where: { articleId, article: seenBy(actor) },
    select: whole,
    orderBy: { revision: { number: 'desc' } },
  })
  return row && { ...row, choices: row.choices as Record<string, string> }
}

export async function insertDocument(
  actor: Actor,
  document: Pick<Document, 'articleId' | 'revisionId' | 'sha256' | 'name' | 'choices'>,
): Promise<string> {
  const { id } = await db().document.create({
    data: { ...document, broughtById: actor.userId },
    select: { id: true },
  })
  return id
}

/** What a document says, with the words that it says it on; no anchor where it hangs on none. */
export type NewNote = Omit<Said, 'span'> & { anchor: Anchor | null }

export async function insertDocumentNotes(
  actor: Actor,
  { id: documentId, articleId, revisionId }: Pick<Document, 'id' | 'articleId' | 'revisionId'>,
  notes: readonly NewNote[],
): Promise<void> {
  const data = notes.map(({ anchor, at, ...note }, position) => ({
    ...{ articleId, revisionId, position },
    ...note,
    writtenAt: at,
    ...anchor,
  }))
  await db().document.update({
    where: { id: documentId, article: { newsroomId: actor.newsroomId } },
    data: { notes: { createMany: { data } } },
  })
}

/** What documents of an article have said so far, whatever became of it. */
export function listSaidBefore(actor: Actor, articleId: string) {
  return db().documentNote.findMany({
    where: { articleId, article: seenBy(actor) },
    select: { kind: true, text: true, author: true, exact: true },
  })
}
