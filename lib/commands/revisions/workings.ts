import type { Revision } from '@/lib/db/revisions/revisions'
import { type Carrying, reanchor } from '@/lib/domain/anchoring/reanchor'
import type { PlacedBlock, Span } from '@/lib/domain/text/blocks'
import { align, alignInTurns } from '@/lib/domain/text/diff/align'
import type { Alignment } from '@/lib/domain/text/diff/alignment'
import { wordsInTurns, wordsOf } from '@/lib/domain/text/words'

/** A text that is to be an article's next. */
export interface LaidOut {
  text: string
  blocks: PlacedBlock[]
}

/**
 * What follows from a new text and older ones alone, each worked out once. Texts never change, so what a command works
 * out before it takes its newsroom's turn holds then too: only what stands elsewhere by then is worked out anew.
 */
export class Workings {
  private words = new Map<string, Span[]>()
  private alignments = new Map<string, Alignment>()
  private outcomes = new Map<string, Carrying<Span>['outcome'][]>()

  constructor(readonly to: LaidOut) {}

  /** Finds the words beforehand, letting others have this thread meanwhile. */
  async findWords(language: string): Promise<void> {
    const { text, blocks } = this.to
    if (!this.words.has(language)) {
      this.words.set(language, await wordsInTurns(text, blocks, language))
    }
  }

  /** Compares with an older text beforehand, in the same way. */
  async compareWith({ id, text }: Revision): Promise<void> {
    if (!this.alignments.has(id)) this.alignments.set(id, await alignInTurns(text, this.to.text))
  }

  wordsIn(language: string): Span[] {
    const { text, blocks } = this.to
    return kept(this.words, language, () => wordsOf(text, blocks, language))
  }

  alignmentFrom({ id, text }: Revision): Alignment {
    return kept(this.alignments, id, () => align(text, this.to.text))
  }

  /** Says where what has a place in an older text stands in the new one. */
  carry<Placed extends Span>(from: Revision, placed: readonly Placed[]): Carrying<Placed>[] {
    const spans = placed.map(({ start, end }) => ({ start, end }))
    const key = `${from.id} ${spans.map(({ start, end }) => `${start}-${end}`).join()}`
    const outcomes = kept(this.outcomes, key, () =>
      reanchor(this.alignmentFrom(from), spans).map(({ outcome }) => outcome),
    )
    return placed.flatMap((of, at) => {
      const outcome = outcomes[at]
      return outcome ? { of, outcome } : []
    })
  }
}

function kept<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}
