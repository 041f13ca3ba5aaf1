import { z } from 'zod'
import { updateMailChoices } from '@/lib/db/waiting/told-lines'
import { keysOf } from '@/lib/domain/vocabulary'
import { MAIL_TIMINGS } from '@/lib/domain/waiting/by-mail'
import { command } from '../command'

const timing = z.enum(keysOf(MAIL_TIMINGS), 'Choose when it comes.')

const hour = z
  .string()
  .regex(/^\d{1,2}$/, 'Choose an hour.')
  .transform(Number)
  .refine((number) => number < 24, 'Choose an hour.')

/** Chooses how the actor hears by mail of what waits for them in this newsroom. */
export const chooseMail = command('chooseMail', {
  permission: 'account.change',
  input: z.object({ blocks: timing, asked: timing, work: timing, digestHour: hour }),
  subject: async (actor) => actor,

  async run({ actor, input, record }) {
    await updateMailChoices(actor, input)
    record({ type: 'account.mail-chosen' })
  },
})
