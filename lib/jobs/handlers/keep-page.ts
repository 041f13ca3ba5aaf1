import path from 'node:path'
import { z } from 'zod'
import { keepCapture } from '@/lib/commands/sources/keep-capture'
import { listAllowedHosts } from '@/lib/db/captures/allowed-hosts'
import { findStandingSource } from '@/lib/db/sources/sources'
import { Refusal } from '@/lib/domain/refusal'
import { filesFolder } from '@/lib/evidence/files/open-store'
import { seePage } from '@/lib/evidence/keeping/see-page'
import type { Handler } from './handler'
import { keepParts } from './keep-parts'

const kept = z.object({ captureId: z.string() })

/**
 * Keeps what is at a source's address: what the site answered with, byte for byte, its readable text, and every answer on
 * the way; where a browser is installed, of a page also all that it loads and a picture of it. Ends in the command
 * {@link keepCapture}.
 */
export const keepPage: Handler = async (job, { actor, report, signal }) => {
  const source = job.sourceId ? await findStandingSource(actor, job.sourceId) : null
  if (!source) throw new Refusal('not-found', 'The source is not here, or no longer.')
  const allowed = await listAllowedHosts(actor)
  const page = await seePage(source.url, { folder: pagesFolder(), allowed, signal, report })
  try {
    signal.throwIfAborted()
    report(85, 'Keeping it')
    const { answers, lacks } = page
    const capture = await keepCapture(actor, {
      ...{ formId: job.id, sourceId: source.id, address: source.url, answers, lacks },
      ...(await keepParts(actor, page)),
    })
    return kept.parse(capture)
  } finally {
    await page.discard()
  }
}

/** Where pages are written while they come, beside the files that are kept. */
export const pagesFolder = () => path.join(path.dirname(filesFolder()), 'pages')
