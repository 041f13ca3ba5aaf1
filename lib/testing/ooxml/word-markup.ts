import { paragraph } from '@/lib/testing/importing/make-word'

/** Words that somebody took out. */
export const deleted = (words: string) =>
  `<w:del w:id="3" w:author="Desk"><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`
/** Runs that somebody put in. */
export const inserted = (inner: string) => `<w:ins w:id="4" w:author="Desk">${inner}</w:ins>`
/** A field with its code, and the runs of its result. */
export const field = (code: string, result: string) => {
  const at = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  return `${at('begin')}<w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r>${at('separate')}${result}${at('end')}`
}
/** A content control with these properties around this. */
export const control = (properties: string, inner: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`

/** A table of words. */
export function table(rows: string[][]): string {
  const cell = (words: string) => `<w:tc>${paragraph(words)}</w:tc>`
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}
