import { z } from 'zod'
import { hasPersonFigures, updatePersonFigures } from '@/lib/db/figures/settings'
import { Refusal } from '@/lib/domain/refusal'
import { command } from '../command'
import { ticked } from '../fields'

/** Says whether figures are shown by person, to everybody who sees figures. Refuses where that is how it is. */
export const showPersonFigures = command('showPersonFigures', {
  permission: 'newsroom.manage',
  input: z.object({ shown: ticked }),
  subject: async () => ({}),

  async run({ actor, input: { shown }, record }) {
    if ((await hasPersonFigures(actor)) === shown) {
      throw new Refusal(
        'conflict',
        `It was set so a moment ago: figures are ${shown ? '' : 'not '}shown by person.`,
      )
    }
    await updatePersonFigures(actor, shown)
    const printed = (value: boolean) => (value ? 'yes' : 'no')
    const change = { from: printed(!shown), to: printed(shown) }
    record({ type: 'newsroom.changed', changes: { 'figures by person': change } })
  },
})
