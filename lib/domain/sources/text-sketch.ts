import { wordsOf } from './compared-words'

/**
 * What of a text is kept to compare it with others: the hashes of its runs of five words, in ascending order. Of a long
 * text they are a sample, of which `halved` says how often it was halved; the same runs are in the sample of every text.
 */
export interface TextSketch {
  halved: number
  /** Unsigned, of 32 bits. */
  runs: Uint32Array
}

/** Whether something is a sketch. */
export function isSketch(value: unknown): value is TextSketch {
  return (
    typeof value === 'object' &&
    value !== null &&
    Number.isInteger(Reflect.get(value, 'halved')) &&
    Reflect.get(value, 'runs') instanceof Uint32Array
  )
}

/** How many hashes a sketch holds at most; a text of fewer words is compared whole. */
export const MOST_RUNS = 1_024

/** The sketch of a text in any script. Letter case, punctuation and the forms of characters (NFKC) make no difference. */
export function sketchOf(text: string): TextSketch {
  let runs = runsOf(text)
  let halved = 0
  while (runs.size > MOST_RUNS) {
    halved++
    runs = new Set([...runs].filter((run) => isSampled(run, halved)))
  }
  return { halved, runs: Uint32Array.from(runs).sort() }
}

/** The same text's sketch as it would be if it had been halved more often. */
export function thinned({ halved, runs }: TextSketch, to: number): TextSketch {
  if (to <= halved) return { halved, runs }
  return { halved: to, runs: runs.filter((run) => isSampled(run, to)) }
}

/** In words. Shorter runs are shared by texts on one subject, longer ones break at every edit. */
const RUN = 5

function runsOf(text: string): Set<number> {
  const words = Uint32Array.from(wordsOf(text), hashOf)
  const runs = new Set<number>()
  for (let at = 0; at + RUN <= words.length; at++) {
    let hash = 0
    for (const word of words.subarray(at, at + RUN)) hash = Math.imul(hash, 31) + word
    runs.add(mixed(hash))
  }
  return runs
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  }
  return mixed(hash)
}

/** Lets every bit of a hash depend on all others (the finalizer of MurmurHash3), so that samples of it are fair. */
function mixed(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

const isSampled = (run: number, halved: number) => run < 2 ** (32 - halved)
