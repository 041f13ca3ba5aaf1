import type { Desk } from '@/lib/db/workspace/find-desk'
import { findSameContext } from '@/lib/domain/anchoring/same-place'
import type { Span } from '@/lib/domain/text/blocks'
import { EscapedText } from '../../ui/escaped-text'

/** Words that something is being done with, and the number of the revision in which they stand there. */
export interface SelectedWords extends Span {
  revision: number
  words: string
}

/**
 * Words that were chosen in one text, in the one that is shown now. Where they do not stand in it as
 * they did, they stay those of the older text, in which nothing can be done with them.
 */
export function selectedIn(
  now: Desk['revision'],
  chosen: { span: Span; revision: Desk['revision'] },
): SelectedWords {
  const { span, revision: then } = chosen
  const words = then.text.slice(span.start, span.end).trim()
  const place = then.number === now.number ? span : findSameContext(then.text, now.text, span)
  const { start, end } = place ?? span
  return { start, end, words, revision: (place ? now : then).number }
}

/** The words above a form that is about them; says so when a newer text does not have them. */
export function WordsHead({ desk, chosen }: { desk: Desk; chosen: SelectedWords }) {
  const { article, revision } = desk
  return (
    <>
      <h2 tabIndex={-1} className="claim-words" lang={article.language} dir="auto">
        “<EscapedText>{chosen.words}</EscapedText>”
      </h2>
      {chosen.revision !== revision.number && (
        <p className="form-message" role="status">
          Revision {revision.number} came in while you had this open, and does not have these words
          as they stood. What you typed stays here: choose the words in the text anew.
        </p>
      )}
    </>
  )
}
