import { z } from 'zod'
import { findArticle } from '@/lib/db/articles/articles'
import {
  findDocument,
  insertDocumentNotes,
  listSaidBefore,
  type NewNote,
} from '@/lib/db/articles/documents'
import { findRevision } from '@/lib/db/revisions/revisions'
import { anchorAt } from '@/lib/domain/anchoring/anchor'
import { documentNote } from '@/lib/domain/articles/document-note'
import { Refusal } from '@/lib/domain/refusal'
import { command } from '../command'
import { id } from '../fields'

/**
 * Proposes what a document says on words of the revision that was read from it. What an earlier document of the article
 * said already, as often as it said it, is not proposed again. What it says was found out by a job; no form sends it.
 */
export const proposeNotes = command('proposeNotes', {
  permission: 'article.revise',
  input: z.object({ documentId: id, notes: z.array(documentNote) }),
  async subject(actor, { documentId }) {
    const document = await findDocument(actor, { id: documentId })
    const article = document && (await findArticle(actor, { id: document.articleId }))
    return article && { ...article, document }
  },

  async run({ actor, input: { notes }, subject: { id: articleId, document }, record }) {
    const revision = await findRevision(actor, articleId, document.revision.number)
    if (!revision) throw new Refusal('not-found', 'The text is not here, or no longer.')
    const said = notes.map(
      ({ span, ...note }): NewNote => ({
        ...note,
        anchor: span && anchorAt(revision.text, span),
      }),
    )
    const known = new Map<string, number>()
    for (const note of await listSaidBefore(actor, articleId)) {
      const key = keyOf(note)
      known.set(key, (known.get(key) ?? 0) + 1)
    }
    const fresh = said.filter((note) => {
      const key = keyOf({ ...note, exact: note.anchor?.exact ?? '' })
      const times = known.get(key) ?? 0
      known.set(key, times - 1)
      return times <= 0
    })
    await insertDocumentNotes(actor, document, fresh)
    const proposed = fresh.length
    const { id: documentId, name } = document
    record({
      ...{ type: 'document.notes-found', articleId, documentId, name },
      ...{ proposed, known: notes.length - proposed },
    })
    return { proposed }
  },
})

/** A note is the same by who says what; a link, which says little, also by its words. */
function keyOf({
  kind,
  author,
  text,
  exact,
}: {
  kind: string
  author: string
  text: string
  exact: string
}) {
  return JSON.stringify([kind, author, text, kind === 'link' ? exact : ''])
}
