import { memo } from 'react'
import type { PlacedBlock, Span } from '@/lib/domain/text/blocks'

interface Props {
  text: string
  lines: readonly PlacedBlock[]
  /** The number of the first line. */
  first: number
  place: Span | null
  note: string
}

/** So many lines are laid out at a time, as they come in sight. */
const CHUNK = 100

/** Lines of a text with their numbers, and the passage marked in them. */
export const TextLines = memo(function TextLines({ text, lines, first, place, note }: Props) {
  const chunks = Array.from(
    { length: Math.ceil(lines.length / CHUNK) },
    (_, index) => index * CHUNK,
  )
  return chunks.map((from) => (
    <div key={from} className="kept-lines">
      {lines.slice(from, from + CHUNK).map(({ start, end }, index) => (
        <div
          key={start}
          data-start={start}
          data-line={first + from + index}
          className="kept-line"
          dir="auto"
        >
          <Line words={text.slice(start, end)} marked={within(place, { start, end })} note={note} />
        </div>
      ))}
    </div>
  ))
})

function Line({ words, marked, note }: { words: string; marked: Span | null; note: string }) {
  if (!marked) return words || <br />
  return (
    <>
      {words.slice(0, marked.start)}
      <mark className="passage" aria-describedby={note}>
        {words.slice(marked.start, marked.end)}
      </mark>
      {words.slice(marked.end)}
    </>
  )
}

/** The part of a place that is in a line, counted from the line's start. */
function within(place: Span | null, line: Span): Span | null {
  if (!place) return null
  const [start, end] = [Math.max(place.start, line.start), Math.min(place.end, line.end)]
  return start < end ? { start: start - line.start, end: end - line.start } : null
}
