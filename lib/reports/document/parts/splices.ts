import type { XmlElement } from '@/lib/importing/word/markup/xml'
import { closingTag } from './naming'

/** Text that takes the place of a stretch of a part's text, or is put in where that is empty. */
export interface Splice {
  at: number
  until: number
  text: string
}

/** A part's text with splices carried out; those at one place in the order in which they are given. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const sorted = splices
    .map((splice, order) => ({ ...splice, order }))
    .sort((a, b) => a.at - b.at || a.until - b.until || a.order - b.order)
  const pieces: string[] = []
  let done = 0
  for (const { at, until, text: put } of sorted) {
    if (at < done) throw new Error('two splices of one part overlap')
    pieces.push(text.slice(done, at), put)
    done = until
  }
  return [...pieces, text.slice(done)].join('')
}

/** Puts markup in as the last that an element holds, also into one that holds nothing. */
export function appending(text: string, element: XmlElement, markup: string): Splice {
  const { innerStart, innerEnd, end } = element
  if (innerStart < end) return { at: innerEnd, until: innerEnd, text: markup }
  const slash = text.lastIndexOf('/', end)
  return { at: slash, until: end, text: `>${markup}${closingTag(text, element)}` }
}
