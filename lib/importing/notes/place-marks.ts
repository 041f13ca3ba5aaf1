import { type Block, layOut } from '@/lib/domain/text/blocks'
import type { Edges } from './document-notes'

/**
 * Where something hangs on a text while the text is still put together: signs that are no characters (Unicode §23.7) and
 * go wherever the words around them go, until they are taken out and counted.
 */
export class PlaceMarks {
  readonly #places: { key: string; edge: 'start' | 'end' }[] = []

  /** The sign for where something begins or ends. */
  sign(key: string, edge: 'start' | 'end'): string {
    const number = String(this.#places.length)
    this.#places.push({ key, edge })
    return (
      FIRST + number.replace(/\d/g, (figure) => String.fromCharCode(ZERO + Number(figure))) + LAST
    )
  }

  /** The blocks without the signs, and where in their text each thing begins and ends. */
  takeOut(marked: readonly Block[]): { blocks: Block[]; edges: Map<string, Edges> } {
    const blocks = marked.map((block) => ({ ...block, text: withoutMarks(block.text) }))
    const placed = layOut(blocks).blocks
    const edges = new Map<string, Edges>()
    for (const [at, { text }] of marked.entries()) {
      for (const { number, offset } of marksIn(text)) {
        const place = this.#places[number]
        if (!place) continue
        const known = edges.get(place.key) ?? { start: null, end: null }
        // A mark that comes twice counts where it came first; a range ends where it ended last.
        if (known[place.edge] === null || (place.edge === 'end' && known.start !== null))
          known[place.edge] = (placed[at]?.start ?? 0) + offset
        edges.set(place.key, known)
      }
    }
    return { blocks, edges }
  }
}

const FIRST = '\ufdd0'
const LAST = '\ufddb'
const ZERO = 0xfdd1
const SIGN = /\ufdd0([\ufdd1-\ufdda]{1,9})\ufddb/g

export const withoutMarks = (text: string) => (text.includes(FIRST) ? text.replace(SIGN, '') : text)

/** The signs in a text, with where they stand once they are out, in UTF-16 units. */
export function marksIn(text: string): { number: number; sign: string; offset: number }[] {
  if (!text.includes(FIRST)) return []
  let taken = 0
  return [...text.matchAll(SIGN)].map(({ 0: sign, 1: figures = '', index }) => {
    const offset = index - taken
    taken += sign.length
    const number = [...figures].map((one) => one.charCodeAt(0) - ZERO).join('')
    return { number: Number(number), sign, offset }
  })
}

/** A text's parts with the signs that stood in it put back, each into the part that it stood in, or that before it. */
export function withMarks(
  text: string,
  parts: readonly { text: string; from: number }[],
): string[] {
  const marks = marksIn(text)
  return parts.map(({ text: words, from }, at) => {
    const next = parts[at + 1]?.from ?? Number.POSITIVE_INFINITY
    const own = marks.filter(({ offset }) => (at === 0 || offset >= from) && offset < next)
    let made = words
    for (const { sign, offset } of own.toReversed()) {
      const place = Math.min(Math.max(0, offset - from), words.length)
      made = made.slice(0, place) + sign + made.slice(place)
    }
    return made
  })
}
