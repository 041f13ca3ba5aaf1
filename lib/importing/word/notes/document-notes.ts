import type { Span } from '@/lib/domain/text/blocks'
import type { Comment } from './comments'
import { type LaidOut, trimmed, wordAt, wordsBeforeMark } from './hanging-words'

/** Something that a document says beside its text, on words of it. */
export interface DocumentNote {
  kind: 'footnote' | 'endnote' | 'comment' | 'link'
  /** In the text that was read; null where it hangs on no words that are in it. */
  span: Span | null
  /** What it says; for a link its address. */
  text: string
  /** Addresses outside that it names or leads to. */
  addresses: string[]
  /** Who wrote it and when, as the document says; empty where it does not. */
  author: string
  at: string
  resolved: boolean
  replies: { author: string; at: string; text: string }[]
}

/** Where in the text something hangs. */
export interface Edges {
  start: number | null
  end: number | null
}

export interface NoteText {
  text: string
  addresses: string[]
}

export interface NoteSources {
  footnotes: ReadonlyMap<string, NoteText>
  endnotes: ReadonlyMap<string, NoteText>
  comments: ReadonlyMap<string, Comment>
  /** The addresses of links, by the keys of their edges. */
  links: ReadonlyMap<string, string>
}

/** All that a document says on its words, in the order of the text; what hangs on no words comes last. */
export function notesOf(
  laidOut: LaidOut,
  edges: ReadonlyMap<string, Edges>,
  sources: NoteSources,
): DocumentNote[] {
  const { footnotes, endnotes, comments, links } = sources
  const marks = [...edges].flatMap(([key, { end }]) =>
    /^(?:foot|end)note /.test(key) && end !== null ? [end] : [],
  )
  marks.sort((a, b) => a - b)
  const found: DocumentNote[] = []
  for (const [kind, notes] of [
    ['footnote', footnotes],
    ['endnote', endnotes],
  ] as const) {
    for (const [id, note] of notes) {
      const at = edges.get(`${kind} ${id}`)?.end ?? null
      const span = at === null ? null : wordsBeforeMark(laidOut, at, marks)
      found.push({ ...BARE, kind, span, ...note })
    }
  }
  for (const comment of comments.values()) {
    if (comment.answers !== null && comments.has(comment.answers)) continue
    const { author, at, text, resolved } = comment
    const span = spanOf(laidOut, edges.get(`comment ${comment.id}`))
    const replies = repliesTo(comment.id, comments)
    found.push({
      ...BARE,
      kind: 'comment',
      span,
      author,
      at,
      text,
      resolved,
      replies,
      addresses: addressesIn(text),
    })
  }
  for (const [key, address] of links) {
    const span = spanOf(laidOut, edges.get(key))
    if (span) found.push({ ...BARE, kind: 'link', span, text: address, addresses: [address] })
  }
  return found.sort(
    (a, b) =>
      (a.span?.start ?? Number.MAX_SAFE_INTEGER) - (b.span?.start ?? Number.MAX_SAFE_INTEGER),
  )
}

const BARE = { author: '', at: '', resolved: false, replies: [], addresses: [] }

function spanOf(laidOut: LaidOut, edges: Edges | undefined): Span | null {
  if (!edges) return null
  const { start, end } = edges
  const span =
    start !== null && end !== null && start < end ? trimmed(laidOut.text, { start, end }) : null
  const at = end ?? start
  return span ?? (at === null ? null : wordAt(laidOut, at))
}

/** The answers to a comment and to its answers, oldest first as they stand in the document. */
function repliesTo(id: string, comments: ReadonlyMap<string, Comment>) {
  const known = new Set([id])
  const replies: { author: string; at: string; text: string }[] = []
  for (const { id: own, answers, author, at, text } of comments.values()) {
    if (answers === null || !known.has(answers) || known.has(own)) continue
    known.add(own)
    replies.push({ author, at, text })
  }
  return replies
}

/** The web addresses that are written out in words. */
export function addressesIn(words: string): string[] {
  const found = words.match(/\b(?:https?:\/\/|www\.)[^\s<>"“”]+/gi) ?? []
  return [
    ...new Set(found.map(withoutEnd).map((one) => (/^www\./i.test(one) ? `https://${one}` : one))),
  ]
}

/** An address without the stop, bracket or mark that only follows it in its sentence. */
function withoutEnd(address: string): string {
  const bare = address.replace(/[.,;:!?'’”»]+$/u, '')
  const opened = (bare.match(/\(/g) ?? []).length
  const closed = (bare.match(/\)/g) ?? []).length
  return closed > opened && bare.endsWith(')') ? withoutEnd(bare.slice(0, -1)) : bare
}
