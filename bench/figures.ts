import { compareFigures } from '@/lib/domain/comparisons/figures/comparing/compare-figures'
import { readFigures } from '@/lib/domain/comparisons/figures/reading/read-figures'
import { cpuTime } from '@/lib/testing/cpu-time'
import { line, ratio } from './support/print-measure'

/** The figures of a transcript of 10,000 words, and a claim held against them, beside finding its words. */
export function measureFigures(): void {
  const [short, long] = [transcript(5_000), transcript(10_000)]
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  const words = timed(() => PARAGRAPHS.map((text) => [...segmenter.segment(text)]))
  const reading = timed(() => readFigures(long))
  const comparing = timed(() => compareFigures(CLAIM, long))
  const figures = readFigures(long).length
  line(`${figures} figures in 10,000 words: read in ${reading.toFixed(1)} ms`)
  line(`Words by Intl.Segmenter: ${words.toFixed(1)} ms`)
  ratio('A claim against 10,000 words, in milliseconds', comparing, { most: 200 })
  ratio('Figures against words', reading / words, { most: 3 })
  const before = timed(() => readFigures(short))
  const growth = timed(() => readFigures(long)) / 2 / before
  ratio('Time per word at 10,000 words against 5,000', growth, { most: 1.5 })
  const all = timed(() => compareFigures(long, long), 3)
  line(`All figures of 10,000 words against each other: ${all.toFixed(0)} ms`)
}

const CLAIM =
  'The missile has a range of 400 km and cost $2.5 billion; about 300 people, a third of the crew, left in 2017, and prices rose by 5 percentage points.'

const SPOKEN =
  'We signed in 2017, and I said then that the range was 250 miles, give or take. Three hundred and twelve people were there, between 30 and 40 of them from the ministry, and it cost $2.5 billion, or 5 percent more than the year before. Nobody knew what the long winter would bring to the coast, and many of them had begun to leave. '

/** As many paragraphs as the long transcript has: the segmenter is slow on one long text. */
const PARAGRAPHS = Array.from(
  { length: Math.ceil(10_000 / SPOKEN.split(' ').length) },
  () => SPOKEN,
)

const transcript = (words: number) => SPOKEN.repeat(Math.ceil(words / SPOKEN.split(' ').length))

const timed = (work: () => unknown, rounds = 9) =>
  Math.min(...Array.from({ length: rounds }, () => cpuTime(() => void work())))
