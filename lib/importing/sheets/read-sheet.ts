import { Refusal } from '@/lib/domain/refusal'
import type { ReadSheet } from '@/lib/domain/sheets/sheet'
import { readDelimited } from './delimited'
import type { SheetWishes } from './sheet-wishes'
import { readWorkbook } from './workbook'

/**
 * Reads a sheet of checks: an Excel workbook (.xlsx, ECMA-376) or a text with separators (CSV, RFC 4180), told apart by
 * their content. Nothing in it runs, loads or is followed. Refuses what is neither, damaged, empty, or too large.
 */
export async function readSheetOf(bytes: Buffer, wishes: SheetWishes): Promise<ReadSheet> {
  const isPackage = PACKAGES.some((magic) => bytes.subarray(0, magic.length).equals(magic))
  const sheet = isPackage ? await readWorkbook(bytes, wishes) : readDelimited(bytes, wishes)
  if (sheet.rows.length > 0 || sheet.told.length > 0) return sheet
  const message = 'There is nothing in this sheet.'
  // Of several worksheets, another one can be chosen once their names are known.
  if (sheet.worksheets.length > 1) return { ...sheet, told: [message] }
  throw new Refusal('invalid', message, { file: message })
}

/** How a ZIP and the files of old Office programs begin. */
const PACKAGES = [
  Buffer.from('PK\u0003\u0004'),
  Buffer.from('PK\u0005\u0006'),
  Buffer.from('d0cf11e0', 'hex'),
]
