import { z } from 'zod'
import { recordLook } from '@/lib/commands/watches/record-look'
import { listAllowedHosts } from '@/lib/db/captures/allowed-hosts'
import { listWholeClaims } from '@/lib/db/claims/claims'
import { findWatch, type Watch } from '@/lib/db/watches/find-watch'
import { type JobFacts, mostAttempts } from '@/lib/domain/jobs/job'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { compareWords, foundOfNothing, says } from '@/lib/domain/watches/look'
import type { KeptFile } from '@/lib/evidence/files/kept-file'
import { openStore } from '@/lib/evidence/files/open-store'
import { NotShown } from '@/lib/evidence/keeping/fetch-page'
import { readKeptText } from '@/lib/evidence/keeping/kept-state'
import { type SeenPage, type SeeOptions, seePage } from '@/lib/evidence/keeping/see-page'
import { OutgoingRefusal } from '@/lib/evidence/outgoing/outgoing-refusal'
import type { Handler } from './handler'
import { pagesFolder } from './keep-page'
import { keepParts } from './keep-parts'

const input = z.object({ watchId: z.string() })

/**
 * Looks at a kept page again, as it was seen when it was kept: in a browser where it was opened in one. Ends in the command
 * {@link recordLook}, also where the page did not come; what may pass is tried a few times before. Does nothing where the
 * page is watched no more.
 */
export const lookAgain: Handler = async (job, { actor, report, signal }): Promise<JobFacts> => {
  const { watchId } = input.parse(job.input)
  const watch = await findWatch(actor, watchId)
  if (!watch) throw new Refusal('not-found', 'The article is not here, or no longer.')
  if (watch.endedAt) return {}
  const allowed = await listAllowedHosts(actor)
  const options = { folder: pagesFolder(), allowed, signal, report }
  const look = await lookedAt(actor, watch, options).catch((error: unknown) => {
    const isTried = job.attempts >= mostAttempts('look_again')
    if (signal.aborted || !(error instanceof Refusal) || (mayPass(error) && !isTried)) throw error
    return { found: foundOfNothing(notCome(error), watch.last), says: error.message }
  })
  signal.throwIfAborted()
  await recordLook(actor, { formId: job.id, watchId, ...look })
  return { found: look.found }
}

const mayPass = ({ reason }: Refusal) => reason === 'unavailable'

const notCome = (error: Refusal) => ({
  status: error instanceof NotShown ? error.status : null,
  isNameGone: error instanceof OutgoingRefusal && error.why === 'name-not-found',
})

async function lookedAt(actor: Actor, watch: Watch, options: SeeOptions) {
  const page = await seeAsKept(watch, options)
  try {
    options.report(80, 'Comparing it with what was kept')
    return await compared(actor, watch, page)
  } finally {
    await page.discard()
  }
}

/** Refuses where the words cannot be compared, because they would be of another kind than those that were kept. */
async function seeAsKept({ capture }: Watch, options: SeeOptions): Promise<SeenPage> {
  const { address, hasArchive } = capture
  const page = await seePage(address, { ...options, opens: hasArchive })
  if (!hasArchive || page.browser) return page
  await page.discard()
  throw new Refusal(
    'unavailable',
    `It was kept with a browser, and not seen in one now. ${page.lacks}`,
  )
}

async function compared(actor: Actor, watch: Watch, page: SeenPage) {
  const store = openStore()
  const { newsroomId } = actor
  const read = (file: Omit<KeptFile, 'newsroomId'> | null | undefined) =>
    file ? readKeptText(store, { newsroomId, ...file }) : null
  const now = page.text ?? ''
  const kept = (await read(watch.capture.text)) ?? ''
  const lastSeen = watch.changed ? ((await read(watch.changed.text)) ?? '') : null
  const comparison = compareWords(now, kept, lastSeen)
  if (comparison.found === 'same' || comparison.isKnown) return { found: comparison.found }
  const { address } = watch.capture
  const { answers, lacks } = page
  return {
    found: comparison.found,
    stands: await standing(actor, watch, now),
    page: { address, answers, lacks, ...(await keepParts(actor, page)) },
  }
}

/** Whether the words of each piece of evidence that rests on the page still stand in it, as far as that can be told. */
async function standing(actor: Actor, { articleId, capture }: Watch, text: string) {
  const claims = await listWholeClaims(actor, articleId)
  const evidence = claims.flatMap((claim) =>
    claim.evidence.filter(({ source }) => source.id === capture.source.id),
  )
  return Object.fromEntries(
    evidence.flatMap(({ id, passage, excerpt }) => {
      const stands = says(text, passage?.kind === 'text' ? passage.exact : excerpt)
      return stands === null ? [] : [[id, stands]]
    }),
  )
}
