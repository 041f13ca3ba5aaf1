import { timecode } from './cue-times'
import type { Cue, Reading, Remark } from './transcript'

/**
 * Captions that roll up show a line again while the next one appears. Lines that a cue repeats from the end of the one
 * that it follows without a pause were said once, and are left out of it.
 */
export function withoutRollUp(cues: readonly Cue[]): Reading {
  const kept: Cue[] = []
  const remarks: Remark[] = []
  let shown: string[] = []
  let before: Cue | null = null
  for (const cue of cues) {
    const lines = cue.words.split('\n')
    const repeated = before && followsAtOnce(before, cue) ? repeatedLines(shown, lines) : 0
    if (repeated > 0)
      remarks.push({
        line: cue.line,
        reason: 'Words that roll on from the caption before were read once.',
      })
    const rest = lines.slice(repeated)
    if (rest.length > 0)
      kept.push({
        ...cue,
        words: rest.join('\n'),
        line: Math.min(cue.line + repeated, cue.lastLine),
      })
    shown = lines
    before = cue
  }
  return { cues: kept, remarks }
}

/** What stands on the screen for less than this is part of the rolling, in milliseconds. */
const AT_ONCE = 100

function followsAtOnce(before: Cue, cue: Cue): boolean {
  return before.to !== null && cue.from !== null && cue.from - before.to <= AT_ONCE
}

/** How many lines at the beginning are those at the end of what was shown; a short answer may well be given twice. */
function repeatedLines(shown: readonly string[], lines: readonly string[]): number {
  for (let count = Math.min(shown.length, lines.length); count > 0; count--) {
    const same = shown.slice(-count).every((line, at) => line === lines[at])
    const words = lines.slice(0, count).join(' ')
    if (same && (/\s/.test(words) || words.length > 4)) return count
  }
  return 0
}

/** Keeps every cue in its place; says where times go back or overlap, and takes away an end that is before its beginning. */
export function timesInOrder(cues: readonly Cue[]): Reading {
  const remarks: Remark[] = []
  let latest: Cue | null = null
  const kept = cues.map((cue) => {
    const { from, to, line } = cue
    if (from === null) return cue
    const isTurned = to !== null && to < from
    if (isTurned)
      remarks.push({
        line,
        reason: `This ends before it begins. It was read as beginning at ${timecode(from)}.`,
      })
    const last: Cue | null = latest
    if (last?.from !== undefined && last.from !== null && from < last.from) {
      remarks.push({
        line,
        reason: 'The time goes back here. The words were left where they stand.',
      })
    } else if (last && last.to !== null && last.to > from && last.from !== from) {
      remarks.push({ line, reason: 'This overlaps with the words before it.' })
    }
    const timed = isTurned ? { ...cue, to: null } : cue
    latest = timed
    return timed
  })
  return { cues: kept, remarks }
}
