import { z } from 'zod'
import { findStandingSource, type Source, updateSource } from '@/lib/db/sources/sources'
import type { DeskEvent } from '@/lib/domain/audit/events'
import type { CaptureFacts } from '@/lib/domain/captures/capture'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { pageFields, recordPage } from '../captures/record-page'
import { command } from '../command'
import { changesBetween } from '../edit-conflicts'
import { id } from '../fields'
import { assertStillIndependent } from './independence'
import { SOURCE_FIELDS } from './sources'

/**
 * Puts a page on record that was kept, with files that the store holds, and fills in what the source did not say of
 * itself. What is said of it here was found out by the job; no form sends it.
 */
export const keepCapture = command('keepCapture', {
  permission: 'source.keep',
  input: z.object({ sourceId: id, ...pageFields }),
  subject: (actor, { sourceId }) => findStandingSource(actor, sourceId),

  async run({ actor, input: page, subject: source, record }) {
    const title = await fillIn(actor, { source, facts: page.facts, record })
    return {
      captureId: await recordPage(actor, { source: { id: source.id, title }, page, record }),
    }
  },
})

/** Fills in what the source's form leaves empty; its title too where that is only the address. Gives the title. */
async function fillIn(
  actor: Actor,
  {
    source,
    facts,
    record,
  }: { source: Source; facts: CaptureFacts; record: (event: DeskEvent) => void },
): Promise<string> {
  const { kind, title, publisher, published, url, origin, note } = source
  const stored = { kind, title, publisher, published, url, origin, note }
  const filled = {
    ...stored,
    title: (title === url.slice(0, 500) && facts.title.slice(0, 500)) || title,
    publisher: publisher || (await independent(actor, source, facts.publisher.slice(0, 300))),
    published: published || facts.published,
  }
  if (SOURCE_FIELDS.every(({ printed }) => printed(filled) === printed(stored))) return title
  const changes = changesBetween(SOURCE_FIELDS, stored, filled)
  await updateSource(actor, source.id, filled)
  record({ type: 'source.changed', sourceId: source.id, title, changes })
  return filled.title
}

/** The publisher, unless a verdict counts this source and another of that publisher's as independent: then a person says. */
async function independent(actor: Actor, source: Source, publisher: string): Promise<string> {
  if (publisher === '') return ''
  const changes = new Map([[source.id, { publisher }]])
  return assertStillIndependent(actor, changes, 'publisher').then(
    () => publisher,
    (error) => {
      if (error instanceof Refusal) return ''
      throw error
    },
  )
}
