import { Refusal } from '@/lib/domain/refusal'
import { type Span, splitsPair } from '@/lib/domain/text/blocks'

/** What somebody says in a comment. */
export interface Remark {
  author: string
  initials: string
  /** ISO 8601, UTC. */
  at: string
  /** Its paragraphs, of which there is at least one. */
  paragraphs: string[]
}

/** A comment on words of the text that a document was read as, with the answers to it. */
export interface DocumentComment extends Remark {
  /** In that text, in UTF-16 units. */
  span: Span
  replies: Remark[]
  resolved: boolean
}

/** A proposed change of words, which becomes a tracked change. */
export interface DocumentChange {
  span: Span
  /** What is to stand there; empty: the words are cut. */
  after: string
  author: string
  at: string
  /** Where two changes are of the same words, one that was accepted goes before one that is open. */
  kind: 'accepted' | 'open'
}

export interface Annotations {
  comments: DocumentComment[]
  changes: DocumentChange[]
}

/** Refuses annotations that no document can hold, or that are on no words of this text, naming the first. */
export function assertSound({ comments, changes }: Annotations, text: string): void {
  for (const [at, { span, replies, ...remark }] of comments.entries()) {
    const name = `comment ${at + 1}`
    assertPlaced(span, text, name)
    for (const one of [remark, ...replies]) {
      assertInstant(one.at, name)
      if (one.paragraphs.length === 0) throw refused(name, 'says nothing')
    }
  }
  for (const [at, change] of changes.entries()) {
    const name = `change ${at + 1}`
    assertPlaced(change.span, text, name)
    assertInstant(change.at, name)
    if (text.slice(change.span.start, change.span.end) === change.after)
      throw refused(name, 'changes nothing')
  }
}

function assertPlaced({ start, end }: Span, text: string, name: string): void {
  if (![start, end].every(Number.isSafeInteger) || start < 0 || end > text.length)
    throw refused(name, 'stands outside the text')
  if (start >= end || text.slice(start, end).trim() === '') throw refused(name, 'is on no words')
  if (splitsPair(text, start) || splitsPair(text, end))
    throw refused(name, 'begins or ends within a character')
}

function assertInstant(at: string, name: string): void {
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(at)
  if (!isInstant || Number.isNaN(Date.parse(at))) throw refused(name, 'has no time')
}

const refused = (name: string, why: string) =>
  new Refusal('invalid', `This cannot be put into the document: its ${name} ${why}.`)
