import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Refusal } from '@/lib/domain/refusal'
import { LARGEST_SHEET, type ReadSheet } from '@/lib/domain/sheets/sheet'
import { parsedOrRefuse, parseForeign } from '../parsing/parse-foreign'
import type { ParserArgs } from '../parsing/parser-kinds'

/** Reads a sheet of checks in a process apart, and keeps nothing of it. Refuses what cannot be read in ten seconds. */
export async function readSheetFile(
  bytes: Uint8Array,
  wishes: ParserArgs<'sheet'>,
): Promise<ReadSheet> {
  if (bytes.length > LARGEST_SHEET) {
    const message =
      'This sheet is larger than 5 MB. Save it without its pictures, or bring it in parts.'
    throw new Refusal('invalid', message, { file: message })
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'stet-sheet-'))
  try {
    const file = path.join(folder, 'sheet')
    await writeFile(file, bytes)
    return parsedOrRefuse(await parseForeign('sheet', file, wishes)).value
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
