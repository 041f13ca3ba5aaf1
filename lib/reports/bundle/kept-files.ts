import type { Readable } from 'node:stream'
import type { BundleCapture, BundleFacts } from '@/lib/domain/report/bundle'
import { capturePath } from './layout'
import type { BundleEntry } from './write-bundle'

/** What is packed of a capture's file: its bytes are read twice, because only at their end shows whether they are whole. */
export interface KeptFiles {
  /** Whether the file is not what was kept; null where it is. */
  problemOf: (file: { sha256: string; bytes: number }) => Promise<Problem | null>
  read: (file: { sha256: string; bytes: number }) => Promise<Readable>
}

type Problem = 'gone' | 'altered'

/** Where a file was put, or why it was left out. */
type Place = { path: string; problem: null } | { path: null; problem: Problem }

/**
 * Packs the files of captures, each of them once, whichever captures it is of. One that is gone or altered is left out:
 * what became of each is in `places`, by its SHA-256.
 */
export async function* keptFileEntries(
  captures: BundleFacts['captures'],
  files: KeptFiles,
  places: Map<string, Place>,
): AsyncGenerator<BundleEntry> {
  for (const part of captures.flatMap(({ parts }) => parts)) {
    const { sha256, name } = part
    if (places.has(sha256)) continue
    const problem = await files.problemOf(part)
    if (problem) {
      places.set(sha256, { path: null, problem })
      continue
    }
    const path = capturePath(sha256, name)
    places.set(sha256, { path, problem: null })
    yield { path, sha256, content: await files.read(part) }
  }
}

/** The parts of a capture with what became of each. */
export function placedParts(
  parts: BundleFacts['captures'][number]['parts'],
  places: ReadonlyMap<string, Place>,
): BundleCapture['parts'] {
  return parts.map(({ role, name, mediaType, bytes, sha256 }) => ({
    ...{ role, name, mediaType, bytes, sha256 },
    ...(places.get(sha256) ?? { path: null, problem: 'gone' as const }),
  }))
}

/** What was left out, each by its SHA-256 and in a sentence for whoever makes the bundle and whoever reads it. */
export function leftOutOf(
  captures: BundleFacts['captures'],
  places: ReadonlyMap<string, Place>,
): { sha256: string; sentence: string }[] {
  const all = captures.flatMap(({ title, address, takenAt, parts }) =>
    placedParts(parts, places)
      .filter(({ problem }) => problem !== null)
      .map(({ name, problem, sha256 }) => ({
        sha256,
        sentence: `${name}, kept of “${title || address || name}” on ${takenAt.slice(0, 10)} (SHA-256 ${sha256}): ${problem === 'gone' ? GONE : ALTERED}`,
      })),
  )
  return all.filter((one, at) => all.findIndex(({ sha256 }) => sha256 === one.sha256) === at)
}

const GONE = 'it is gone from the place where files are kept.'
const ALTERED = 'it is not what was kept any more: its hash is another.'
