import { type Span, splitsPair } from '../text/blocks'
import type { TextChange } from '../text/diff/changes'

/** In UTF-16 units: so much of what stayed is shown around what changed. */
const AROUND = 140

/**
 * The places where two texts differ, each with a little of what stands around it; what was only set otherwise is taken for
 * the same, and places that stand close together are one.
 *
 * @param now the newer text, whose words are shown of what stayed
 */
export function excerptsOf(
  changes: readonly TextChange[],
  now: string,
  around = AROUND,
): TextChange[][] {
  const excerpts: TextChange[][] = [[]]
  for (const change of joined(changes)) {
    const { what, now: stayed } = change
    if (what !== 'same' || stayed.end - stayed.start <= 2 * around) {
      excerpts.at(-1)?.push(change)
      continue
    }
    excerpts.at(-1)?.push({ ...change, now: beginningOf(stayed, now, around) })
    excerpts.push([{ ...change, now: endOf(stayed, now, around) }])
  }
  return excerpts.filter((one) => one.some(({ what }) => what !== 'same'))
}

/** Stretches that differ in nothing that counts are joined with their neighbours. */
function joined(changes: readonly TextChange[]): TextChange[] {
  const found: TextChange[] = []
  for (const { what, old, now } of changes) {
    const last = found.at(-1)
    const isSame = what === 'same' || what === 'typographic'
    if (isSame && last?.what === 'same') {
      last.old = { start: last.old.start, end: old.end }
      last.now = { start: last.now.start, end: now.end }
    } else found.push({ what: isSame ? 'same' : what, old, now })
  }
  return found
}

/** At most so much of a stretch, up to where a word ends. */
function beginningOf({ start, end }: Span, text: string, most: number): Span {
  const at = start + most
  if (at >= end) return { start, end }
  const word = /\s\S{0,40}$/.exec(text.slice(start, at))
  return { start, end: word ? start + word.index : whole(text, at) }
}

/** The same from where a word begins. */
function endOf({ start, end }: Span, text: string, most: number): Span {
  const at = end - most
  if (at <= start) return { start, end }
  const word = /^\S{0,40}\s/.exec(text.slice(at, end))
  return { start: word ? at + word[0].length : whole(text, at), end }
}

const whole = (text: string, at: number) => (splitsPair(text, at) ? at - 1 : at)
