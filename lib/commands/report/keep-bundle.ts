import { z } from 'zod'
import { findArticle } from '@/lib/db/articles/articles'
import { insertBundleFile, updateBundlesLetGo } from '@/lib/db/report/bundle-files'
import { BUNDLES_HELD, madeBundleSchema } from '@/lib/domain/report/bundle-made'
import { assertRoom } from '../captures/files'
import { command } from '../command'
import { id } from '../fields'

/**
 * Puts an evidence bundle on record that was made and that the store holds, and answers with what is on record, and with
 * the files of older ones that fall for it: of an article somebody has the newest {@link BUNDLES_HELD}. What is said of it
 * here was found out by the server; no form sends it.
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
    await insertBundleFile(actor, { articleId, sha256, bytes })
    const letGo = await updateBundlesLetGo(actor, articleId, BUNDLES_HELD)
    const fallen = letGo.map((file) => file.sha256)
    record({ type: 'bundle.made', articleId, revision, sha256, bytes, leftOut, letGo: fallen })
    return { ...made, letGo }
  },
})
