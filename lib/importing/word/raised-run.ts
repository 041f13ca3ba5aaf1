import type { Ledger } from '../account/ledger'
import { writeRaised } from '../account/raised-words'
import type { Passage, Piece } from './passage'

/** The words of the document that a stretch of text is made of. */
export type Origin = Omit<Piece, 'start' | 'end'>

/** Words that stand raised or lowered together, over however many runs they go. */
export class RaisedRun {
  readonly height: 'raised' | 'lowered'
  #words = ''
  #origins: Origin[] = []

  constructor(height: 'raised' | 'lowered') {
    this.height = height
  }

  add(words: string, origin: Origin): void {
    this.#words += words
    this.#origins.push(origin)
  }

  /** Writes them on the line. Long ones were not raised for their meaning, and are written as they are. */
  writeInto(passage: Passage, ledger: Ledger): void {
    const words = this.#words
    const isPlain = words.trim() === '' || words.length > LONGEST_RAISED
    const before = passage.text.slice(-SEEN)
    if (isPlain) passage.seam()
    const made = isPlain ? words : writeRaised(ledger, { before, words, height: this.height })
    if (made.length === words.length) {
      let at = 0
      for (const origin of this.#origins) {
        passage.add(made.slice(at, at + origin.to - origin.from), origin)
        at += origin.to - origin.from
      }
    } else passage.add(made, this.#origins[0])
    if (isPlain) passage.seam()
  }
}

/** In UTF-16 units. */
const LONGEST_RAISED = 80

/** How much of the words before is looked at, in UTF-16 units. */
const SEEN = 60
