import { z } from 'zod'
import { findArticle } from '@/lib/db/articles/articles'
import {
  findDocumentNotes,
  type NoteOnFile,
  updateDocumentNote,
} from '@/lib/db/discussion/document-notes'
import { asQuestion, brief, citedSource, usualUse } from '@/lib/domain/articles/note-proposal'
import type { DeskEvent } from '@/lib/domain/audit/events'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { keysOf, QUERY_TO, type QueryTo } from '@/lib/domain/vocabulary'
import { command } from '../command'
import { id, neededProse, several } from '../fields'
import { findNewest } from '../revisions/newest-revision'
import { evidenceDetails } from '../sources/evidence-fields'
import { sourceDetails } from '../sources/sources'
import { NO_WORDS, NoteTaker } from './note-taker'

const CHOOSE = 'Choose what the document says first.'

const taking = {
  articleId: id,
  /** The number of the newest text, as the page showed it. */
  revision: z.coerce.number().int().positive(),
}

const takenSource = z.object({
  use: z.literal('source'),
  ...sourceDetails.pick({ title: true, url: true, kind: true }).shape,
  ...evidenceDetails.pick({ stance: true, directness: true, locator: true }).shape,
})

/** Takes what a document says on words of the newest text, changed as the form says: as a source, a query or a comment. */
export const takeNote = command('takeNote', {
  permission: 'claim.mark',
  input: z.intersection(
    z.object({ ...taking, noteId: id }),
    z.discriminatedUnion(
      'use',
      [
        takenSource,
        z.object({
          use: z.literal('query'),
          to: z.enum(keysOf(QUERY_TO), 'Choose whom you ask.'),
          question: neededProse('Write the question.'),
        }),
        z.object({ use: z.literal('comment'), comment: neededProse('Write the comment.') }),
      ],
      'Choose what it becomes.',
    ),
  ),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input, subject: article, record }) {
    const taker = new NoteTaker(
      actor,
      article,
      await findNewest(actor, article, input.revision),
      record,
    )
    const [note] = await openNotes(actor, article.id, [input.noteId])
    if (!note) throw new Refusal('not-found', 'This is not here, or no longer.')
    if (input.use === 'source') await taker.asSource(note, input)
    else if (input.use === 'query') await taker.asQuery(note, input)
    else await taker.asComment(note, input.comment)
    await taker.end()
    return { claim: taker.marked.at(-1) ?? null }
  },
})

/**
 * Takes what documents say as it is usually taken: what cites as a source, what asks as a query to the writer, or to the
 * editor where there is none. What its document has as done is left; what hangs on no words of the newest text stays open.
 */
export const takeNotes = command('takeNotes', {
  permission: 'claim.mark',
  input: z.object({ ...taking, noteIds: several(id).pipe(z.array(z.string()).min(1, CHOOSE)) }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { noteIds, revision: number }, subject: article, record }) {
    const revision = await findNewest(actor, article, number)
    const taker = new NoteTaker(actor, article, revision, record)
    const to: QueryTo = article.writerIds.length > 0 ? 'writer' : 'editor'
    let unplaced = 0
    for (const note of await openNotes(actor, article.id, noteIds)) {
      const said = { ...note, at: note.writtenAt, span: null }
      const use = usualUse(said)
      if (use === null) await leave(actor, article.id, note, record)
      else if (taker.placeOf(note) === null) unplaced++
      else if (use === 'query') await taker.asQuery(note, { to, question: asQuestion(said) })
      else
        await taker.asSource(note, {
          ...citedSource(said),
          stance: 'supports',
          directness: 'secondary',
        })
    }
    if (unplaced === noteIds.length) throw new Refusal('invalid', NO_WORDS)
    await taker.end()
    return { marked: taker.marked.length, unplaced }
  },
})

/** Leaves what documents say. It stays in the list and can be proposed again. */
export const leaveNotes = command('leaveNotes', {
  permission: 'claim.mark',
  input: z.object({ articleId: id, noteIds: several(id).pipe(z.array(z.string()).min(1, CHOOSE)) }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { noteIds }, subject: { id: articleId }, record }) {
    for (const note of await openNotes(actor, articleId, noteIds)) {
      await leave(actor, articleId, note, record)
    }
  },
})

/** Proposes again what was left. */
export const reopenNotes = command('reopenNotes', {
  permission: 'claim.mark',
  input: z.object({ articleId: id, noteIds: several(id).pipe(z.array(z.string()).min(1, CHOOSE)) }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { noteIds }, subject: { id: articleId }, record }) {
    const left = (await findDocumentNotes(actor, articleId, noteIds)).filter(
      ({ state }) => state === 'left',
    )
    if (left.length === 0) throw new Refusal('conflict', 'Nothing of this was left.')
    for (const { id: noteId, text } of left) {
      await updateDocumentNote(actor, noteId, { state: 'open' })
      record({ type: 'document.note-reopened', articleId, noteId, text: brief(text) })
    }
  },
})

/** Those of these notes that nobody decided yet. Refuses where a colleague decided all of them. */
async function openNotes(actor: Actor, articleId: string, ids: readonly string[]) {
  const open = (await findDocumentNotes(actor, articleId, ids)).filter(
    ({ state }) => state === 'open',
  )
  if (open.length > 0) return open
  throw new Refusal(
    'conflict',
    'This was decided in the meantime. The list shows what became of it.',
  )
}

async function leave(
  actor: Actor,
  articleId: string,
  { id: noteId, text }: NoteOnFile,
  record: (event: DeskEvent) => void,
): Promise<void> {
  await updateDocumentNote(actor, noteId, { state: 'left' })
  record({ type: 'document.note-left', articleId, noteId, text: brief(text) })
}
