import { findSameWords } from '@/lib/domain/sources/same-words'
import { sketchOf } from '@/lib/domain/sources/text-sketch'
import { line, ratio } from './support/print-measure'

/** Sketches of 1,000 captured texts of 800 words and the origins among them, beside splitting those texts into words. */
export function measureOrigins(): void {
  for (const [what, texts] of Object.entries({
    'a hundred wires, ten copies each': copies(100),
    'each of its own': copies(1_000),
    'half of each the same words': Array.from({ length: 1_000 }, (_, at) => halfTheSame(at)),
  })) {
    const sketches = texts.map((text, at) => ({ sourceId: `s${at}`, sketch: sketchOf(text) }))
    const sketching = timed(() => texts.map(sketchOf))
    const comparing = timed(() => findSameWords(sketches))
    const words = timed(() => texts.map((text) => new Set(text.match(/[\p{L}\p{M}\p{N}]+/gu))))
    const found = findSameWords(sketches).length
    line(
      `Origins among 1,000 captures, ${what}: ${comparing.toFixed(0)} ms (${found} proposed), their sketches: ${sketching.toFixed(0)} ms, their words: ${words.toFixed(0)} ms`,
    )
    ratio(`Origins against 2 s, ${what}`, (comparing + sketching) / 2_000, { most: 1 })
    ratio(`Sketches and origins against words, ${what}`, (comparing + sketching) / words, {
      most: 8,
    })
  }
}

const WORDS = 800

function copies(wires: number): string[] {
  return Array.from({ length: 1_000 }, (_, at) => written(at % wires, WORDS))
}

function halfTheSame(at: number): string {
  return `${written(0, WORDS / 2)} ${written(at + 1, WORDS / 2)}`
}

/** Words that are drawn by a fixed sequence for each text (Park and Miller's). */
function written(text: number, count: number): string {
  let seed = text * 7_919 + 17
  return Array.from({ length: count }, () => {
    seed = (seed * 48_271) % 2_147_483_647
    return `word${seed % 3_000}`
  }).join(' ')
}

const ROUNDS = 3

/** The least processor time of some rounds, in milliseconds: what the machine does besides only adds to it. */
function timed(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  return Math.min(...times)
}
