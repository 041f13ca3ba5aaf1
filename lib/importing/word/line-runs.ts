import type { Ledger } from '../account/ledger'
import type { Line } from '../account/line'

/** What can be said of a run's words that decides whether they are in the text. */
export type Standing = 'deleted' | 'inserted' | 'hidden' | 'struck'

const USUAL = { deleted: 'out', inserted: 'in', hidden: 'out', struck: 'out' } as const

/** Writes one line of the account for words that stand together in the same way, over however many runs they go. */
export class LineRuns {
  readonly #open = new Map<Standing, { by: string; line: Line }>()
  readonly #ledger: Ledger

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  /** Whether words are put into the text, by how they stand: a tracked change first. `by` is whose change it is. */
  takes(words: string, standings: ReadonlyMap<Standing, string>, before: string): boolean {
    for (const kind of this.#open.keys()) if (!standings.has(kind)) this.#close(kind)
    for (const [kind, by] of standings) {
      const line = this.#lineOf(kind, by, before)
      line.words += words
      if (line.option === 'in') continue
      line.took += words
      return false
    }
    return true
  }

  /** Parts the words that are added to open lines from those that come. */
  part(): void {
    for (const { line } of this.#open.values()) {
      line.words += ' '
      if (line.took !== '') line.took += ' '
    }
  }

  /** Ends all lines that words could still be added to. */
  end(): void {
    for (const kind of this.#open.keys()) this.#close(kind)
  }

  #close(kind: Standing): void {
    const open = this.#open.get(kind)
    if (open) {
      const { line } = open
      line.before += /^\s*/.exec(line.words)?.[0] ?? ''
      line.words = line.words.trim()
    }
    this.#open.delete(kind)
  }

  #lineOf(kind: Standing, by: string, before: string): Line {
    const open = this.#open.get(kind)
    if (open?.by === by) return open.line
    this.#close(kind)
    const option = this.#ledger.choose(kind, USUAL[kind])
    const line = this.#ledger.write(kind, option, { words: '', before })
    this.#open.set(kind, { by, line })
    return line
  }
}
