/** The kinds of things that wait for somebody, the most pressing first, each with what whoever it waits for has to do. */
export const WAITING_KINDS = {
  emergency: 'Sign what is out',
  fallen: 'Signature fell',
  deadline: 'Deadline',
  answer: 'Answer',
  differing: 'Checks disagree',
  close: 'Read the answer',
  mention: 'You are called',
  sign: 'Sign off',
  second: 'Check second',
  name_second: 'Name a second checker',
  decide: 'Decide',
  apply: 'Apply',
  unsafe: 'Not safe as printed',
  secondary: 'Secondary support',
  frame: 'Words around it changed',
  place: 'Find its place',
  check: 'Check',
  take: 'Nobody has it',
  chase: 'Waits',
  uncovered: 'Uncovered words',
  hand: 'Hand to the editor',
  pages: 'Cited page changed',
  notes: 'Document notes',
} as const

export type WaitingKind = keyof typeof WAITING_KINDS

/** Kinds of which each thing has a line of its own; of the others, those of one article stand in one. */
export const ONE_BY_ONE: readonly WaitingKind[] = [
  'answer',
  'differing',
  'close',
  'mention',
  'second',
  'name_second',
  'decide',
]

/** Something that waits for one person. */
export interface Waiting {
  kind: WaitingKind
  articleId: string
  /** The query, comment, suggestion or claim that it is about, or the first of several claims; else the article. */
  id: string
  /** What stands in it: another part makes it unread again, one less does not. */
  parts: readonly string[]
  /** How many things stand in the line. */
  count: number
  /** Keeps the article from its signature by itself. */
  blocking: boolean
  since: Date | null
}

/** The name of a line, for as long as it waits, whatever else comes into it. */
export function keyOf({ kind, articleId, id }: Pick<Waiting, 'kind' | 'articleId' | 'id'>): string {
  return `${kind}:${ONE_BY_ONE.includes(kind) ? id : articleId}`
}

/** What somebody has read: the parts of each line as they stood then, by the line’s name. */
export type ReadLines = Readonly<Record<string, readonly string[]>>

/** Whether somebody has read all that stands in a line now. */
export function isRead(read: ReadLines, line: Waiting): boolean {
  const known = read[keyOf(line)]
  return known !== undefined && line.parts.every((part) => known.includes(part))
}
