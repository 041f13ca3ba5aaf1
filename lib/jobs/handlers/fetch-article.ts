import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { assertRoom, receiveFile } from '@/lib/commands/captures/files'
import { listAllowedHosts } from '@/lib/db/captures/allowed-hosts'
import { aboutOf } from '@/lib/domain/jobs/job'
import { Refusal } from '@/lib/domain/refusal'
import { openStore } from '@/lib/evidence/files/open-store'
import { type FetchedPage, fetchPage } from '@/lib/evidence/keeping/fetch-page'
import { LARGEST_PAGE, readPageFile } from '@/lib/evidence/keeping/read-document'
import { lookAt } from '@/lib/evidence/keeping/what-arrived'
import { OutgoingRefusal, type Why } from '@/lib/evidence/outgoing/outgoing-refusal'
import type { Handler } from './handler'
import { pagesFolder } from './keep-page'
import { storableFacts } from './keep-parts'

const received = z.object({ arrivalId: z.string() })

/**
 * Fetches the page at an address, for whoever brings its article in. Refuses what is no page, and a page without an
 * article; then nothing of it is kept. Ends in the command {@link receiveFile}: what came is theirs as a file that they sent.
 */
export const fetchArticle: Handler = async (job, { actor, report, signal }) => {
  const address = aboutOf(job.input)
  report(5, `Asking ${hostOf(address)} for the page`)
  const allowed = await listAllowedHosts(actor)
  const page = await fetchOnce(address, { folder: pagesFolder(), allowed, signal, limits: LIMITS })
  const { file, name, address: from } = page
  try {
    const facts = await articleFactsOf(page, { report, signal })
    signal.throwIfAborted()
    report(85, 'Keeping it')
    await assertRoom(actor, file.bytes)
    const { sha256, bytes } = await openStore().take(file, { newsroomId: actor.newsroomId })
    const { arrivalId } = received.parse(
      await receiveFile(actor, {
        ...{ formId: job.id, file: { sha256, bytes }, text: null, mediaType: 'text/html' },
        ...{ name, facts: storableFacts(facts), warnings: [] },
      }),
    )
    return { arrivalId, name, address: from }
  } finally {
    await rm(file.path, { force: true })
  }
}

/** A page of news comes in seconds, and somebody sits and waits for it: half a minute at most. */
const LIMITS = { bytes: LARGEST_PAGE, totalTime: 30_000, idleTime: 15_000 }

/**
 * Asks no second time where that would end the same way, or would let whoever waits wait on: of what is too large, and of
 * a site that hangs. A site that answers, or breaks off at once, may be asked again.
 */
async function fetchOnce(...asked: Parameters<typeof fetchPage>): Promise<FetchedPage> {
  try {
    return await fetchPage(...asked)
  } catch (error) {
    const otherwise = error instanceof OutgoingRefusal && OTHERWISE[error.why]
    throw otherwise ? new Refusal('invalid', `${error.message} ${otherwise}`) : error
  }
}

const HANGS = 'Try it again later, or save the page in a browser and open that file here.'

const OTHERWISE: Partial<Record<Why, string>> = {
  'too-large': 'A page with an article has less.',
  silent: HANGS,
  'too-slow': HANGS,
}

async function articleFactsOf(
  { file, name, mediaType, address: url }: FetchedPage,
  { report, signal }: Pick<Parameters<Handler>[1], 'report' | 'signal'>,
) {
  if (file.bytes === 0) throw new Refusal('invalid', 'The site answered with nothing.')
  report(40, 'Looking at what came')
  const found = await lookAt(file.path, { name, mediaType, url })
  if (!/html/.test(found.mediaType)) {
    throw new Refusal(
      'invalid',
      `At this address is ${found.what}, and no page. If the article is in it, save it and bring its words in.`,
    )
  }
  signal.throwIfAborted()
  report(60, 'Looking for the article')
  await readPageFile(file.path, { choices: {}, language: 'en', from: url })
  return found.facts
}

function hostOf(address: string): string {
  return /^https?:\/\/([^/?#]+)/i.exec(address)?.[1] ?? 'the site'
}
