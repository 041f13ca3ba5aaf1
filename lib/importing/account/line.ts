/**
 * What an import can meet that the text does not show as the source did: its name on the screen, and what may be done
 * with it, the usual thing first. Where nothing may be chosen, the line only tells.
 */
export const LINE_KINDS = {
  struck: { label: 'Struck through', options: { out: 'Leave out', in: 'Put in' } },
  comment: { label: 'Comments', options: { out: 'Leave out', in: 'Put in' } },
  mark: { label: 'Marks of notes', options: { in: 'Set apart, as [1]', out: 'Leave out' } },
  note: { label: 'Notes', options: { in: 'Blocks of their own', out: 'Leave out' } },
  sign: { label: 'Pictures within the text', options: { in: 'Their words', out: 'Leave out' } },
  wordless: { label: 'Pictures within the text, without words', options: {} },
  picture: {
    label: 'Words that stand for pictures',
    options: { out: 'Leave out', in: 'Put in' },
  },
  reading: { label: 'Readings above the words', options: { out: 'Leave out', in: 'Put in' } },
  hidden: { label: 'Hidden in the source', options: { out: 'Leave out', in: 'Put in' } },
  page: {
    label: 'Parts of the page, not of the article',
    options: { out: 'Leave out', in: 'Put in' },
  },
  front: { label: 'Data above the text', options: { out: 'Leave out', in: 'Put in' } },
  headline: {
    label: 'Headline from the data of the page',
    options: { in: 'Put in', out: 'Leave out' },
  },
  byline: { label: 'Byline', options: { out: 'Leave out', in: 'Put in' } },
  caption: { label: 'Captions', options: { in: 'Blocks of their own', out: 'Leave out' } },
  twin: { label: 'The same text in another form', options: {} },
  data: { label: 'Data about the text', options: {} },
  address: { label: 'Addresses of links', options: {} },
  markup: { label: 'Words of the markup', options: {} },
  number: { label: 'Numbers of lists', options: { in: 'Write out', out: 'Leave out' } },
  row_span: {
    label: 'Cells that span rows',
    options: { repeat: 'Repeat in each row', empty: 'Once, then empty' },
  },
  column_span: {
    label: 'Cells that span columns',
    options: { empty: 'Once, then empty', repeat: 'Repeat in each column' },
  },
  raised: { label: 'Raised and lowered', options: {} },
  ordinal: { label: 'Raised endings written level', options: {} },
  hyphen: {
    label: 'Words parted at the end of a line',
    options: { break: 'Keep the break', join: 'Join', hyphen: 'Join with the hyphen' },
  },
  wrap: {
    label: 'Line ends that a program made',
    options: { join: 'Join the lines', break: 'Keep the breaks' },
  },
  inserted: { label: 'Tracked: put in', options: { in: 'Accept', out: 'Reject' } },
  deleted: { label: 'Tracked: taken out', options: { out: 'Accept', in: 'Reject' } },
  line_break: {
    label: 'Line breaks within paragraphs',
    options: { space: 'A space', break: 'Keep the break' },
  },
  text_box: { label: 'Boxes beside the text', options: { out: 'Leave out', in: 'Put in' } },
  head: { label: 'At the head and foot of pages', options: {} },
  contents: { label: 'Lists of contents', options: {} },
  embedded: { label: 'In another format, not read', options: {} },
  missing: { label: 'Not found in the text', options: {} },
  joined: { label: 'Parted or joined otherwise than in the source', options: {} },
  added: { label: 'In the text more often than in the source', options: {} },
} as const satisfies Record<string, { label: string; options: Record<string, string> }>

export type LineKind = keyof typeof LINE_KINDS

export const isLineKind = (kind: unknown): kind is LineKind =>
  typeof kind === 'string' && Object.hasOwn(LINE_KINDS, kind)

/** The options that a kind of line offers. */
export type OptionOf<Kind extends LineKind> = keyof (typeof LINE_KINDS)[Kind]['options'] & string

/** What was chosen: by a kind's name for all of it, or by the name and a line's number (`struck 2`) for that line. */
export type Choices = Readonly<Record<string, string>>

/** One line of an import's account. */
export interface Line {
  kind: LineKind
  /** The line's number among those of its kind, from 0: the same however it is read again. */
  number: number
  /** The words that it is about, shortened where they are long. */
  words: string
  /** The words just before it in its block, if any. */
  before: string
  /** What was done with it; null where nothing can be chosen. */
  option: string | null
  /** The words of the source that it took out of the text, and those that it put there. */
  took: string
  put: string
}
