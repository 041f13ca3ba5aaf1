import { z } from 'zod'
import { insertJob } from '@/lib/db/jobs/jobs'
import { Refusal } from '@/lib/domain/refusal'
import { command } from '../command'
import { webAddress } from '../fields'

/**
 * Has a page fetched by a job, so that whoever asks can bring its article in. What comes is theirs alone, as a file that
 * they sent, until they bring it in.
 */
export const fetchArticle = command('fetchArticle', {
  permission: 'article.bring',
  input: z.object({ address: webAddress }),
  subject: async () => ({}),

  async run({ actor, input: { address }, record }) {
    if (address === '') {
      const message = 'Give the address of the page.'
      throw new Refusal('invalid', message, { address: message })
    }
    const asked = { kind: 'fetch_article' as const, about: address }
    const jobId = await insertJob(actor, asked)
    record({ type: 'job.asked', jobId, ...asked })
    return { jobId, address }
  },
})
