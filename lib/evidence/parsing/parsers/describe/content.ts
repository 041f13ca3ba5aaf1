import { fileTypeFromFile } from 'file-type'
import type { Warning } from '../../parser-kinds'
import { PROGRAM, refuseProgram } from './claims'
import { type FileType, typeOfMedia, typeOfName } from './file-types'
import { type ForeignFile, refuse } from './foreign-file'
import { textType } from './text-type'
import { inspectZip } from './zip-limits'

/** What a file is by its content. Refuses programs, what Stet does not keep, and archives that would burst. */
export async function contentOf(
  file: ForeignFile,
  claimed: { name: string; mediaType: string },
): Promise<{ type: FileType; warnings: Warning[] }> {
  refuseProgram(claimed.name)
  const head = await file.read(0, 64 * 1024)
  if (head.toString('latin1', 0, 2) === 'PK') return inspectZip(file)
  const type = head.toString('latin1', 0, 5) === '%PDF-' ? pdf() : textType(head, claimed.name)
  return { type: type ?? (await binaryType(file, head, claimed.name)), warnings: [] }
}

async function binaryType(file: ForeignFile, head: Buffer, name: string): Promise<FileType> {
  const found = await fileTypeFromFile(file.path)
  if (found && PROGRAMS.has(found.mime)) throw refuse(PROGRAM)
  const type = found && typeOfMedia(found.mime)
  if (type) return type
  // Scanners write a line before the header, which readers accept (ISO 32000-1, annex H).
  if (head.subarray(0, 1_024).includes('%PDF-')) return pdf()
  const claimed = typeOfName(name)
  throw refuse(
    claimed
      ? `This is not ${claimed.what}, though its name says so: nothing in it looks like one. It may be damaged.`
      : 'Stet does not keep files of this type. Save it as a PDF, a picture, a recording, an office document or a text.',
  )
}

const PROGRAMS = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/java-vm',
  'application/java-archive',
  'application/wasm',
  'application/x-apple-diskimage',
  'application/vnd.android.package-archive',
  'application/x.ms.shortcut',
  'application/x-deb',
  'application/x-rpm',
])

function pdf(): FileType {
  const type = typeOfMedia('application/pdf')
  if (!type) throw new Error('a PDF is a type that Stet keeps')
  return type
}
