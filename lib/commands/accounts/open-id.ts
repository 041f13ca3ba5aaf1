import { z } from 'zod'
import {
  deleteOpenIdLinks,
  isOpenIdAllowed,
  updateOpenIdAllowed,
} from '@/lib/db/newsroom/open-id-leave'
import { Refusal } from '@/lib/domain/refusal'
import { command } from '../command'
import { ticked } from '../fields'

/**
 * Says whether the newsroom's people may log in by the provider of their house. Once they may not any more, it is
 * forgotten whose entry there opened which account; log-ins that are open go on.
 */
export const allowOpenId = command('allowOpenId', {
  permission: 'newsroom.manage',
  risky: true,
  input: z.object({ allowed: ticked }),
  subject: async () => ({}),

  async run({ actor, input: { allowed }, record }) {
    if ((await isOpenIdAllowed(actor)) === allowed) {
      const message = `It was set so a moment ago: such log-ins are ${allowed ? '' : 'not '}allowed.`
      throw new Refusal('conflict', message)
    }
    await updateOpenIdAllowed(actor, allowed)
    if (!allowed) await deleteOpenIdLinks(actor)
    const printed = (value: boolean) => (value ? 'allowed' : 'not allowed')
    const change = { from: printed(!allowed), to: printed(allowed) }
    record({ type: 'newsroom.changed', changes: { 'log-in by OpenID Connect': change } })
  },
})
