import { addressLetters, shortened } from '@/lib/domain/articles/slug'
import type { Report } from '@/lib/domain/report/schema'

/** The longest slug that a file name keeps, in bytes of UTF-8: the shortest limit of a file system in use is 143 for the whole name. */
const MOST_BYTES = 80

/** What a report's file is called, in letters, digits, dots and hyphens only: `s-400-talks-r3-fact-check.pdf`. */
export function reportFileName(report: Report, extension: string): string {
  return exportFileName(report, 'fact-check', extension)
}

/** What an article is called that is handed over with its check on its words: `s-400-talks-r3-checked.docx`. */
export const checkedFileName = (report: Report) => exportFileName(report, 'checked', 'docx')

/** The same for something else that is made of a report. */
export function exportFileName(
  { article, revision }: Report,
  what: string,
  extension: string,
): string {
  const letters = addressLetters(article.slug)
  let most = MOST_BYTES
  while (Buffer.byteLength(shortened(letters, most)) > MOST_BYTES) most--
  const slug = shortened(letters, most) || 'article'
  return `${slug}-r${revision.number}-${what}.${addressLetters(extension)}`
}

/** A file to keep under this name: in ASCII for what reads no more, and in full (RFC 6266 §4.3, RFC 8187). */
export function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]+/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`
}
