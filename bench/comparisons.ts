import { compareQuotation } from '@/lib/domain/comparisons/quotes/compare-quotation'
import { locatorAt } from '@/lib/domain/comparisons/transcripts/locator'
import { readTranscript } from '@/lib/domain/comparisons/transcripts/read-transcript'
import { line, ratio } from './support/print-measure'

/** One quotation against 10,000 words of source in several scripts, beside the plainest alignment of the same words. */
export function measureComparisons(): void {
  for (const { what, language, printed, source } of QUOTATIONS) {
    const ours = timed(() => compareQuotation(printed, source, { language }))
    const theirs = timed(() => commonWords(printed, source, language))
    const { reading } = compareQuotation(printed, source, { language })
    line(
      `A quotation against 10,000 words, ${what}: ${ours.toFixed(1)} ms (${reading}), longest common words: ${theirs.toFixed(1)} ms`,
    )
    ratio(`Quotation against longest common words, ${what}`, ours / theirs, { most: 12 })
    ratio(`Quotation against 200 ms, ${what}`, ours / 200, { most: 1 })
  }
  measureTranscript()
}

/** Reading 10,000 words of captions and finding a passage in them, beside splitting them into lines and words. */
function measureTranscript(): void {
  const captions = Array.from({ length: 1_000 }, (_, index) => {
    const [minute, second] = [Math.floor(index / 20) % 60, (index * 3) % 60].map(twoDigits)
    return `${index + 1}\n00:${minute}:${second},000 --> 00:${minute}:${second},900\n${spoken(10, index)}`
  }).join('\n\n')
  const ours = timed(() => {
    const transcript = readTranscript(captions)
    return locatorAt(transcript, { start: 30_000, end: 30_100 })
  })
  const theirs = timed(() =>
    captions.split(/\r\n|\r|\n/).map((one) => one.match(/[\p{L}\p{N}]+/gu)),
  )
  line(`A transcript of 10,000 words: ${ours.toFixed(1)} ms, its words: ${theirs.toFixed(1)} ms`)
  ratio('Transcript against its words by a pattern', ours / theirs, { most: 12 })
}

const twoDigits = (value: number | undefined) => String(value).padStart(2, '0')

const ROUNDS = 9

/** Words that repeat as those of a long talk do, and never in the same order. */
function spoken(count: number, from = 0): string {
  return Array.from({ length: count }, (_, step) => {
    const at = from * 10 + step
    return WORDS[(at * at + 7 * at + Math.floor(at / 11)) % WORDS.length]
  }).join(' ')
}

const WORDS =
  'the bridge we will pay and council in spring it was of ferry winter a coast they harbour to year mayor nobody that contract for full amount with 2017 tonnes is not number you know I mean uh this had sum May said on people'.split(
    ' ',
  )

const QUOTED =
  'The bridge that we closed in the winter was never safe, and we will pay the whole sum that was agreed … to every farmer on the coast [of the strait] by the end of May'
const SAID =
  'The bridge that we, uh, closed in the winter was never safe, and we will pay the whole sum that was agreed with the council, as you know, to every farmer on the coast by the end of May.'

const CHINESE_QUOTED = '我们冬天关闭的那座大桥从来都不安全……我们会在五月底之前付清全部款项'
const CHINESE_SAID =
  '我们冬天关闭的那座大桥从来都不安全，这一点大家知道，我们会在五月底之前付清全部款项。'
const CHINESE =
  '土耳其在2017年签署了25亿美元的合同，射程为400公里。没有人知道漫长的冬天会给海岸的居民带来什么，许多人已经开始离开。'
const ARABIC =
  'تم توقيع العقد في عام 2017 بقيمة 2.5 مليار دولار، ولم يعرف أحد ما الذي سيحمله الشتاء الطويل إلى سكان الساحل. '

const QUOTATIONS = [
  {
    what: 'English',
    language: 'en',
    printed: QUOTED,
    source: `${spoken(5_000)} ${SAID} ${spoken(5_000, 500)}`,
  },
  {
    what: 'English, of 300 words',
    language: 'en',
    printed: spoken(300, 300),
    source: spoken(10_000),
  },
  {
    what: 'English, not in the source',
    language: 'en',
    printed: QUOTED,
    source: spoken(10_000),
  },
  {
    what: 'Arabic',
    language: 'ar',
    printed: 'تم دفع المبلغ بالكامل في نهاية مايو',
    source: `${ARABIC.repeat(250)}تَمَّ دفع المبلغ بالكامل في نهاية مايو ${ARABIC.repeat(250)}`,
  },
  {
    what: 'Chinese',
    language: 'zh',
    printed: CHINESE_QUOTED,
    source: `${CHINESE.repeat(160)}${CHINESE_SAID}${CHINESE.repeat(160)}`,
  },
]

/** The longest common subsequence of the words, by the full table and without the way back. */
function commonWords(printed: string, source: string, language: string): number {
  const wordsOf = (text: string) =>
    text
      .match(/[\p{sc=Han}]|[\p{L}\p{M}\p{N}]+/gu)
      ?.map((word) => word.toLocaleLowerCase(language)) ?? []
  const numbers = new Map<string, number>()
  const idsOf = (text: string) =>
    Int32Array.from(wordsOf(text), (word) => {
      const id = numbers.get(word) ?? numbers.size
      numbers.set(word, id)
      return id
    })
  const [ours, theirs] = [idsOf(printed), idsOf(source)]
  let above = new Int32Array(theirs.length + 1)
  for (const id of ours) {
    const row = new Int32Array(theirs.length + 1)
    for (let at = 1; at <= theirs.length; at++) {
      row[at] =
        theirs[at - 1] === id
          ? (above[at - 1] ?? 0) + 1
          : Math.max(above[at] ?? 0, row[at - 1] ?? 0)
    }
    above = row
  }
  return above[theirs.length] ?? 0
}

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
