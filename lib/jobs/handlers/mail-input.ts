import { z } from 'zod'

const lines = z.record(z.string(), z.array(z.string()))

/** What a job that sends a mail is asked: for a link, the seed of its secret; of what waits, what is told and to whom. */
export const asked = z.discriminatedUnion('letter', [
  z.object({ letter: z.enum(['invitation', 'password']), seed: z.string() }),
  z.object({ letter: z.literal('webhook-off'), userId: z.string(), webhookId: z.string() }),
  z.object({ letter: z.literal('waiting'), userId: z.string(), isDigest: z.boolean(), lines }),
])

export type Asked = z.output<typeof asked>
