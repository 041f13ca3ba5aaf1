import type { XmlElement } from '@/lib/importing/word/markup/xml'
import { closingTag, type Naming } from '../parts/naming'
import type { Splice } from '../parts/splices'
import type { Carrier } from './document-index'
import { besideOf, changesAround, type Seating } from './seating'
import { renderRun, type Taken } from './split-run'
import { openedAgain } from './tracked'
import type { Point } from './word-places'

/** In which order marks stand that are at one place: what is put in, what ends, what begins. */
const RANKS = ['put', 'end', 'start'] as const

export interface Mark {
  rank: (typeof RANKS)[number]
  markup: string
}

/** Gathers what is to stand among a document's words, and writes it as changes of the part's text. */
export class MarkedDocument {
  readonly #text: string
  readonly #naming: Naming
  readonly #nextId: () => number
  readonly #within = new Map<Carrier, { marks: (Mark & { at: number })[]; taken: Taken[] }>()
  readonly #beside = new Map<number, { seating: Seating; marks: Mark[] }>()

  constructor(text: string, naming: Naming, nextId: () => number) {
    this.#text = text
    this.#naming = naming
    this.#nextId = nextId
  }

  /** Puts a mark at a place: within a run, or before or behind it. */
  mark({ carrier, at }: Point, mark: Mark): void {
    if (at > 0 && at < carrier.length) {
      this.#in(carrier).marks.push({ ...mark, at })
      return
    }
    const leaves = mark.rank !== 'put'
    const seating = besideOf(carrier, at === 0 ? 'before' : 'behind', { leaves })
    this.markBetween(seating, mark)
  }

  markBetween(seating: Seating, mark: Mark): void {
    const there = this.#beside.get(seating.at) ?? { seating, marks: [] }
    there.marks.push(mark)
    this.#beside.set(seating.at, there)
  }

  /** Takes a stretch of a run out, by a tracked change with these attributes. */
  take(carrier: Carrier, taken: Taken): void {
    this.#in(carrier).taken.push(taken)
  }

  splices(): Splice[] {
    const beside = [...this.#beside].map(([at, { seating, marks }]) => ({
      ...{ at, until: at },
      text: this.#amongChanges(seating.changes, marks),
    }))
    const runs = [...this.#within].map(([carrier, { marks, taken }]) => {
      const changes = changesAround(carrier.around)
      const places = [...new Set(marks.map(({ at }) => at))].map((at) => {
        const here = marks.filter((mark) => mark.at === at)
        return { at, markup: this.#amongChanges(changes, here) }
      })
      const { start, end } = carrier.element
      const text = renderRun(carrier, { places, taken, text: this.#text, naming: this.#naming })
      return { at: start, until: end, text }
    })
    return [...beside, ...runs]
  }

  /**
   * Marks among the words of a tracked change. A comment's own run and other changes stand outside of it, or they would
   * go with it; so it is parted there.
   */
  #amongChanges(changes: readonly XmlElement[], marks: readonly Mark[]): string {
    const sorted = RANKS.flatMap((rank) => marks.filter((mark) => mark.rank === rank))
    const markup = sorted.map((mark) => mark.markup).join('')
    if (changes.length === 0 || sorted.every(({ rank }) => rank === 'start')) return markup
    const close = [...changes].reverse().map((one) => closingTag(this.#text, one))
    const open = changes.map((one) => openedAgain(one, this.#text, this.#nextId()))
    return [...close, markup, ...open].join('')
  }

  #in(carrier: Carrier) {
    const known = this.#within.get(carrier) ?? { marks: [], taken: [] }
    this.#within.set(carrier, known)
    return known
  }
}

/** The place right at the beginning of a paragraph's words. */
export function beginningOf(paragraph: XmlElement): Seating {
  const [first] = paragraph.children.filter((one) => typeof one !== 'string')
  const at = first?.name === 'w:pPr' ? first.end : paragraph.innerStart
  return { at, changes: [] }
}
