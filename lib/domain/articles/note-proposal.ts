import type { DocumentNote } from './document-note'

/** What can become of what a document says on words. */
export const NOTE_USES = { source: 'Source', query: 'Query', comment: 'Comment' } as const

export type NoteUse = keyof typeof NOTE_USES

type Said = Pick<DocumentNote, 'kind' | 'text' | 'addresses' | 'resolved' | 'replies' | 'author'>

/** What a note is taken as unless somebody chooses otherwise; null for one that its document has as done. */
export function usualUse({ kind, resolved }: Said): NoteUse | null {
  if (kind === 'comment') return resolved ? null : 'query'
  return 'source'
}

/** The source that a note cites, as far as it says: its words without the address and the place, and these. */
export function citedSource({ kind, text, addresses }: Said) {
  const url = addresses[0] ?? ''
  const place = placeIn(text)
  const bare = addresses
    .reduce((words, address) => words.replaceAll(address, ' '), text)
    .replace(/\(\s*\)|<\s*>/g, ' ')
    .replace(/^\s*(?:see(?: also)?|cf\.|source:|quelle:|vgl\.)\s+/i, '')
    .replace(/\s+/g, ' ')
    .replace(/([,;])(?:\s*[,;])+/g, '$1')
    .replace(/^[\s,;:.]+|[\s,;:(]+\.?$/g, '')
  const title = kind === 'link' || !/[\p{L}\p{N}]/u.test(bare) ? titleOf(url) : bare
  return {
    title: (title || text).slice(0, 500),
    url,
    kind: url ? ('web_page' as const) : ('official_document' as const),
    locator:
      place ?? (kind === 'link' ? 'As linked in the draft' : `As cited in the draft’s ${kind}`),
  }
}

/** Where in a source a citation points: a page, a paragraph, a section, a time. */
export function placeIn(text: string): string | null {
  const found = PLACE.exec(text)
  return found ? found[0].replace(/[\s,;.]+$/, '') : null
}

const PLACE =
  /(?<![\p{L}\p{N}])(?:pp?\.|pages?|S\.|Seite|s\.|стр\.|с\.|para(?:graph)?s?\.?|Abs\.|§+|sec(?:tion|t)?\.?|ch(?:apter|\.)|art(?:icle|\.)|fig(?:ure|\.)|table|at|min(?:ute|\.)) ?\d[\d.:]*(?:[-–—]\d[\d.:]*)?/iu

/** What an address is called for want of a title: its last words, and whose it is. */
export function titleOf(url: string): string {
  if (url === '') return ''
  const { hostname, pathname } = new URL(url)
  const last = pathname.split('/').filter(Boolean).at(-1) ?? ''
  const words = decoded(last)
    .replace(/\.\w{2,5}$/, '')
    .replace(/[-_+]+/g, ' ')
    .trim()
  return words ? `${words} (${hostname})` : hostname
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** A comment with what was answered to it, as one question. */
export function asQuestion({ text, replies }: Said): string {
  return [text, ...replies.map(({ author, text }) => `${author || 'Somebody'}: ${text}`)].join(
    '\n\n',
  )
}

/** What the log says of a note, which may be long. */
export const brief = (text: string) => (text.length > 200 ? `${text.slice(0, 199)}…` : text)
