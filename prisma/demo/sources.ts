import { keepFile } from '@/lib/commands/captures/files'
import { addSource } from '@/lib/commands/sources/sources'
import type { Actor } from '@/lib/domain/policy'
import { bringFile, passageIn, type Shipped } from './captures'

/** A source that is on file, with the copy of it that is kept. */
interface KeptSource {
  sourceId: string
  captureId: string
}

/** What both checked articles of the demonstration rest on. */
export interface DemoSources {
  agency: string
  statement: KeptSource
  notes: KeptSource
  shipped: Shipped
}

/** Puts on file what was read, and keeps the two texts that ship with the demonstration. */
export async function bringSources(checker: Actor, shipped: Shipped): Promise<DemoSources> {
  const { sourceId: agency } = await addSource(checker, {
    kind: 'wire',
    title: 'Russia waiting for Turkey’s decision on second S-400 deal',
    publisher: 'TASS',
    published: '2020-12-07',
    origin: 'TASS',
  })
  const { sourceId: statementId } = await addSource(checker, {
    kind: 'statement',
    title: 'Statement by the Press Secretary',
    publisher: 'The White House',
    published: '2019-07-17',
  })
  const { sourceId: notesId } = await addSource(checker, {
    kind: 'interview_notes',
    title: 'Notes of the foreign desk on air defence',
    publisher: 'The Demo Desk',
    published: '2020-11',
  })
  return {
    agency,
    statement: await kept(checker, statementId, shipped.statement),
    notes: await kept(checker, notesId, shipped.notes),
    shipped,
  }
}

async function kept(
  checker: Actor,
  sourceId: string,
  file: Shipped[keyof Shipped],
): Promise<KeptSource> {
  const arrivalId = await bringFile(checker, file)
  const { captureId } = await keepFile(checker, { sourceId, arrivalId })
  return { sourceId, captureId }
}

const STATEMENT =
  'Unfortunately, Turkey’s decision to purchase Russian S-400 air defense systems renders its continued involvement with the F-35 impossible.'

/** The statement’s first sentence, as evidence names it. */
export function firstSentence({ statement, shipped }: DemoSources) {
  return {
    ...statement,
    directness: 'primary' as const,
    locator: 'first paragraph, first sentence',
    excerpt: STATEMENT,
    passage: passageIn(shipped.statement, STATEMENT),
  }
}

/** A line of the desk’s notes, as evidence names it. They say where nothing comes from, so they only give context. */
export function notedLine({ notes, shipped }: DemoSources, locator: string, excerpt: string) {
  return {
    ...notes,
    stance: 'context' as const,
    directness: 'tertiary' as const,
    ...{ locator, excerpt },
    passage: passageIn(shipped.notes, excerpt),
  }
}
