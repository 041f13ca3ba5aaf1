import { z } from 'zod'
import {
  findAuthority,
  insertAuthority,
  isDatingCaptures,
  listAuthorities,
  updateAuthorityRemoved,
  updateDateCaptures,
} from '@/lib/db/captures/authorities'
import { certificatesIn } from '@/lib/domain/captures/certificates'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { command } from '../command'
import { id, needed, prose, ticked, webAddress } from '../fields'

const authorityFields = z.object({
  name: needed('Give the authority a name.', 120),
  address: webAddress.refine((text) => text !== '', 'Give the address that answers requests.'),
  certificates: prose(100_000).refine(
    (text) => text === '' || certificatesIn(text) !== null,
    'These are not certificates in PEM form, or one of them is damaged. They begin with -----BEGIN CERTIFICATE-----.',
  ),
})

/**
 * Names an authority that dates captures (RFC 3161). With certificates (PEM), only answers that lead back to one of them are
 * believed; without, those of anybody who answers there. Refuses one of the same name or address.
 */
export const addAuthority = command('addAuthority', {
  permission: 'newsroom.manage',
  input: authorityFields,
  subject: async () => ({}),

  async run({ actor, input, record }) {
    await assertNew(actor, input)
    const authorityId = await insertAuthority(actor, input)
    const { name, address } = input
    record({ type: 'authority.added', authorityId, name, address })
    return { authorityId }
  },
})

/** Takes an authority off the list: it is asked no more, and what it dated stays. */
export const removeAuthority = command('removeAuthority', {
  permission: 'newsroom.manage',
  input: z.object({ authorityId: id }),
  subject: (actor, { authorityId }) => findAuthority(actor, authorityId),

  async run({ actor, subject: { id: authorityId, name }, record }) {
    await updateAuthorityRemoved(actor, authorityId)
    record({ type: 'authority.removed', authorityId, name })
  },
})

/** Says whether each capture is dated as soon as it is kept. Refuses where that is how it is. */
export const dateCaptures = command('dateCaptures', {
  permission: 'newsroom.manage',
  input: z.object({ every: ticked }),
  subject: async () => ({}),

  async run({ actor, input: { every }, record }) {
    if ((await isDatingCaptures(actor)) === every) {
      throw new Refusal(
        'conflict',
        `It was set so a moment ago: ${every ? 'every' : 'no'} capture is dated.`,
      )
    }
    await updateDateCaptures(actor, every)
    const printed = (value: boolean) => (value ? 'yes' : 'no')
    const change = { from: printed(!every), to: printed(every) }
    record({ type: 'newsroom.changed', changes: { 'each capture is dated': change } })
  },
})

async function assertNew(
  actor: Actor,
  { name, address }: z.output<typeof authorityFields>,
): Promise<void> {
  for (const other of await listAuthorities(actor)) {
    if (other.name.toLowerCase() === name.toLowerCase()) {
      const message = 'An authority of this name is on the list already.'
      throw new Refusal('invalid', message, { name: message })
    }
    if (other.address === address) {
      const message = `This address is on the list already, as “${other.name}”.`
      throw new Refusal('invalid', message, { address: message })
    }
  }
}
