import { useEffect, useMemo, useRef } from 'react'
import { linesOf } from '@/lib/domain/captures/lines'
import type { TextPart } from '@/lib/domain/captures/text-part'
import type { Span } from '@/lib/domain/text/blocks'
import { useWordSelection } from '../../browser/use-word-selection'
import { type Choice, wordsChosen } from './chosen-passage'
import { TextLines } from './text-lines'
import { useShownPassage } from './use-shown-passage'

/** The readable text of a capture, its lines numbered, in which words can be chosen; the passage is marked in it. */
export function TextReader({
  part,
  language,
  hasOwnLines,
  place,
  used,
  note,
  onChoose,
}: {
  part: TextPart
  language: string
  /** Whether its lines are those that somebody wrote. */
  hasOwnLines: boolean
  /** Where the passage stands in the part; null where there is none. */
  place: Span | null
  /** Words of the whole text that were taken in its place. */
  used: Span | null
  /** The id of the sentence that says what the passage is. */
  note: string
  onChoose: (choice: Choice) => void
}) {
  const text = useRef<HTMLDivElement>(null)
  const shown = useMemo(() => ({ text: part.text, blocks: linesOf(part.text) }), [part.text])
  const marked = useMemo(
    () => (used ? { start: used.start - part.start, end: used.end - part.start } : place),
    [used, part, place],
  )
  const { span } = useWordSelection(text, shown, language)

  useEffect(
    () => onChoose(span && wordsChosen(part, span, hasOwnLines)),
    [span, part, hasOwnLines, onChoose],
  )
  useShownPassage(text, place !== null)

  return (
    <>
      <div
        ref={text}
        role="group"
        aria-label="Readable text of the kept copy. Arrow keys choose words, Enter takes them."
        tabIndex={0}
        className="kept-text"
        lang={language}
      >
        <TextLines
          place={marked}
          {...{ text: part.text, lines: shown.blocks, first: part.line, note }}
        />
      </div>
      {!part.isWhole && (
        <p className="quiet">
          This is a part of a long text, from line {part.line} on. Save the file to read all of it.
        </p>
      )}
    </>
  )
}
