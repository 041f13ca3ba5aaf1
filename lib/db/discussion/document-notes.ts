import { findAnchor } from '@/lib/domain/anchoring/find-anchor'
import { type DocumentNoteKind, documentNote } from '@/lib/domain/articles/document-note'
import type { Actor } from '@/lib/domain/policy'
import { excerptAround } from '@/lib/domain/text/excerpt'
import { db } from '../client'
import type { Prisma } from '../generated/client'
import { findNames } from '../newsroom/members'
import { findRevision } from '../revisions/revisions'
import { articleHere, seenBy, withPeople } from '../visibility'

const whole = {
  id: true,
  kind: true,
  text: true,
  addresses: true,
  author: true,
  writtenAt: true,
  resolved: true,
  replies: true,
  start: true,
  end: true,
  exact: true,
  prefix: true,
  suffix: true,
  state: true,
  decidedById: true,
  decidedAt: true,
  revisionId: true,
  claim: { select: { number: true } },
  query: { select: { id: true } },
} satisfies Prisma.DocumentNoteSelect

const replies = documentNote.shape.replies

/** Notes of an article with these ids, as commands find them; those that are not there are left out. */
export async function findDocumentNotes(actor: Actor, articleId: string, ids: readonly string[]) {
  const rows = await db().documentNote.findMany({
    where: { id: { in: [...ids] }, articleId, article: seenBy(actor) },
    select: whole,
    orderBy: [{ documentId: 'asc' }, { position: 'asc' }],
  })
  return rows.map((row) => ({ ...row, replies: replies.parse(row.replies) }))
}

export type NoteOnFile = Awaited<ReturnType<typeof findDocumentNotes>>[number]

/** The article of a note, as far as this person sees it. */
export async function findArticleOfNote(actor: Actor, noteId: string) {
  const row = await db().documentNote.findFirst({
    where: { id: noteId, article: seenBy(actor) },
    select: { article: { select: articleHere } },
  })
  return row && withPeople(row.article)
}

/** How many notes of an article nobody has decided. */
export function countOpenNotes(actor: Actor, articleId: string): Promise<number> {
  return db().documentNote.count({
    where: { articleId, state: 'open', article: seenBy(actor) },
  })
}

/** What the documents of an article say, in the order of the text, with where the words stand in its newest text. */
export async function listDocumentNotes(actor: Actor, articleId: string) {
  const [rows, revision, names] = await Promise.all([
    db().documentNote.findMany({
      where: { articleId, article: seenBy(actor) },
      select: { ...whole, document: { select: { name: true, broughtAt: true } } },
      orderBy: [{ document: { broughtAt: 'desc' } }, { position: 'asc' }],
    }),
    findRevision(actor, articleId),
    findNames(actor),
  ])
  return rows.map(({ start, end, exact, prefix, suffix, decidedById, decidedAt, ...row }) => {
    const anchor = start === null || end === null ? null : { start, end, exact, prefix, suffix }
    const place = anchor && revision ? findAnchor(revision.text, anchor) : null
    return {
      ...row,
      kind: row.kind as DocumentNoteKind,
      replies: replies.parse(row.replies),
      words: exact,
      place,
      around: place && revision ? excerptAround(revision.text, revision.blocks, place) : null,
      claim: row.claim?.number ?? null,
      document: row.document.name,
      decidedBy: decidedById && (names.get(decidedById) ?? 'Somebody'),
      decidedAt: decidedAt?.toISOString() ?? null,
    }
  })
}

export type NoteShown = Awaited<ReturnType<typeof listDocumentNotes>>[number]

/** Says what became of a note, or that nobody has decided any more. */
export async function updateDocumentNote(
  actor: Actor,
  id: string,
  to: { state: 'taken'; claimId?: string; queryId?: string } | { state: 'left' | 'open' },
): Promise<void> {
  const isOpen = to.state === 'open'
  await db().documentNote.update({
    where: { id, article: { newsroomId: actor.newsroomId } },
    data: {
      ...to,
      decidedById: isOpen ? null : actor.userId,
      decidedAt: isOpen ? null : new Date(),
    },
  })
}
