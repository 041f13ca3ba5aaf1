import type { DocumentNote } from '@/lib/domain/articles/document-note'
import type { Span } from '@/lib/domain/text/blocks'
import { readingNumber } from '../place/reading-place'
import { type LaidOut, trimmed, wordAt, wordsBeforeMark } from './hanging-words'

/** Where in the text something hangs. */
export interface Edges {
  start: number | null
  end: number | null
}

export interface Comment {
  id: string
  author: string
  /** As the document writes it, an ISO 8601 time that most programs mean in local time; empty where it says none. */
  at: string
  text: string
  /** What this one answers, by its id. */
  answers: string | null
  resolved: boolean
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
      readingNumber(kind, found.length + 1)
      const at = edges.get(`${kind} ${id}`)?.end ?? null
      const span = at === null ? null : wordsBeforeMark(laidOut, at, marks)
      found.push({ ...BARE, kind, span, ...note })
    }
  }
  for (const { comment, replies } of threadsOf(comments)) {
    readingNumber('note', found.length + 1)
    const { id, author, at, text, resolved } = comment
    const span = spanOf(laidOut, edges.get(`comment ${id}`))
    found.push({
      ...{ kind: 'comment', span, author, at, text, resolved, replies },
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

/** Each comment that answers no other, or only such as answer it, with what answers it in the order of the document. */
function threadsOf(comments: ReadonlyMap<string, Comment>) {
  const answers = new Map<string, Comment[]>()
  for (const comment of comments.values()) {
    const others = answers.get(comment.answers ?? '') ?? []
    others.push(comment)
    answers.set(comment.answers ?? '', others)
  }
  const seen = new Set<string>()
  const repliesTo = (id: string): Comment[] =>
    (answers.get(id) ?? []).flatMap((one) => {
      if (seen.has(one.id)) return []
      seen.add(one.id)
      return [one, ...repliesTo(one.id)]
    })
  const isAnswer = ({ answers: to }: Comment) => to !== null && comments.has(to)
  const all = [...comments.values()]
  return [...all.filter((one) => !isAnswer(one)), ...all.filter(isAnswer)].flatMap((comment) => {
    if (seen.has(comment.id)) return []
    seen.add(comment.id)
    const replies = repliesTo(comment.id).map(({ author, at, text }) => ({ author, at, text }))
    return [{ comment, replies }]
  })
}

/** A note's words with the web addresses that it leads to and those that it writes out. */
export function noteText(text: string, linked: readonly string[] = []): NoteText {
  const pages = linked.filter((one) => /^https?:/i.test(one))
  return { text, addresses: [...new Set([...pages, ...addressesIn(text)])] }
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
