import { Refusal } from '../../refusal'
import type { Span } from '../../text/blocks'
import { timecode } from './cue-times'
import type { PlacedCue, Transcript } from './transcript'

/**
 * Where a passage of a transcript's text (UTF-16 units) stands: by its times, in whole seconds that hold all of it
 * (`00:12:03–00:12:09`), by the time at which it begins where no end is known, or by lines (`lines 12–14`) where the
 * transcript has no times there. Refuses a span that touches no words.
 */
export function locatorAt({ cues }: Pick<Transcript, 'cues'>, { start, end }: Span): string {
  const touched = cues.filter((cue) => cue.start < end && cue.end > start)
  const [first, last] = [touched[0], touched.at(-1)]
  if (!first || !last) {
    const message = 'There are no words of the transcript in this passage. Choose some.'
    throw new Refusal('invalid', message, { passage: message })
  }
  return timesOf(touched) ?? linesOf(first, last)
}

function timesOf(touched: readonly PlacedCue[]): string | null {
  const [first, last] = [touched[0], touched.at(-1)]
  if (!first || !last || first.from === null) return null
  const ends = touched.map(({ from, to }) => to ?? from ?? 0)
  const latest = Math.max(...ends)
  const begins = timecode(Math.min(...touched.map(({ from }) => from ?? Number.POSITIVE_INFINITY)))
  const until = timecode(latest, last.to === null ? 'begins' : 'ends')
  return until === begins ? begins : `${begins}–${until}`
}

function linesOf({ line }: PlacedCue, { lastLine }: PlacedCue): string {
  return line === lastLine ? `line ${line}` : `lines ${line}–${lastLine}`
}
