/** How a figure is softened by the words before it: `nearly` is a little under, `over` is more than and not as much as. */
export type Hedge = 'about' | 'nearly' | 'over' | 'at least' | 'under' | 'at most'

/** The words of one language that figures are made of, in lower case. */
export interface Vocabulary {
  decimal: '.' | ','
  /** Number words below a thousand; hundreds that take a number before them are `hundred`. */
  numbers: ReadonlyMap<string, bigint>
  /** The number one, which is a figure only before a scale, a fraction or a unit. */
  ones: ReadonlySet<string>
  /** Articles that can be the number one: never before a unit, but per cent. */
  articles: ReadonlySet<string>
  /** A thousand and all above. */
  scales: ReadonlyMap<string, bigint>
  /** Words that may stand between two number words. */
  joiners: ReadonlySet<string>
  /** Whether number words are written together (`dreihundert`). */
  isCompounding: boolean
  /** Parts of a whole by their number: `third` is 3. */
  parts: ReadonlyMap<string, bigint>
  /** Words that multiply: `doubled` is 2; with `halved` 1/2. */
  multiples: ReadonlyMap<string, string>
  /** What stands after a number to say times as much. */
  times: RegExp
  months: ReadonlyMap<string, number>
  hedges: Readonly<Record<Hedge, RegExp>>
  /** Before a year. */
  beforeYear: RegExp
  /** Before and between the ends of a range. */
  between: RegExp
  and: RegExp
  to: RegExp
  /** What rises or falls from one figure to another names two, and no range. */
  changes: RegExp
  /** What stands after or before a number of years that is an age. */
  ageAfter: RegExp
  ageBefore: RegExp
  /** Words that no figure is a figure of. */
  empty: ReadonlySet<string>
}

/** What a language's file says in short. */
export interface VocabularyWords {
  decimal: '.' | ','
  /** `three 3, four 4`, parted by commas. */
  numbers: string
  ones: string
  articles: string
  scales: string
  joiners: string
  isCompounding?: boolean
  parts: string
  multiples: string
  times: RegExp
  /** January to December, each with its other forms behind strokes. */
  months: string
  /** Phrases parted by strokes. */
  hedges: Record<Hedge, string>
  beforeYear: string
  between: string
  and: string
  to: string
  changes: string
  ageAfter: RegExp
  ageBefore: string
  empty: string
}

/** Makes what a language's file says ready to be looked up. */
export function vocabulary(words: VocabularyWords): Vocabulary {
  return {
    ...words,
    numbers: numbered(words.numbers),
    ones: new Set(words.ones.split(' ')),
    articles: new Set(words.articles.split(' ')),
    scales: numbered(`${words.scales}, ${EVERYWHERE}`),
    joiners: new Set(words.joiners.split(' ')),
    isCompounding: words.isCompounding ?? false,
    parts: numbered(words.parts),
    multiples: new Map(pairs(words.multiples)),
    months: new Map(
      words.months
        .split(' ')
        .flatMap((forms, index) => forms.split('|').map((form) => [form, index + 1] as const)),
    ),
    hedges: {
      about: before(words.hedges.about),
      nearly: before(words.hedges.nearly),
      over: before(words.hedges.over),
      'at least': before(words.hedges['at least']),
      under: before(words.hedges.under),
      'at most': before(words.hedges['at most']),
    },
    beforeYear: before(words.beforeYear),
    between: before(words.between),
    and: whole(words.and),
    to: whole(words.to),
    changes: new RegExp(`(?<!\\p{L})(?:${words.changes})(?!\\p{L})`, 'iu'),
    ageBefore: before(words.ageBefore),
    empty: new Set(
      [words.empty, words.between, words.ageBefore, ...Object.values(words.hedges)].flatMap(
        (list) => list.split(/[ |]/),
      ),
    ),
  }
}

/** Short scales that newsrooms use whatever the language. */
const EVERYWHERE =
  'k 1000, bn 1000000000, mn 1000000, tn 1000000000000, mio 1000000, mrd 1000000000, mln 1000000, mld 1000000000, lakh 100000, lakhs 100000, crore 10000000, crores 10000000'

const pairs = (list: string): [string, string][] =>
  list === ''
    ? []
    : list.split(', ').map((pair) => {
        const gap = pair.lastIndexOf(' ')
        return [pair.slice(0, gap), pair.slice(gap + 1)]
      })

const numbered = (list: string) =>
  new Map(pairs(list).map(([word, value]) => [word, BigInt(value)] as const))

const before = (phrases: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases})\\s*$`, 'iu')
const whole = (phrases: string) => new RegExp(`^\\s?(?:${phrases})\\s$`, 'iu')
