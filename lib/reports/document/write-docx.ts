import { Refusal } from '@/lib/domain/refusal'
import { type DocxWishes, importDocx } from '@/lib/importing/word/import-docx'
import type { Passage } from '@/lib/importing/word/passage'
import { DocumentIndex } from './marks/document-index'
import { beginningOf, MarkedDocument } from './marks/marked-document'
import { WordPlaces } from './marks/word-places'
import { type NumberedRemark, referenceRun } from './parts/comments-part'
import { namingIn, WORD } from './parts/naming'
import { freshIds, freshParagraphIds, styleIds } from './parts/numbers'
import { OpenPackage, type OpenPart } from './parts/open-package'
import { writeComments } from './parts/write-comments'
import { type Annotations, assertSound, type DocumentComment } from './results/annotations'
import { type Around, trackChanges } from './track-changes'

export interface Wanted extends DocxWishes {
  annotations: Annotations
  /** The text that the annotations are on; a document that is read otherwise is refused. */
  text?: string
}

/**
 * The same Word document with comments on words of its text and with proposed changes as tracked changes (ECMA-376 part 1
 * §17.13). `choices` and `language` are those that its text was read with, and spans are of that text. Every other part
 * is byte for byte what it was, and in the document's own only what is added is new: a run is cut where a comment begins
 * or ends in it. A change that cannot be tracked where it stands becomes a comment that says it. Nothing wanted, nothing
 * changed. Refuses what `importDocx` refuses, and annotations that are on no words.
 */
export async function writeDocx(
  original: Buffer,
  { annotations, text, ...wishes }: Wanted,
): Promise<Buffer> {
  const read = await importDocx(original, wishes)
  if (text !== undefined && text !== read.text) throw new Refusal('conflict', OTHER_WORDS)
  return annotatedDocx(original, async () => read.passages, annotations)
}

const OTHER_WORDS =
  'This document has other words than the text that was checked, so nothing can be put on them.'

/** The same for a document whose passages are known. */
export async function annotatedDocx(
  original: Buffer,
  read: (main: OpenPart) => Promise<readonly Passage[]>,
  annotations: Annotations,
): Promise<Buffer> {
  const file = await OpenPackage.open(original)
  const main = await file.main()
  const index = new DocumentIndex(main.root)
  const places = new WordPlaces(await read(main), index)
  assertSound(annotations, places.text)
  if (annotations.comments.length === 0 && annotations.changes.length === 0) return original

  const [comments, extended] = [
    await file.related('comments'),
    await file.related('commentsExtended'),
  ]
  const styles = styleIds((await file.related('styles'))?.root ?? null)
  const nextId = freshIds([main.root, comments?.root ?? null])
  const naming = namingIn(main.text, main.root, WORD, 'w')
  const marked = new MarkedDocument(main.text, naming, nextId)
  const left = trackChanges(annotations.changes, { places, index, marked, main, naming, nextId })

  const nextParagraphId = freshParagraphIds([main.text, comments?.text ?? ''])
  const remarks = [...annotations.comments, ...left].flatMap((comment) => {
    const thread = numbered(withItsWords(comment, places), { nextId, nextParagraphId })
    markThread(thread, places.edges(comment.span), { index, marked, naming, styles })
    return thread
  })
  await file.put(main, marked.splices())
  if (remarks.length > 0) {
    const isStrict = main.text.includes(WORD[1])
    await writeComments(file, remarks, { comments, extended, isStrict, styles })
  }
  return file.bytes()
}

/** Marks where a comment and its answers stand: each of them has a range and a reference of its own. */
function markThread(
  thread: readonly NumberedRemark[],
  edges: ReturnType<WordPlaces['edges']>,
  {
    index,
    marked,
    naming,
    styles,
  }: Pick<Around, 'index' | 'marked' | 'naming'> & {
    styles: ReadonlyMap<string, string>
  },
): void {
  const { prefix: w, declared } = naming
  const range = (edge: 'Start' | 'End', id: number) =>
    `<${w}:commentRange${edge}${declared} ${w}:id="${id}"/>`
  const reference = (id: number) =>
    referenceRun(`<${w}:commentReference ${w}:id="${id}"/>`, naming, styles)
  const start = thread.map(({ id }) => range('Start', id)).join('')
  const end = thread.map(({ id }) => range('End', id) + reference(id)).join('')
  if (edges) {
    marked.mark(edges.from, { rank: 'start', markup: start })
    marked.mark(edges.to, { rank: 'end', markup: end })
  } else if (index.paragraph) {
    marked.markBetween(beginningOf(index.paragraph), { rank: 'start', markup: start + end })
  }
}

/** A comment that cannot stand on its very words says which they are. */
function withItsWords(comment: DocumentComment, places: WordPlaces): DocumentComment {
  if (places.edges(comment.span)?.isExact) return comment
  const { start, end } = comment.span
  const words = `On “${places.text.slice(start, end)}”:`
  return { ...comment, paragraphs: [words, ...comment.paragraphs] }
}

function numbered(
  { replies, resolved, ...comment }: DocumentComment,
  { nextId, nextParagraphId }: { nextId: () => number; nextParagraphId: () => string },
): NumberedRemark[] {
  const known = [comment, ...replies].map((remark) => ({
    ...remark,
    id: nextId(),
    paragraphIds: remark.paragraphs.map(nextParagraphId),
  }))
  const first = known[0]?.paragraphIds.at(-1) ?? null
  return known.map((one, nth) => ({ ...one, resolved, answers: nth === 0 ? null : first }))
}
