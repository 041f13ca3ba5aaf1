import type { XmlElement } from './markup/xml'

/** A stretch of a passage and the words of the document that it was made of. */
export interface Piece {
  /** In the passage's text. */
  start: number
  end: number
  /** The `w:t` and the range of its words. */
  node: XmlElement
  from: number
  to: number
}

/** Where something begins or ends that hangs on words. */
interface Edge {
  key: string
  edge: 'start' | 'end'
  at: number
}

/** The words of one block while they are being read, with where each came from. Offsets are UTF-16 units. */
export class Passage {
  text = ''
  pieces: Piece[] = []
  edges: Edge[] = []
  /** Where words begin that stand otherwise than those before: a change may be within a word. */
  seams: number[] = []
  #isApart = false

  /** Adds words; those without a node stand in the text and nowhere in the document. No line is left blank. */
  add(words: string, origin?: { node: XmlElement; from: number; to: number }): void {
    if (words === '' || (words === '\n' && /\n\s*$/.test(this.text))) return
    if (this.#isApart && /\S$/.test(this.text) && /^\S/.test(words)) this.text += ' '
    this.#isApart = false
    const start = this.text.length
    this.text += words
    if (origin) this.pieces.push({ start, end: this.text.length, ...origin })
  }

  /** Parts what comes by a space from what is here, unless either has one. */
  part(): void {
    this.#isApart = true
  }

  seam(): void {
    this.seams.push(this.text.length)
  }

  edge(key: string, edge: 'start' | 'end'): void {
    this.edges.push({ key, edge, at: this.text.length })
  }

  /** Adds another passage after what stands between. */
  append(other: Passage, between = ''): void {
    this.#isApart = false
    this.text += between
    const by = this.text.length
    this.text += other.text
    this.pieces.push(
      ...other.pieces.map((one) => ({ ...one, start: one.start + by, end: one.end + by })),
    )
    this.seams.push(...other.seams.map((at) => at + by))
    this.edges.push(...other.edges.map((one) => ({ ...one, at: one.at + by })))
  }

  /** The same with white space at both ends left out, and with words put before it. */
  trimmed(before = ''): Passage {
    const first = this.text.length - this.text.trimStart().length
    const last = this.text.trimEnd().length
    const shift = before.length - first
    const kept = new Passage()
    kept.text = before + this.text.slice(first, Math.max(first, last))
    const moved = (at: number) => Math.min(Math.max(at + shift, before.length), kept.text.length)
    for (const piece of this.pieces) {
      const [start, end] = [moved(piece.start), moved(piece.end)]
      if (start >= end) continue
      const isWhole = piece.to - piece.from === piece.end - piece.start
      const from = isWhole ? piece.from + (start - piece.start - shift) : piece.from
      const to = isWhole ? from + (end - start) : piece.to
      kept.pieces.push({ ...piece, start, end, from, to })
    }
    kept.seams = this.seams.map(moved)
    kept.edges = this.edges.map((one) => ({ ...one, at: moved(one.at) }))
    return kept
  }

  /** The text with a space at every seam, so that the words on both sides can be counted. */
  get parted(): string {
    const seams = [...new Set(this.seams)].sort((a, b) => b - a)
    return seams.reduce((text, at) => `${text.slice(0, at)} ${text.slice(at)}`, this.text)
  }
}
