import { type TextSketch, thinned } from './text-sketch'

/** A captured text of a source. */
export interface CapturedText {
  sourceId: string
  sketch: TextSketch
}

/** Sources whose texts are nearly the same. */
export interface SameWords {
  sourceIds: string[]
  /** Of the text that agrees least, how much stands in the longest one, from 0 to 1. */
  share: number
}

/**
 * Sources that say the same words: each with a text of which most stands in the longest text of its group, and that is a
 * good part of that one. What quotes the same statement, or hardly says anything, is not among them. A source stands in
 * no group with one that it was told apart from, and in one group only.
 */
export function findSameWords(
  texts: readonly CapturedText[],
  isToldApart: (sourceId: string, otherId: string) => boolean = () => false,
): SameWords[] {
  const halved = Math.max(0, ...texts.map(({ sketch }) => sketch.halved))
  const long = texts
    .map((text) => ({ ...text, runs: thinned(text.sketch, halved).runs }))
    .filter(({ sketch, runs }) => sketch.runs.length >= FEWEST_RUNS && runs.length > 0)
    .sort((one, other) => other.runs.length - one.runs.length)
  const groups: Group[] = []
  const index: Index = new Map()
  const placed = new Set<string>()
  for (const text of long) {
    if (placed.has(text.sourceId)) continue
    const found = nearest(groups, sharedWith(index, groups.length, text.runs), text.runs)
    const isApart = found?.group.sourceIds.some((other) => isToldApart(text.sourceId, other))
    placed.add(text.sourceId)
    if (found && !isApart) {
      found.group.sourceIds.push(text.sourceId)
      found.group.share = Math.min(found.group.share, found.share)
      continue
    }
    for (const run of text.runs) hold(index, run, groups.length)
    groups.push({ sourceIds: [text.sourceId], share: 1, runs: text.runs.length })
  }
  return groups
    .filter(({ sourceIds }) => sourceIds.length > 1)
    .map(({ sourceIds, share }) => ({ sourceIds, share }))
}

interface Group extends SameWords {
  /** Of its longest text. */
  runs: number
}

/** A text has to be longer than this, in runs of words: formulas of a few words are everybody's. */
const FEWEST_RUNS = 20

/** How much of the shorter text has to stand in the longer one. */
const LEAST_OF_SHORTER = 0.6

/** How much of the longer text that has to be: less is a quotation. */
const LEAST_OF_LONGER = 0.3

/** Which groups' longest texts hold a run. Most runs are in one text only, and a list for each of those would cost most of the time. */
type Index = Map<number, number | number[]>

function hold(index: Index, run: number, group: number): void {
  const holders = index.get(run)
  if (holders === undefined) index.set(run, group)
  else if (typeof holders === 'number') index.set(run, [holders, group])
  else holders.push(group)
}

/** How many runs a text shares with the longest text of each group. */
function sharedWith(index: Index, groups: number, runs: Uint32Array): Uint32Array {
  const shared = new Uint32Array(groups)
  for (const run of runs) {
    const holders = index.get(run)
    if (holders === undefined) continue
    for (const group of typeof holders === 'number' ? [holders] : holders) {
      shared[group] = (shared[group] ?? 0) + 1
    }
  }
  return shared
}

function nearest(groups: readonly Group[], shared: Uint32Array, { length }: Uint32Array) {
  let found: { group: Group; share: number } | null = null
  groups.forEach((group, at) => {
    const share = (shared[at] ?? 0) / length
    const isMuch = share >= LEAST_OF_SHORTER && (shared[at] ?? 0) / group.runs >= LEAST_OF_LONGER
    if (isMuch && share > (found?.share ?? 0)) found = { group, share }
  })
  return found as { group: Group; share: number } | null
}
