import { z } from 'zod'
import {
  findSameSource,
  findSource,
  insertSource,
  type SourceDetails,
  updateSource,
} from '@/lib/db/sources/sources'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { keysOf, SOURCE_KINDS } from '@/lib/domain/vocabulary'
import { command } from '../command'
import { assertNewestVersion, changesBetween, type Field } from '../edit-conflicts'
import { date, id, line, needed, prose, version, webAddress } from '../fields'
import { assertStillIndependent } from './independence'
import { assertStands } from './standing-source'

export const sourceDetails = z.object({
  kind: z.enum(keysOf(SOURCE_KINDS), 'Choose what kind of source this is.'),
  title: needed('Give the source a title.', 500),
  publisher: line(),
  published: date,
  url: webAddress,
  origin: line(),
  note: prose(),
})

/** Puts a source on file, to be used by many claims. */
export const addSource = command('addSource', {
  permission: 'source.add',
  input: sourceDetails,
  subject: async () => ({}),

  async run({ actor, input, record }) {
    await assertNew(actor, input)
    const sourceId = await insertSource(actor, input)
    record({ type: 'source.added', sourceId, title: input.title, kind: input.kind })
    return { sourceId }
  },
})

/** Corrects what is on file about a source, for all claims that use it. */
export const editSource = command('editSource', {
  permission: 'source.edit',
  input: sourceDetails.extend({ sourceId: id, version }),
  subject: (actor, { sourceId }) => findSource(actor, sourceId),

  async run({ actor, input: { sourceId, ...input }, subject: source, record }) {
    assertStands(source)
    await assertNewestVersion(
      actor,
      { sourceId, types: ['source.changed'] },
      SOURCE_FIELDS,
      source,
      input,
    )
    const changes = changesBetween(SOURCE_FIELDS, source, input)
    const { version: _, ...details } = input
    const { publisher, origin } = details
    if (source.publisher !== publisher || source.origin !== origin) {
      await assertStillIndependent(actor, new Map([[sourceId, { publisher, origin }]]), 'origin')
    }
    await updateSource(actor, sourceId, details)
    record({ type: 'source.changed', sourceId, title: source.title, changes })
  },
})

/** Refuses a source that is on file already, and names it. */
export async function assertNew(actor: Actor, source: SourceDetails): Promise<void> {
  const same = await findSameSource(actor, source)
  if (!same) return
  const message = `This source is on file already: “${same.title}”. Choose it from the list instead.`
  throw new Refusal('invalid', message, { title: message })
}

/** What is on file about a source, as the log prints it. */
export const SOURCE_FIELDS: Field<SourceDetails>[] = [
  { name: 'kind', label: 'kind', printed: ({ kind }) => SOURCE_KINDS[kind] },
  { name: 'title', label: 'title', printed: ({ title }) => title },
  { name: 'publisher', label: 'publisher', printed: ({ publisher }) => publisher },
  { name: 'published', label: 'date', printed: ({ published }) => published },
  { name: 'url', label: 'address', printed: ({ url }) => url },
  { name: 'origin', label: 'origin', printed: ({ origin }) => origin },
  { name: 'note', label: 'note', printed: ({ note }) => note },
]
