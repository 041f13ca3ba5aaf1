import { Readable } from 'node:stream'
import { type Checkpoint, printCheckpoint } from '@/lib/domain/audit/checkpoint'
import {
  type BundleCapture,
  type BundleFacts,
  bundleClaimsSchema,
  bundleEvidenceSchema,
} from '@/lib/domain/report/bundle'
import type { Report } from '@/lib/domain/report/schema'
import { reportHtml } from '../html/report'
import { reportJson } from '../json'
import { reportPdf } from '../pdf/pdf'
import { reportXlsx } from '../table/xlsx'
import { reportDocx } from '../word/report'
import { type KeptFiles, keptFileEntries, leftOutOf, placedParts } from './kept-files'
import { BUNDLE, timeStampPath } from './layout'
import type { BundleEntry } from './write-bundle'

interface Given {
  facts: BundleFacts
  files: KeptFiles
  /** The newsroom's log as a file, up to the entry that the report names; asked for only where it may be handed over. */
  log: () => ReadableStream<Uint8Array>
  /** The public half of the key that signs, PEM (SPKI). */
  key: string
}

/**
 * What stands in an article's evidence bundle: `entries` are to be read once; `leftOut` says afterwards which kept files
 * are not among them and why, and `notes` what a reader has to know of this bundle.
 */
export function bundleContents({ facts, files, log, key }: Given): {
  entries: AsyncGenerator<BundleEntry>
  leftOut: () => { sha256: string; sentence: string }[]
  notes: () => string[]
} {
  const { report, captures, logWithheld } = facts
  const places: Parameters<typeof keptFileEntries>[2] = new Map()
  const leftOut = () => leftOutOf(captures, places)

  async function* entries(): AsyncGenerator<BundleEntry> {
    yield* reportEntries(report)
    yield* keptFileEntries(captures, files, places)
    const stamped = captures.map((capture) => ({
      ...capture,
      parts: placedParts(capture.parts, places),
    }))
    yield* evidenceEntries(facts, stamped)
    if (logWithheld === null) yield { path: BUNDLE.log, content: fromWeb(log()) }
    else yield json(BUNDLE.logLeftOut, { why: logWithheld, key })
    yield text(BUNDLE.checkpoints, checkpointsOf(report))
  }

  return {
    entries: entries(),
    leftOut,
    notes: () =>
      notesOn(
        facts,
        leftOut().map(({ sentence }) => sentence),
      ),
  }
}

async function* reportEntries(report: Report): AsyncGenerator<BundleEntry> {
  const { article, revision, generatedAt, claims, unplaced, marks } = report
  yield text(BUNDLE.reportHtml, reportHtml(report))
  yield { path: BUNDLE.reportPdf, content: await reportPdf(report) }
  yield { path: BUNDLE.reportDocx, content: Buffer.from(await reportDocx(report)) }
  yield { path: BUNDLE.claimsXlsx, content: Buffer.from(await reportXlsx(report)) }
  yield text(BUNDLE.reportJson, reportJson(report))
  yield text(BUNDLE.article, report.text)
  const said = { article, revision, generatedAt, claims, unplaced, marks }
  yield json(BUNDLE.claims, bundleClaimsSchema.parse({ format: 'stet-bundle-claims/1', ...said }))
}

/** The time stamps of files that are in the bundle, and what bears on each claim. */
async function* evidenceEntries(
  { report: { generatedAt }, evidence }: BundleFacts,
  captures: (Omit<BundleFacts['captures'][number], 'parts'> & Pick<BundleCapture, 'parts'>)[],
): AsyncGenerator<BundleEntry> {
  const kept = new Set(
    captures.flatMap(({ parts }) => parts.flatMap(({ path, sha256 }) => (path ? sha256 : []))),
  )
  const stamps = new Map<string, { path: string; content: Uint8Array }>()
  const counts = new Map<string, number>()
  const placed = captures.map(({ timeStamps, ...capture }) => ({
    ...capture,
    timeStamps: timeStamps
      .filter(({ sha256 }) => kept.has(sha256))
      .map(({ response, ...stamp }) => {
        const answer = Buffer.from(response).toString('base64')
        const number = (counts.get(stamp.sha256) ?? 0) + 1
        const known = stamps.get(answer)
        if (known) return { ...stamp, path: known.path }
        counts.set(stamp.sha256, number)
        const path = timeStampPath(stamp.sha256, number)
        stamps.set(answer, { path, content: response })
        return { ...stamp, path }
      }),
  }))
  yield* stamps.values()
  const value = { format: 'stet-bundle-evidence/1', generatedAt, evidence, captures: placed }
  yield json(BUNDLE.evidence, bundleEvidenceSchema.parse(value))
}

/** Those of the signatures that the article had and of the report, oldest first, each once. */
function checkpointsOf({ signOffs = [], audit }: Report): string {
  const all: Checkpoint[] = [
    ...signOffs.map(({ checkpoint }) => checkpoint).reverse(),
    ...(audit.checkpoint ? [audit.checkpoint] : []),
  ]
  return [...new Set(all.map((one) => `${printCheckpoint(one)}\n`))].join('')
}

function notesOn({ report, captures, logWithheld }: BundleFacts, leftOut: string[]): string[] {
  const { article, revision, newsroom, generatedBy } = report
  return [
    `It is about “${article.headline}” by the newsroom ${newsroom}, revision ${revision.number} (SHA-256 of the text ${revision.sha256}). ${generatedBy} made it, and it holds what they may see.`,
    ...(captures.length === 0
      ? ['Nothing was kept of the sources: there are no captures in it.']
      : []),
    logWithheld === null
      ? 'The log in it is the whole newsroom’s, of all its articles, because a chain can only be verified as a whole. Hand it on with that in mind.'
      : `THE LOG IS NOT IN IT. ${logWithheld} So this bundle proves that it is as it was made, and not in which order things were done.`,
    ...(leftOut.length > 0 ? ['THESE KEPT FILES ARE NOT IN IT:', ...leftOut] : []),
  ]
}

function text(path: string, words: string): BundleEntry {
  return { path, content: Buffer.from(words) }
}

function json(path: string, value: object): BundleEntry {
  return text(path, `${JSON.stringify(value, null, 2)}\n`)
}

function fromWeb(stream: ReadableStream<Uint8Array>): Readable {
  return Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0])
}
