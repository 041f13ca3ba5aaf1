import { z } from 'zod'
import { findArticle } from '@/lib/db/articles/articles'
import { findRevision } from '@/lib/db/revisions/revisions'
import { layOut } from '@/lib/domain/text/blocks'
import { bringDocument, documentField } from '../bring-document'
import { bringItem, itemField } from '../bring-item'
import { command } from '../command'
import { blocksField, id } from '../fields'
import { assertOther, assertRevisable, bringIn, workOut } from './add-revision'

/**
 * Brings in the next text of an article. Each claim is carried into it where its words have one certain place;
 * every other one waits for a person to place it.
 */
export const reviseArticle = command('reviseArticle', {
  permission: 'article.revise',
  input: z.object({
    articleId: id,
    /** The number of the revision that the text was made from. */
    base: z.coerce.number().int().positive(),
    blocks: blocksField,
    document: documentField,
    item: itemField,
  }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  // Texts never change, so that they can be compared before the newsroom's turn is taken.
  async prepare({ actor, input: { articleId, base, blocks } }) {
    const from = await findRevision(actor, articleId, base)
    return from && { from, workings: await workOut(actor, from, layOut(blocks)) }
  },

  async run({ actor, input, subject: article, prepared, record }) {
    const { articleId, base, document, item } = input
    await assertRevisable(actor, article, base, THEIRS)
    if (!prepared) throw new Error(`article ${articleId} has no revision ${base}`)
    assertOther(prepared.from, prepared.workings.to)
    const { id: revisionId, number } = await bringIn(actor, article, prepared, record)
    const of = { articleId, revisionId, revision: number }
    await bringDocument(actor, of, document, record)
    await bringItem(actor, of, item, record)
    return { revision: number }
  },
})

const THEIRS =
  'Your text is still here: look at what differs, and save it on top of theirs if it should stand.'
