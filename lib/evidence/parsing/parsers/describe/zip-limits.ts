import type { Warning } from '../../parser-kinds'
import { type FileType, typeOfMedia } from './file-types'
import { type Bytes, refuse } from './foreign-file'
import { readDirectory, type ZipEntry } from './zip-directory'
import { expandEntry, LIES } from './zip-entry'

/**
 * What an archive is by the names in it. Refuses one that is not whole, would burst when it is unpacked, has archives in
 * archives, or holds more than it says. Nothing is unpacked to disk, and to memory no more than each entry says it has.
 */
export async function inspectZip(file: Bytes): Promise<{ type: FileType; warnings: Warning[] }> {
  const entries = await readDirectory(file)
  if (!entries) throw refuse(CUT_OFF)
  const budget = { left: MOST_LOOKED_INTO }
  await inspect(file, entries, { depth: 0, budget })
  const names = new Set(entries.map(({ name }) => name))
  const type = await typeOf(file, entries, names)
  if (!type) throw refuse('This archive is a program or of a kind that Stet does not keep.')
  return { type, warnings: warningsOf(entries) }
}

/** In bytes, when unpacked: for all of an archive with what is in it. */
const MOST_EXPANDED = 4 * 1024 ** 3
const MOST_ENTRIES = 100_000
/** How many times its size an archive may have unpacked. Office documents reach some dozens. */
const MOST_TIMES = 200
/** What may be as dense as it likes, because it is small. In bytes. */
const SMALL = 32 * 1024 * 1024
/** How much is unpacked to see whether the sizes are true, smallest first: a lie says that it is small. In bytes. */
const MOST_LOOKED_INTO = 256 * 1024 * 1024
/** An archive within one is looked into, if it is no larger than this, in bytes; a document may hold a table. */
const MOST_NESTED = 32 * 1024 * 1024
const DEEPEST = 1

interface Looking {
  depth: number
  budget: { left: number }
}

async function inspect(
  file: Bytes,
  entries: ZipEntry[],
  { depth, budget }: Looking,
): Promise<void> {
  refuseBursting(file, entries)
  for (const entry of [...entries].sort((a, b) => a.expanded - b.expanded)) {
    if (entry.isEncrypted || entry.expanded > budget.left) continue
    budget.left -= entry.expanded
    const keep = entry.expanded <= MOST_NESTED
    const { head, content } = await expandEntry(file, entry, keep)
    if (head.toString('latin1', 0, 4) !== 'PK\u0003\u0004') continue
    if (depth === DEEPEST) throw refuse(NESTED)
    if (!content) continue
    const inner = bytesOf(content)
    const innerEntries = await readDirectory(inner)
    if (innerEntries) await inspect(inner, innerEntries, { depth: depth + 1, budget })
  }
}

function refuseBursting(file: Bytes, entries: ZipEntry[]): void {
  const expanded = entries.reduce((total, entry) => total + entry.expanded, 0)
  const isDense = expanded > SMALL && expanded > MOST_TIMES * file.size
  if (entries.length > MOST_ENTRIES || expanded > MOST_EXPANDED || isDense) throw refuse(BURSTS)
  const sorted = [...entries].sort((a, b) => a.offset - b.offset)
  let end = 0
  for (const { offset, compressed } of sorted) {
    if (offset < end || offset + compressed > file.size) throw refuse(LIES)
    end = offset + 30 + compressed
  }
}

async function typeOf(file: Bytes, entries: ZipEntry[], names: Set<string>) {
  const first = entries.find(({ name }) => name === 'mimetype')
  if (first && first.expanded < 200) {
    const { head } = await expandEntry(file, first, false)
    const type = typeOfMedia(head.toString('latin1'))
    if (type) return type
  }
  if (names.has('META-INF/MANIFEST.MF') || names.has('AndroidManifest.xml')) return null
  if (names.has('datapackage.json') && [...names].some((name) => name.startsWith('archive/'))) {
    return typeOfMedia('application/wacz')
  }
  const office = names.has('[Content_Types].xml') && OFFICE.find(([part]) => names.has(part))
  return typeOfMedia(office ? office[1] : 'application/zip')
}

const OOXML = 'application/vnd.openxmlformats-officedocument'
const OFFICE: [part: string, mediaType: string][] = [
  ['word/document.xml', `${OOXML}.wordprocessingml.document`],
  ['xl/workbook.xml', `${OOXML}.spreadsheetml.sheet`],
  ['ppt/presentation.xml', `${OOXML}.presentationml.presentation`],
]

function warningsOf(entries: ZipEntry[]): Warning[] {
  const warnings: Warning[] = []
  if (entries.some(({ name }) => /(^|\/)vbaProject\.bin$/i.test(name))) {
    warnings.push({ kind: 'macro', sentence: 'It holds macros, which an office program may run.' })
  }
  if (entries.some(({ isEncrypted }) => isEncrypted)) {
    warnings.push({
      kind: 'encrypted',
      sentence: 'Parts of it are encrypted; Stet cannot read them.',
    })
  }
  return warnings
}

function bytesOf(content: Buffer): Bytes {
  return {
    size: content.length,
    read: async (start, length) => content.subarray(start, start + length),
  }
}

const CUT_OFF =
  'This archive ends too early or is damaged: the list of what is in it is missing. Save or send it again.'
const BURSTS =
  'This archive would burst: unpacked it has far more than a document of its size. Stet does not keep it.'
const NESTED =
  'This archive has archives in its archives. Unpack it, and attach what you need of it.'
