import { z } from 'zod'
import { findArticle } from '@/lib/db/articles/articles'
import { hasJobUnderWay, insertJob } from '@/lib/db/jobs/jobs'
import { listUnkeptPages, type PageSource } from '@/lib/db/sources/page-sources'
import { findSameSource, findStandingSource, insertSource } from '@/lib/db/sources/sources'
import type { DeskEvent } from '@/lib/domain/audit/events'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { command } from '../command'
import { id, optionalId, webAddress } from '../fields'

type Record = (event: DeskEvent) => void

/**
 * Has the page of a source kept by a job: what it answers, its bytes, its readable text. An address that is on no source
 * yet becomes one, whose title the page itself fills in.
 */
export const keepPage = command('keepPage', {
  permission: 'source.keep',
  input: z.object({ sourceId: optionalId, address: webAddress }),
  async subject(actor, { sourceId, address }) {
    if (sourceId) return findStandingSource(actor, sourceId)
    return { id: '', title: address, url: address }
  },

  async run({ actor, subject, record }) {
    if (subject.url === '') throw refused('address', 'Give the address of the page.')
    const source = subject.id ? subject : await sourceAt(actor, subject.url, record)
    if (await hasJobUnderWay(actor, { kind: 'keep_page', sourceId: source.id })) {
      throw refused('address', 'This page is being kept already.', 'conflict')
    }
    return { sourceId: source.id, jobId: await askFor(actor, source, record) }
  },
})

/** Has every page that an article cites, and of which none is kept yet, kept by a job each. */
export const keepLinks = command('keepLinks', {
  permission: 'source.keep',
  input: z.object({ articleId: id }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, subject: article, record }) {
    const sources = await listUnkeptPages(actor, article.id)
    let pages = 0
    for (const source of sources) {
      if (await hasJobUnderWay(actor, { kind: 'keep_page', sourceId: source.id })) continue
      await askFor(actor, source, record)
      pages++
    }
    if (pages === 0) {
      throw new Refusal('conflict', 'Every page that this article cites is kept, or being kept.')
    }
    return { pages }
  },
})

async function sourceAt(actor: Actor, url: string, record: Record): Promise<PageSource> {
  const unknown = { publisher: '', published: '', origin: '', note: '' }
  const details = { kind: 'web_page' as const, title: url.slice(0, 500), url, ...unknown }
  const known = await findSameSource(actor, details)
  if (known) return known
  const sourceId = await insertSource(actor, details)
  const { title, kind } = details
  record({ type: 'source.added', sourceId, title, kind })
  return { id: sourceId, title, url }
}

async function askFor(actor: Actor, { id: sourceId, url }: PageSource, record: Record) {
  const jobId = await insertJob(actor, { kind: 'keep_page', about: url, sourceId })
  record({ type: 'job.asked', jobId, kind: 'keep_page', about: url, sourceId })
  return jobId
}

function refused(field: string, message: string, reason: 'invalid' | 'conflict' = 'invalid') {
  return new Refusal(reason, message, { [field]: message })
}
