import approximate from 'approx-string-match'
import { reanchor } from '@/lib/domain/anchoring/reanchor'
import { layOut, type Span } from '@/lib/domain/text/blocks'
import { align } from '@/lib/domain/text/diff/align'
import { textChanges } from '@/lib/domain/text/diff/changes'
import { cpuTime } from '@/lib/testing/cpu-time'
import { line, ratio } from './support/print-measure'

/**
 * Three hundred claims carried to a heavily edited revision, in ever longer texts, and against a search for each
 * quote, exact or nearly so, over the whole new text; then the comparison of two that have nothing in common.
 */
export function measureReanchor(): void {
  const curve = [5_000, 10_000, 20_000, 40_000].map((words) => {
    const { old, now, claims } = revisions(words)
    const time = timed(() => reanchor(align(old.text, now.text), claims))
    line(`${words} words, ${claims.length} claims: ${time.toFixed(1)} ms`)
    return time / words
  })
  ratio('Time per word at eight times the length', (curve.at(-1) ?? 0) / (curve[0] ?? 1), {
    most: 2,
  })

  const { old, now, claims } = revisions(10_000)
  const ours = timed(() => reanchor(align(old.text, now.text), claims))
  const theirs = timed(() => {
    for (const { start, end } of claims) {
      const quote = old.text.slice(start, end)
      if (!now.text.includes(quote)) approximate(now.text, quote, Math.floor(quote.length / 2))
    }
  }, 3)
  const everyQuote = timed(() => {
    for (const { start, end } of claims) {
      approximate(now.text, old.text.slice(start, end), Math.floor((end - start) / 2))
    }
  }, 3)
  const count = new Map<string, number>()
  for (const { outcome } of reanchor(align(old.text, now.text), claims)) {
    const { what } = outcome
    count.set(what, (count.get(what) ?? 0) + 1)
  }
  line(
    `300 claims over 10000 words: ${ours.toFixed(1)} ms; approximate search for each: ${everyQuote.toFixed(0)} ms, only for those that are not there: ${theirs.toFixed(0)} ms`,
  )
  line(`Outcomes: ${[...count].map(([what, times]) => `${times} ${what}`).join(', ')}`)
  ratio('Approximate search of every quote against carrying all claims', everyQuote / ours, {
    least: 10,
  })

  const [one, other] = [textOf(60_000, 1), textOf(60_000, 2)]
  const time = timed(() => textChanges(align(one.text, other.text)), 2)
  ratio('Seconds to compare 60000 words with 60000 unrelated ones', time / 1_000, { most: 2 })
}

const CLAIMS = 300

/** A text, the same with every twelfth word changed, paragraphs moved, cut and put in, and claims of its words. */
function revisions(words: number) {
  const random = randomOf(7)
  const paragraphs = paragraphsOf(words, 1)
  const edited = paragraphs.flatMap((paragraph) => {
    const chance = random()
    if (chance < 0.04) return []
    const text = paragraph.replace(/\w+/g, (word) => (random() < 1 / 12 ? wordOf(random) : word))
    return chance < 0.08 ? [text, sentenceOf(random)] : [text]
  })
  for (let move = 0; move < edited.length / 20; move++) {
    const [piece = ''] = edited.splice(Math.floor(random() * edited.length), 1)
    edited.splice(Math.floor(random() * edited.length), 0, piece)
  }
  const old = laid(paragraphs)
  const claims = Array.from({ length: CLAIMS }, (_, index): Span => {
    const near = Math.floor(((index + random()) / CLAIMS) * (old.text.length - 200))
    const start = old.text.indexOf(' ', near) + 1
    return { start, end: old.text.indexOf(' ', start + 20 + Math.floor(random() * 60)) }
  })
  return { old, now: laid(edited), claims }
}

const laid = (texts: readonly string[]) =>
  layOut(texts.map((text) => ({ kind: 'paragraph', text })))

const textOf = (words: number, seed: number) => laid(paragraphsOf(words, seed))

function paragraphsOf(words: number, seed: number): string[] {
  const random = randomOf(seed)
  return Array.from({ length: Math.ceil(words / 60) }, () =>
    Array.from({ length: 4 }, () => sentenceOf(random)).join(' '),
  )
}

const sentenceOf = (random: () => number) =>
  `${Array.from({ length: 15 }, () => wordOf(random)).join(' ')}.`

const SMALL = ['the', 'of', 'and', 'in', 'to', 'a', 'that', 'was', 'for', 'it', 'on', 'with']

/** Some words often and most of them seldom, as in any language. */
function wordOf(random: () => number): string {
  if (random() < 0.4) return SMALL[Math.floor(random() * SMALL.length)] ?? 'the'
  return `w${Math.floor(6_000 * random() ** 2).toString(26)}`
}

function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** The least milliseconds of processor time in some rounds. */
const timed = (work: () => unknown, rounds = 15) =>
  Math.min(...Array.from({ length: rounds }, () => cpuTime(() => void work())))
