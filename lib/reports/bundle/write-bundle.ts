import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { canonicalJson } from '@/lib/domain/audit/hash-chain'
import { Bag, type Done } from './bag'
import { BUNDLE } from './layout'
import { readMe } from './read-me'
import { makeVerifiers } from './verifiers'

/** A file of the payload. With a hash it is refused if it turns out to be another. */
export interface BundleEntry {
  /** As in `layout.ts`, below `data/`. */
  path: string
  content: Uint8Array | Readable
  sha256?: string
}

export interface BundleMaking {
  /** The folder that everything is in; letters, digits, dots and hyphens. */
  name: string
  /** When it was made: the time of all its files, and of its signature. */
  at: Date
  /** The fingerprint of the newsroom's key, and what signs a value's canonical JSON with it: the key that signs the log. */
  key: string
  sign: (value: object) => string
  /** What a reader has to know of this one, a paragraph each, for README.txt; asked for once the payload is in. */
  notes?: () => readonly string[]
  onProgress?: (done: Done) => void
  signal?: AbortSignal
}

/**
 * Writes an evidence bundle: a ZIP, with ZIP64 where it needs it, that holds a bag (RFC 8493) with SHA-256 manifests, the
 * signature over them, and the programs that verify all this. It is made as it is read, nothing in it is held as a whole,
 * and the same entries at the same time give the same bytes. Refuses a file that is not what its hash says, a path
 * outside `data/`, and one path twice. If it fails or is cancelled, `out` is destroyed and what was written is no ZIP.
 */
export async function writeBundle(
  entries: AsyncIterable<BundleEntry>,
  out: Writable,
  making: BundleMaking,
): Promise<Done> {
  const zip = new ZipFile()
  const bag = new Bag(zip, making)
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, ...(making.signal ? [making.signal] : [])])
  const written = pipeline(zip.outputStream, out, { signal })
  const filled = fill(bag, entries, making)
  try {
    await Promise.race([filled, written])
    await filled
    zip.end()
    await written
  } catch (error) {
    bag.stop(error instanceof Error ? error : new Error('stopped'))
    stop.abort()
    await Promise.allSettled([written])
    throw error
  }
  return bag.payload
}

async function fill(bag: Bag, entries: AsyncIterable<BundleEntry>, making: BundleMaking) {
  const generatedAt = making.at.toISOString().replace(/\.\d+Z$/, 'Z')
  const text = (path: string, words: string) => bag.put(path, { content: Buffer.from(words) })
  await text('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
  for await (const { path, ...entry } of entries) {
    making.signal?.throwIfAborted()
    if (!PAYLOAD_PATH.test(path)) throw new Error(`${path} has no place in a bundle`)
    await bag.put(path, entry)
  }
  const verifiers = await makeVerifiers()
  const { files, bytes } = bag.payload
  const manifest = listOf(bag.hashes, (path) => path.startsWith('data/'))
  await text(BUNDLE.verifyHtml, verifiers.html)
  await text(BUNDLE.verifyMjs, verifiers.mjs)
  await text(BUNDLE.readMe, readMe(generatedAt, making.notes?.() ?? []))
  await text('bag-info.txt', bagInfo({ generatedAt, files, bytes }))
  await text('manifest-sha256.txt', manifest)
  await text(
    TAG_MANIFEST,
    listOf(bag.hashes, (path) => !path.startsWith('data/')),
  )
  const tagManifest = bag.hashes.get(TAG_MANIFEST)
  const seal = { format: 'stet-bundle/1', generatedAt, key: making.key, tagManifest }
  await text('signature.json', `${canonicalJson({ ...seal, signature: making.sign(seal) })}\n`)
}

const TAG_MANIFEST = 'tagmanifest-sha256.txt'

/** Below `data/`, without steps upwards, and in characters that every system takes. */
const PAYLOAD_PATH = /^data(\/(?!\.{1,2}(\/|$))[^\p{C}\\/]+)+$/u

function bagInfo({ generatedAt, files, bytes }: { generatedAt: string } & Done): string {
  return `Bagging-Date: ${generatedAt.slice(0, 10)}\nBag-Software-Agent: Stet\nPayload-Oxum: ${bytes}.${files}\n`
}

/** A manifest (RFC 8493 §2.1.3): a hash, two spaces, a path. */
function listOf(hashes: ReadonlyMap<string, string>, isMeant: (path: string) => boolean): string {
  const lines = [...hashes].filter(([path]) => isMeant(path)).map(lineOf)
  return lines.join('')
}

function lineOf([path, sha256]: [string, string]): string {
  return `${sha256}  ${path.replaceAll('%', '%25')}\n`
}
