import { z } from 'zod'
import { findSource } from '@/lib/db/sources/sources'
import { insertSourceNote } from '@/lib/db/sources/trust'
import { command } from '../command'
import { id, neededProse } from '../fields'
import { assertStands } from './standing-source'

/** Writes on how far a source can be trusted. Earlier notes stay. */
export const weighSource = command('weighSource', {
  permission: 'source.weigh',
  input: z.object({
    sourceId: id,
    text: neededProse('Write how far it can be trusted, and how you know.'),
  }),
  subject: (actor, { sourceId }) => findSource(actor, sourceId),

  async run({ actor, input: { text }, subject: source, record }) {
    assertStands(source)
    const { id: sourceId, title } = source
    await insertSourceNote(actor, { sourceId, text })
    record({ type: 'source.weighed', sourceId, title, text })
  },
})
