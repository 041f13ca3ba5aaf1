import { folded } from './terms/folded'

/** How often each run of four letters is in a text, spaces and marks counting as one letter; runs are hashed. */
export type LetterRuns = ReadonlyMap<number, number>

const RUN = 4

/** In Chinese, Japanese and Korean, where a letter says as much as a syllable, a run is two of them. */
const RUN_OF_SYLLABLES = 2
const FIRST_OF_SYLLABLES = 0x2e80

/** The runs of a text’s folded letters: what is misspelt, joined or bent otherwise still shares most of them. */
export function letterRuns(text: string): Map<number, number> {
  const letters = ` ${folded(text).replace(NO_LETTERS, ' ').trim()} `
  const runs = new Map<number, number>()
  for (let at = 0; at + RUN_OF_SYLLABLES <= letters.length; at++) {
    const run = letters.charCodeAt(at) < FIRST_OF_SYLLABLES ? RUN : RUN_OF_SYLLABLES
    if (at + run > letters.length) continue
    let hash = 0
    for (let next = at; next < at + run; next++) hash = (hash * 31 + letters.charCodeAt(next)) | 0
    runs.set(hash, (runs.get(hash) ?? 0) + 1)
  }
  return runs
}

const NO_LETTERS = /[^\p{L}\p{M}\p{N}]+/gu

/** What a run counts for, besides how often it is there. */
export type RunWeight = (run: number) => number

/** Likeness to one text, in runs, from 0 to 1 (cosine), as `weight` weighs them. */
export function likenessTo(text: LetterRuns, weight: RunWeight): (other: LetterRuns) => number {
  const weighed = new Map<number, number>()
  for (const [run, count] of text) weighed.set(run, dampened(count) * weight(run))
  let squares = 0
  for (const value of weighed.values()) squares += value ** 2
  const length = Math.sqrt(squares)
  return (other) => {
    let shared = 0
    let theirs = 0
    for (const [run, count] of other) {
      const value = dampened(count) * weight(run)
      theirs += value ** 2
      const mine = weighed.get(run)
      if (mine) shared += mine * value
    }
    return shared === 0 ? 0 : shared / (length * Math.sqrt(theirs))
  }
}

const dampened = (count: number) => (count === 1 ? 1 : 1 + Math.log(count))
