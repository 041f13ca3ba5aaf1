/** Reads a Word document once, by our importer or by mammoth alone, and prints the most memory that it took, in KiB. */

import { readFile } from 'node:fs/promises'

const [, , reader = '', file = ''] = process.argv
const bytes = await readFile(file)
if (reader === 'ours') {
  const { importDocx } = await import('@/lib/importing/word/import-docx')
  await importDocx(bytes, {})
} else {
  const { default: mammoth } = await import('mammoth')
  await mammoth.convertToHtml({ buffer: bytes })
}
process.stdout.write(`${process.resourceUsage().maxRSS}`)
