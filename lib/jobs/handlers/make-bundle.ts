import { PassThrough } from 'node:stream'
import { finished } from 'node:stream/promises'
import { keepBundle } from '@/lib/commands/report/keep-bundle'
import { findArticle } from '@/lib/db/articles/articles'
import { listAuditPages } from '@/lib/db/audit/log'
import { findBundleFacts } from '@/lib/db/report/bundle-facts'
import type { Checkpoint } from '@/lib/domain/audit/checkpoint'
import { type Actor, hearsCheck } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { BundleFacts } from '@/lib/domain/report/bundle'
import type { MadeBundle } from '@/lib/domain/report/bundle-made'
import type { FileStore } from '@/lib/evidence/files/file-store'
import { FileProblem, type KeptFile } from '@/lib/evidence/files/kept-file'
import { openStore } from '@/lib/evidence/files/open-store'
import { readVerified } from '@/lib/evidence/files/read-verified'
import { signed, signingKey } from '@/lib/keys/signing-key'
import { bundleContents } from '@/lib/reports/bundle/entries'
import type { KeptFiles } from '@/lib/reports/bundle/kept-files'
import { writeBundle } from '@/lib/reports/bundle/write-bundle'
import { reportFileName } from '@/lib/reports/file-name'
import { logFile } from '@/lib/reports/log-file'

interface Doing {
  actor: Actor
  /** Takes percent, and what is being done in a sentence. */
  report: (percent: number, sentence: string) => void
  signal: AbortSignal
}

/**
 * Makes the evidence bundle of an article for whoever asked for it and puts it where files are kept. Called off or
 * failed, it leaves nothing there.
 */
export async function makeBundle(
  { id, articleId }: { id: string; articleId: string | null },
  { actor, report, signal }: Doing,
): Promise<MadeBundle> {
  const article = await findArticle(actor, { id: articleId ?? '' })
  const facts = article && (await findBundleFacts(actor, article.id))
  if (!article || !facts) throw new Refusal('not-found', 'The article is not here, or no longer.')
  const store = openStore()
  const contents = bundleContents({
    facts,
    files: keptFiles(store, actor, signal),
    log: () => logOf(actor, facts),
    key: signingKey().pem,
  })
  const { revision } = facts.report
  const name = reportFileName(facts.report, 'zip').replace('fact-check', 'evidence')
  const file = await written(store, actor, (out) =>
    writeBundle(contents.entries, out, {
      name: name.replace(/\.zip$/, ''),
      at: new Date(facts.report.generatedAt),
      key: signingKey().fingerprint,
      sign: signed,
      notes: contents.notes,
      onProgress: progressOf(facts, report),
      signal,
    }),
  )
  const made = {
    ...{ sha256: file.sha256, bytes: file.bytes, name, revision: revision.number },
    ...{ entries: facts.report.audit.entries, hasLog: facts.logWithheld === null },
    leftOut: contents.leftOut().map(({ sentence }) => sentence),
    ...{ role: actor.role, heardCheck: hearsCheck(actor, article) },
  }
  let kept: Awaited<ReturnType<typeof keepBundle>> | undefined
  try {
    signal.throwIfAborted()
    const leftOut = contents.leftOut().map((one) => one.sha256)
    kept = await keepBundle(actor, { formId: id, articleId: article.id, made, leftOut })
  } finally {
    // Nothing stays of one that was refused, or of a second one of a job that was begun anew after its command.
    if (kept?.sha256 !== file.sha256) await store.remove(file)
  }
  const { letGo, ...bundle } = kept
  const { newsroomId } = actor
  for (const old of letGo) await store.remove({ ...old, newsroomId })
  return bundle
}

/** Keeps what is written; where the one or the other fails, says why in the reader's words if there are such. */
async function written(
  store: FileStore,
  { newsroomId }: Actor,
  write: (out: PassThrough) => Promise<unknown>,
): Promise<KeptFile> {
  const out = new PassThrough()
  const [made, kept] = await Promise.allSettled([write(out), store.put(out, { newsroomId })])
  if (made.status === 'fulfilled' && kept.status === 'fulfilled') return kept.value
  const reasons = [made, kept].flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  if (kept.status === 'fulfilled') await store.remove(kept.value)
  throw reasons.find((reason) => reason instanceof Refusal) ?? reasons[0]
}

/** The newsroom's files, each looked through before it is packed, because only at its end shows whether it is whole. */
function keptFiles(store: FileStore, { newsroomId }: Actor, signal: AbortSignal): KeptFiles {
  return {
    read: (file) => readVerified(store, { ...file, newsroomId }),
    async problemOf(file) {
      try {
        const reading = await readVerified(store, { ...file, newsroomId })
        await finished(reading.resume(), { signal })
        return null
      } catch (error) {
        if (error instanceof FileProblem) return error.problem
        throw error
      }
    },
  }
}

/** The log as far as the entry that the report names. */
function logOf(actor: Actor, { report }: BundleFacts) {
  const { entries, checkpoint } = report.audit
  return logFile(
    {
      newsroom: { id: actor.newsroomId, name: actor.newsroomName },
      generatedBy: actor.name,
      checkpoint: checkpoint as Checkpoint,
      key: signingKey().pem,
      sign: signed,
    },
    listAuditPages(actor, entries),
  )
}

/** Tells each percent once, of the bytes of the captures; the last are for keeping it. */
function progressOf({ captures }: BundleFacts, report: Doing['report']) {
  const files = new Map(
    captures.flatMap(({ parts }) => parts.map(({ sha256, bytes }) => [sha256, bytes] as const)),
  )
  const all = Math.max(
    1,
    [...files.values()].reduce((sum, bytes) => sum + bytes, 0),
  )
  let told = -1
  return ({ bytes }: { bytes: number }) => {
    const percent = Math.min(99, Math.floor((bytes / all) * 100))
    if (percent <= told) return
    told = percent
    report(percent, `Packs what was kept: ${megabytes(bytes)} of about ${megabytes(all)} MB.`)
  }
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1)
