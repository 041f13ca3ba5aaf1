import { expect, test } from 'vitest'
import { atOnce, inTurns, type Pieces } from './in-turns'
import { layOut } from './text/blocks'
import { aligning } from './text/diff/align'
import { findingChanges } from './text/diff/changes'
import { findingWords } from './text/words'

test('work in turns gives what it gives at once, and others have their turn meanwhile', async () => {
  const adding = function* (): Pieces<number> {
    let sum = 0
    for (let piece = 0; piece < 40; piece++) {
      for (const until = performance.now() + 2; performance.now() < until; ) sum += 0
      sum += piece
      yield
    }
    return sum
  }
  let turns = 0
  const others = setInterval(() => turns++)
  const sum = await inTurns(adding())
  clearInterval(others)
  expect(sum).toBe(atOnce(adding()))
  expect(turns).toBeGreaterThan(3)
})

/** A turn ends with the piece in which ten milliseconds are over. In milliseconds of work. */
const LONGEST_PIECE = 60
/** What a piece may be of all the work: machines are slow, and others use them too. */
const LARGEST_PART = 1 / 4
const LONG = 1_000_000

test.each(['-', '大桥关闭', 'Mr. '])(
  'no piece of the words of a million characters (%s…) is long',
  (part) => {
    const { text, blocks } = layOut([{ kind: 'paragraph', text: part.repeat(LONG / part.length) }])
    expectShortPieces(() => findingWords(text, blocks, 'zh'))
  },
)

test.each([
  ['the same hyphen', '-'.repeat(LONG), '-'.repeat(LONG)],
  ['marks without an order', marks(7), marks(11)],
  [
    'nearly the same marks',
    `${'-'.repeat(9)}=`.repeat(LONG / 10),
    `${'-'.repeat(9)}+`.repeat(LONG / 10),
  ],
])('no piece of comparing two texts of a million non-words (%s) is long', (_, old, now) => {
  expectShortPieces(() => aligning(old, now))
  const alignment = atOnce(aligning(old, now))
  expectShortPieces(() => findingChanges(alignment))
})

/** Marks in an order that two texts do not share, so that all of it is looked through. */
function marks(seed: number): string {
  const all = '!?;:()[]{}*+=<>/|~^%$#@&'
  let state = seed
  return Array.from({ length: LONG }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return all[(state >> 8) % all.length]
  }).join('')
}

/**
 * No piece of some work is long, by the process's own work. Of each piece the shortest of three times counts, since it is
 * the same work, and the collector’s comes at another moment.
 */
function expectShortPieces(work: () => Pieces<unknown>): void {
  const times = [piecesOf(work()), piecesOf(work()), piecesOf(work())]
  const [first = []] = times
  const best = first.map((_, at) => Math.min(...times.map((all) => all[at] ?? 0)))
  const all = best.reduce((sum, one) => sum + one, 0)
  expect(Math.max(...best)).toBeLessThan(Math.max(LONGEST_PIECE, all * LARGEST_PART))
}

function piecesOf(work: Pieces<unknown>): number[] {
  const times: number[] = []
  for (let done: boolean | undefined; !done; ) {
    const began = process.cpuUsage()
    done = work.next().done
    times.push(process.cpuUsage(began).user / 1_000)
  }
  return times
}
