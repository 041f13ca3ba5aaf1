import { candidatesOf } from '@/lib/domain/candidates/candidates'
import { PRESSING } from '@/lib/domain/candidates/pressing'
import { coverageOf, gapsOf } from '@/lib/domain/coverage/coverage'
import { type Block, layOut } from '@/lib/domain/text/blocks'
import { wordsOf } from '@/lib/domain/text/words'
import { NAMED_PLACES, NOTHING_TO_CHECK } from '@/lib/testing/fixtures/named-places'
import { line, ratio } from './support/print-measure'

/** The candidates of texts in several scripts, each at five lengths, against the words of the same blocks; what is promised of an article of 10,000 words; and how many of the right ones are found. */
export function measureCandidates(): void {
  measurePromised()
  measureRight()
  for (const { what, language, blocks, hasWords } of TEXTS) {
    const curve = LENGTHS.map((length) => measure(language, blocks(length)))
    for (const { units, words, ours, theirs } of curve) {
      line(
        `Candidates of ${what}: ${units} units, ${words} words: ${ours.toFixed(1)} ms, words by Intl.Segmenter: ${theirs.toFixed(1)} ms`,
      )
    }
    const [short, last] = [curve[1], curve.at(-1)]
    if (!short || !last) continue
    if (hasWords) ratio(`Candidates against words, ${what}`, last.ours / last.theirs, { most: 3 })
    const growth = last.ours / last.units / (short.ours / short.units)
    ratio(`Time per unit at 40,000 words against 5,000, ${what}`, growth, { most: 1.5 })
  }
}

/** 10,000 English words: counting what is covered with 300 claims, and finding the gaps. */
function measurePromised(): void {
  const { text, blocks } = layOut(repeated(ENGLISH, 10_000, 57))
  const every = text.length / 300
  const claims = Array.from({ length: 300 }, (_, index) => ({
    start: Math.floor(index * every),
    end: Math.floor(index * every + every / 4),
  }))
  const finding = timed(() => wordsOf(text, blocks, 'en'))
  const coverage = timed(() => {
    const words = wordsOf(text, blocks, 'en')
    return [coverageOf(words, claims), gapsOf(words, claims, blocks)]
  })
  ratio('Coverage and gaps of 10,000 words against finding the words', coverage / finding, {
    most: 2,
  })
}

/** The places that corrections would name, and what is proposed where there is nothing to check. */
function measureRight(): void {
  const proposed = NAMED_PLACES.filter(({ sentence, place, kind = 'paragraph' }) => {
    const { text, blocks } = layOut([{ kind, text: sentence }])
    const at = text.indexOf(place)
    return candidatesOf(text, blocks, 'en').some(
      ({ start, end, score }) => score >= PRESSING && start <= at && at + place.length <= end,
    )
  })
  line(`Places that corrections would name: ${proposed.length} of ${NAMED_PLACES.length} proposed`)
  const { text, blocks } = layOut(NOTHING_TO_CHECK.map((text) => ({ kind: 'paragraph', text })))
  const words = wordsOf(text, blocks, 'en').length
  const wrong = candidatesOf(text, blocks, 'en').filter(({ score }) => score >= PRESSING)
  line(
    `Proposed where there is nothing to check: ${((wrong.length / words) * 1000).toFixed(1)} in 1,000 words`,
  )
}

const ROUNDS = 9

const LENGTHS = [2_500, 5_000, 10_000, 20_000, 40_000]

const ENGLISH =
  'In the spring of that year Ana Moss wrote that ferry number 12 carried 1,014 tonnes across the strait, more than in any season before it. Nobody knew what the long winter would bring to the coast, and many of them had begun to leave. “We will pay,” the mayor said, while coal fell in price by 3.5 percent again. '
const ARABIC =
  'تم توقيع العقد في عام 2017 بقيمة 2.5 مليار دولار، وتم دفع المبلغ بالكامل. ولم يعرف أحد ما الذي سيحمله الشتاء الطويل إلى سكان الساحل، وقد بدأ كثيرون منهم في الرحيل. '
const CHINESE =
  '土耳其在2017年签署了25亿美元的合同，射程为400公里。没有人知道漫长的冬天会给海岸的居民带来什么，许多人已经开始离开。他说：“合同已经全部履行完毕。”'

const THAI =
  'สัญญามูลค่า 2.5 พันล้านดอลลาร์ลงนามในปี 2017 และได้ชำระเงินครบถ้วนแล้ว ไม่มีใครรู้ว่าฤดูหนาวอันยาวนานจะนำอะไรมาสู่ผู้คนตามชายฝั่ง '
const JAPANESE =
  'トルコは2017年に25億ドルの契約に署名し、射程は400キロである。長い冬が沿岸の住民に何をもたらすかは誰も知らなかった。「契約はすべて履行された」と彼は述べた。'

const repeated = (part: string, words: number, wordsInPart: number) =>
  Array.from(
    { length: Math.ceil(words / wordsInPart) },
    (): Block => ({ kind: 'paragraph', text: part }),
  )

interface Text {
  what: string
  language: string
  /** Has words for the segmenter to find. */
  hasWords: boolean
  blocks: (words: number) => Block[]
}

const TEXTS: Text[] = [
  {
    what: 'English',
    language: 'en',
    hasWords: true,
    blocks: (words) => repeated(ENGLISH, words, 57),
  },
  {
    what: 'Arabic',
    language: 'ar',
    hasWords: true,
    blocks: (words) => repeated(ARABIC, words, 30),
  },
  {
    what: 'Chinese',
    language: 'zh',
    hasWords: true,
    blocks: (words) => repeated(CHINESE, words, 50),
  },
  {
    what: 'Thai',
    language: 'th',
    hasWords: true,
    blocks: (words) => repeated(THAI, words, 36),
  },
  {
    what: 'Japanese',
    language: 'ja',
    hasWords: true,
    blocks: (words) => repeated(JAPANESE, words, 45),
  },
  {
    what: 'one block without a space',
    language: 'en',
    hasWords: false,
    blocks: (words) => [{ kind: 'paragraph', text: 'abcde'.repeat(words) }],
  },
]

function measure(language: string, blocks: Block[]) {
  const { text, blocks: placed } = layOut(blocks)
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  let words = 0
  const segment = () => {
    words = 0
    for (const block of blocks) {
      for (const { isWordLike } of segmenter.segment(block.text)) if (isWordLike) words++
    }
  }
  const theirs = timed(segment)
  const ours = timed(() => candidatesOf(text, placed, language))
  return { units: text.length, words, ours, theirs }
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
