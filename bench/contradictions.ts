import { readFigures } from '@/lib/domain/comparisons/figures/reading/read-figures'
import { contradictionsIn } from '@/lib/domain/contradictions/contradictions'
import { type Block, layOut } from '@/lib/domain/text/blocks'
import { cpuTime } from '@/lib/testing/cpu-time'
import {
  CONTRADICTING_TEXTS,
  type ContradictingText,
  laidOut,
  MISSED_TEXTS,
} from '@/lib/testing/fixtures/contradicting-texts'
import { line, ratio } from './support/print-measure'

/** What a text of 10,000 words says differently, beside reading its figures; and how much of what is found in small texts is right. */
export function measureContradictions(): void {
  const [short, long] = [article(5_000), article(10_000)]
  const figures = timed(() => readFigures(long.text, 'en'))
  const found = contradictionsIn(long.text, long.blocks, 'en').length
  const finding = timed(() => contradictionsIn(long.text, long.blocks, 'en'))
  line(`${found} contradictions in 10,000 words, figures read in ${figures.toFixed(1)} ms`)
  ratio('Contradictions in 10,000 words, in milliseconds', finding, { most: 100 })
  ratio('Contradictions against reading the figures', finding / figures, { most: 6 })
  const before = timed(() => contradictionsIn(short.text, short.blocks, 'en'))
  ratio('Time per word at 10,000 words against 5,000', finding / before / 2, { most: 1.6 })
  const { right, wrong, missed } = told([...CONTRADICTING_TEXTS, ...MISSED_TEXTS])
  line(`Small texts: ${right} found rightly, ${wrong} wrongly, ${missed} missed`)
  ratio('Precision', right / (right + wrong), { least: 0.9 })
  ratio('Recall', right / (right + missed), { least: 0.8 })
}

/** How many contradictions of small texts are found, how many are found that are none, and how many are not found. */
function told(texts: readonly ContradictingText[]) {
  const sums = { right: 0, wrong: 0, missed: 0 }
  for (const [, small, expected] of texts) {
    const { text, blocks } = laidOut(small)
    const found = contradictionsIn(text, blocks, 'en').map(
      ({ kind, one, other }) => `${kind}: ${one.words} | ${other.words}`,
    )
    const right = found.filter((one) => expected.includes(one)).length
    sums.right += right
    sums.wrong += found.length - right
    sums.missed += expected.length - right
  }
  return sums
}

/** The small texts one after the other, and then those that agree, each of a town of its own, until there are so many words. */
function article(words: number) {
  const blocks: Block[] = []
  for (let round = 0, count = 0; count < words; round++) {
    for (const [at, [, small, expected]] of CONTRADICTING_TEXTS.entries()) {
      if (round > 0 && expected.length > 0) continue
      const { text, blocks: placed } = laidOut(small)
      for (const { kind, start, end } of placed) {
        const said =
          text.slice(start, end).replace(/(?=\.(?: |$)|$)/g, ` in Town${round}x${at}`) + PLAIN
        blocks.push({ kind: kind === 'headline' ? 'subhead' : kind, text: said })
        count += said.split(' ').length
      }
      if (count >= words) break
    }
  }
  return layOut(blocks)
}

/** Most sentences say no figure. */
const PLAIN =
  ' Nobody knew what the long winter would bring to the coast, and many had begun to leave.'

const timed = (work: () => unknown, rounds = 5) =>
  Math.min(...Array.from({ length: rounds }, () => cpuTime(() => void work())))
