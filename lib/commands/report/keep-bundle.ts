import { z } from 'zod'
import { findArticle } from '@/lib/db/articles/articles'
import { insertStoredFiles } from '@/lib/db/captures/files'
import { madeBundleSchema } from '@/lib/domain/report/bundle-made'
import { assertRoom } from '../captures/files'
import { command } from '../command'
import { id } from '../fields'

/**
 * Puts an evidence bundle on record that was made and that the store holds, and answers with what is on record. What is
 * said of it here was found out by the server; no form sends it.
 */
export const keepBundle = command('keepBundle', {
  permission: 'article.read',
  input: z.object({
    articleId: id,
    made: madeBundleSchema,
    /** The SHA-256 of each kept file that is not in it. */
    leftOut: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
  }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { articleId, made, leftOut }, record }) {
    const { sha256, bytes, revision } = made
    await assertRoom(actor, bytes)
    await insertStoredFiles(actor, [{ sha256, bytes }])
    record({ type: 'bundle.made', articleId, revision, sha256, bytes, leftOut })
    return made
  },
})
