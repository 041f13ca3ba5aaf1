import { z } from 'zod'
import { proposeNotes } from '@/lib/commands/documents/find-notes'
import { findArticle } from '@/lib/db/articles/articles'
import { findDocument } from '@/lib/db/articles/documents'
import { findStoredFile } from '@/lib/db/captures/stored-bytes'
import { findRevision } from '@/lib/db/revisions/revisions'
import { anchorAt } from '@/lib/domain/anchoring/anchor'
import { findAnchor } from '@/lib/domain/anchoring/find-anchor'
import { Refusal } from '@/lib/domain/refusal'
import { layOut } from '@/lib/domain/text/blocks'
import { openStore } from '@/lib/evidence/files/open-store'
import { readAgain } from '@/lib/evidence/keeping/read-document'
import type { Handler } from './handler'

const asked = z.object({ documentId: z.string() })
const answer = z.object({ proposed: z.int() })

/**
 * Finds what a document says beside its text, on the words of the revision that was read from it: those that stand there
 * as they were read, which may have been changed before it was brought in. Ends in the command {@link proposeNotes}.
 */
export const findNotes: Handler = async (job, { actor, report, signal }) => {
  const { documentId } = asked.parse(job.input)
  const document = await findDocument(actor, { id: documentId })
  const article = document && (await findArticle(actor, { id: document.articleId }))
  const file = document && (await findStoredFile(actor, document.sha256))
  const revision =
    document && (await findRevision(actor, document.articleId, document.revision.number))
  if (!document || !article || !file || !revision) throw new Refusal('not-found', GONE)
  report(20, `Reading “${document.name}”`)
  const { blocks, notes } = await readAgain(openStore(), file, {
    ...{ name: document.name, choices: document.choices },
    language: article.language,
  })
  signal.throwIfAborted()
  report(80, 'Looking for their words in the text')
  const { text } = layOut(blocks)
  const said = notes.map((note) => ({
    ...note,
    span: note.span && findAnchor(revision.text, anchorAt(text, note.span)),
  }))
  return answer.parse(await proposeNotes(actor, { formId: job.id, documentId, notes: said }))
}

const GONE = 'The document is not here, or no longer.'
