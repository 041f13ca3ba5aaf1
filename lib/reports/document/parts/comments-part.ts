import { words } from '@/lib/reports/view/printed-words'
import type { Remark } from '../results/annotations'
import type { Naming } from './naming'
import { escaped, quoted, secondsOf } from './xml-words'

/** A comment with the ids that it is known by in the document's parts. */
export interface NumberedRemark extends Remark {
  id: number
  /** Of each of its paragraphs. The last stands for the comment (MS-DOCX §2.5.4.2). */
  paragraphIds: string[]
  /** The paragraph that stands for the comment which this one answers. */
  answers: string | null
  resolved: boolean
}

export interface CommentLook {
  word: Naming
  word2010: Naming
  /** The ids of the document's own styles for comments, as far as it has them. */
  styles: ReadonlyMap<string, string>
}

/** The longest name that Word shows as an author's, and as initials. */
const LONGEST_NAME = 255
const LONGEST_INITIALS = 9

/** A comment as `w:comment` (ECMA-376 part 1 §17.13.4.2). What is invisible in its words is written out. */
export function commentMarkup(remark: NumberedRemark, look: CommentLook): string {
  const { author, initials, at, id, paragraphs, paragraphIds } = remark
  const { word } = look
  const w = word.prefix
  const name = (said: string, most: number) => quoted([...words(said).text].slice(0, most).join(''))
  const facts = [
    `${w}:id="${id}"`,
    `${w}:author="${name(author, LONGEST_NAME)}"`,
    `${w}:date="${secondsOf(at)}"`,
    `${w}:initials="${name(initials, LONGEST_INITIALS)}"`,
  ]
  const content = paragraphs.map((said, nth) =>
    paragraphMarkup(said, { ...look, id: paragraphIds[nth] ?? '', isFirst: nth === 0 }),
  )
  return `<${w}:comment${word.declared} ${facts.join(' ')}>${content.join('')}</${w}:comment>`
}

function paragraphMarkup(
  said: string,
  { word, word2010, styles, id, isFirst }: CommentLook & { id: string; isFirst: boolean },
): string {
  const w = word.prefix
  const { text, dir } = words(said)
  const style = styles.get('annotation text')
  const properties = [
    style ? `<${w}:pStyle ${w}:val="${quoted(style)}"/>` : '',
    dir === 'rtl' ? `<${w}:bidi/>` : '',
  ].join('')
  const head = properties && `<${w}:pPr>${properties}</${w}:pPr>`
  const mark = isFirst ? referenceRun(`<${w}:annotationRef/>`, word, styles) : ''
  const look = dir === 'rtl' ? `<${w}:rPr><${w}:rtl/></${w}:rPr>` : ''
  const lines = text.split('\n').map((line, nth) => {
    const pieces = line
      .split('\t')
      .map((piece) => `<${w}:t xml:space="preserve">${escaped(piece)}</${w}:t>`)
    return `${nth > 0 ? `<${w}:br/>` : ''}${pieces.join(`<${w}:tab/>`)}`
  })
  const run = `<${w}:r>${look}${lines.join('')}</${w}:r>`
  return `<${w}:p${word2010.declared} ${word2010.prefix}:paraId="${id}">${head}${mark}${run}</${w}:p>`
}

/** A run that only holds a mark, in the document's own style for such, if it has one. */
export function referenceRun(
  mark: string,
  { prefix, declared }: Naming,
  styles: ReadonlyMap<string, string>,
): string {
  const style = styles.get('annotation reference')
  const look = style
    ? `<${prefix}:rPr><${prefix}:rStyle ${prefix}:val="${quoted(style)}"/></${prefix}:rPr>`
    : ''
  return `<${prefix}:r${declared}>${look}${mark}</${prefix}:r>`
}

/** What `commentsExtended` says of a comment: what it answers, and whether it is done (MS-DOCX §2.5.4.2). */
export function extendedMarkup(remark: NumberedRemark, { prefix, declared }: Naming): string {
  const { paragraphIds, answers, resolved } = remark
  const facts = [
    `${prefix}:paraId="${paragraphIds.at(-1) ?? ''}"`,
    ...(answers === null ? [] : [`${prefix}:paraIdParent="${answers}"`]),
    `${prefix}:done="${resolved ? 1 : 0}"`,
  ]
  return `<${prefix}:commentEx${declared} ${facts.join(' ')}/>`
}
