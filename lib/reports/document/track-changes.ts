import { changedWords } from './marks/changed-words'
import type { DocumentIndex } from './marks/document-index'
import type { MarkedDocument } from './marks/marked-document'
import { runLike, trackedBy } from './marks/tracked'
import type { WordPlaces } from './marks/word-places'
import type { Naming } from './parts/naming'
import type { OpenPart } from './parts/open-package'
import type { DocumentChange, DocumentComment } from './results/annotations'
import { initialsOf } from './results/initials'

/** The document that changes are put into. */
export interface Around {
  places: WordPlaces
  index: DocumentIndex
  marked: MarkedDocument
  main: OpenPart
  naming: Naming
  nextId: () => number
}

/** Writes changes as tracked ones; gives a comment for each that cannot be. */
export function trackChanges(
  changes: readonly DocumentChange[],
  around: Around,
): DocumentComment[] {
  const { places, index, marked, main, naming, nextId } = around
  const w = naming.prefix
  const done: DocumentChange[] = []
  const rank = ({ kind }: DocumentChange) => (kind === 'accepted' ? 0 : 1)
  return [...changes]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((change) => {
      const { start, end } = change.span
      const isInTheWay = done.some(({ span }) => span.start < end && start < span.end)
      const found = isInTheWay ? null : changedWords(change, places, index)
      if (!found) return [asComment(change, places.text)]
      done.push(change)
      const by = () => trackedBy(change, { id: nextId(), prefix: w })
      for (const { carrier, from, to } of found.taken) marked.take(carrier, { from, to, by })
      if (found.put) {
        const { at, words, like } = found.put
        const run = runLike(like, words, { text: main.text, prefix: w })
        const markup = `<${w}:ins${naming.declared}${by()}>${run}</${w}:ins>`
        marked.mark(at, { rank: 'put', markup })
      }
      return []
    })
}

function asComment({ span, after, author, at }: DocumentChange, text: string): DocumentComment {
  const before = text.slice(span.start, span.end)
  const said = after === '' ? `Cut “${before}”.` : `“${before}” becomes “${after}”.`
  return {
    ...{ span, author, at, initials: initialsOf(author), replies: [], resolved: false },
    paragraphs: ['A change that cannot be tracked in these words:', said],
  }
}
