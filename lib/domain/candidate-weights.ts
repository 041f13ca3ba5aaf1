/**
 * What makes a sentence worth a check, each with its weight in a logistic sum: fitted once on public
 * sets of sentences that people had judged, then rounded and read over by hand.
 */
export interface Feature {
  id: string
  weight: number
  /** The most times that it counts in one sentence. */
  most: number
}

/** Words that count, in lower case; two words are joined by `_`, and `^` asks for the first word. */
export interface WordFeature extends Feature {
  words: string
}

export interface ShapeFeature extends Feature {
  count: (sentence: string, words: readonly string[]) => number
}

const some = (pattern: RegExp) => (sentence: string) => sentence.match(pattern)?.length ?? 0

export const SHAPES: readonly ShapeFeature[] = [
  { id: 'always', weight: 0, most: 1, count: () => 1 },
  { id: 'figures', weight: 0, most: 3, count: some(/\p{N}+(?:[.,]\p{N}+)*/gu) },
  { id: 'large-figure', weight: 0, most: 1, count: some(/\d,\d{3}/g) },
  { id: 'year', weight: 0, most: 1, count: some(/(?<!\d)(?:1[89]|20)\d\d(?!\d)/g) },
  { id: 'money', weight: 0, most: 1, count: some(/\p{Sc}/gu) },
  { id: 'percent-sign', weight: 0, most: 1, count: some(/%/g) },
  {
    id: 'names',
    weight: 0,
    most: 4,
    count: some(/(?<=[\p{L}\p{N},]["”)]? ["“(]?)\p{Lu}[\p{Ll}.][\p{L}]*/gu),
  },
  {
    id: 'acronyms',
    weight: 0,
    most: 2,
    count: some(/(?<!\p{L})(?:\p{Lu}{2,5}|(?:\p{Lu}\.){2,})(?!\p{L})/gu),
  },
  { id: 'question', weight: 0, most: 1, count: some(/\?["”’)]*\s*$/g) },
  { id: 'exclamation', weight: 0, most: 1, count: some(/!["”’)]*\s*$/g) },
  { id: 'broken-off', weight: 0, most: 1, count: some(/(?:\.\.\.|…|--?|[—–-])["”’)]*\s*$/g) },
  { id: 'quotation', weight: 0, most: 1, count: some(/["“”«»]/g) },
  {
    id: 'length',
    weight: 0,
    most: 4,
    count: (_sentence, words) => Math.log2(1 + words.length) - 2,
  },
  { id: 'short', weight: 0, most: 1, count: (_sentence, words) => (words.length < 6 ? 1 : 0) },
  { id: 'very-short', weight: 0, most: 1, count: (_sentence, words) => (words.length < 4 ? 1 : 0) },
  { id: 'very-long', weight: 0, most: 1, count: (_sentence, words) => (words.length > 40 ? 1 : 0) },
  {
    id: 'regular-past',
    weight: 0,
    most: 3,
    count: (_s, words) => words.filter((w) => w.length > 4 && w.endsWith('ed')).length,
  },
  {
    id: 'going-on',
    weight: 0,
    most: 2,
    count: (_s, words) => words.filter((w) => w.length > 5 && w.endsWith('ing')).length,
  },
  {
    id: 'not',
    weight: 0,
    most: 2,
    count: (_s, words) => words.filter((w) => w.endsWith("n't") || w === 'not').length,
  },
  {
    id: 'contracted-will',
    weight: 0,
    most: 1,
    count: (_s, words) => words.filter((w) => w.endsWith("'ll") || w.endsWith("'d")).length,
  },
]

const words = (id: string, most: number, weight: number, list: string): WordFeature => ({
  id,
  most,
  weight,
  words: list,
})

export const FEATURES: readonly WordFeature[] = [
  words(
    'number-word',
    2,
    0,
    'one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety',
  ),
  words(
    'large-number',
    2,
    0,
    'dozen dozens hundred hundreds thousand thousands million millions billion billions trillion',
  ),
  words(
    'share',
    2,
    0,
    'percent per_cent percentage half third quarter double twice triple majority out_of one_of',
  ),
  words(
    'growth',
    2,
    0,
    'increase increased increases increasing rose risen raised rise grew grown growth doubled doubling tripled quadrupled expanded up_to added adding',
  ),
  words(
    'decline',
    2,
    0,
    'decrease decreased fell fallen dropped declined reduced reduction cut cuts lost loss lose losing down shrunk slashed eliminated closed',
  ),
  words('comparison', 2, 0, 'more less fewer higher lower bigger larger greater than compared'),
  words('good-or-bad-comparison', 1, 0, 'better worse'),
  words(
    'superlative',
    2,
    0,
    'most least highest lowest largest biggest greatest fastest slowest oldest longest worst best',
  ),
  words('first-or-only', 2, 0, 'first only single record ever history unprecedented'),
  words('never-or-every', 2, 0, 'never every always nobody none no_one'),
  words('all', 2, 0, 'all any everything everybody entire'),
  words('was', 2, 0, "was were wasn't weren't"),
  words('has', 2, 0, "has had have been hasn't hadn't haven't they've we've he's she's"),
  words('is', 2, 0, "is are isn't aren't it's that's they're"),
  words(
    'said',
    2,
    0,
    'said says saying told tells called stated claimed claims reported wrote announced testified denied admitted according_to quoted named',
  ),
  words(
    'voted',
    2,
    0,
    'voted vote votes vetoed opposed supported supports endorsed proposed promised pledged against sponsored backed favored',
  ),
  words(
    'enacted',
    2,
    0,
    'signed passed enacted negotiated approved repealed appointed elected ratified introduced nominated withdrew',
  ),
  words(
    'did',
    3,
    0,
    "did didn't took taken gave given made went gone came won ended started began brought built sold bought left sent put got ran kept held found paid spent received led stood saw met became created used inherited borrowed invested settled",
  ),
  words(
    'harmed',
    2,
    0,
    'killed died dead murdered attacked destroyed bombed shot invaded murder murders deaths attack attacks stolen stole hacked',
  ),
  words(
    'happens',
    2,
    0,
    'pay pays paying spend spends spending cost costs costing gets takes makes gives goes owns runs sends taking leaving coming pouring moving',
  ),
  words('he-or-she', 2, 0, "he she his her him he's she's"),
  words('they', 2, 0, "they them their they're they've"),
  words('it', 1, 0, 'it its'),
  words('i', 2, 0, "i me my mine i'm i've"),
  words('we', 2, 0, "we us our we're we've"),
  words('you', 2, 0, "you your you're you've"),
  words('will', 2, 0, "will shall going_to won't gonna"),
  words('would', 2, 0, "would could may might wouldn't couldn't"),
  words('should', 2, 0, "should must need needs have_to ought got_to shouldn't"),
  words('can', 1, 0, "can can't cannot"),
  words(
    'opinion',
    2,
    0,
    'think believe feel hope guess suppose know agree mean understand think_that',
  ),
  words('wish', 2, 0, 'want wants wanted like love try trying hope wish'),
  words(
    'thanks',
    1,
    0,
    'thank thanks please welcome god bless congratulations sorry applause laughter good_evening goodnight',
  ),
  words('address', 1, 0, "let let's look listen remember imagine tell ask"),
  words(
    'question-word',
    1,
    0,
    '^what ^why ^how ^who ^do ^does ^did ^are ^is ^can ^would ^will ^where ^when ^should ^could ^have',
  ),
  words('opening-conjunction', 1, 0, '^and ^but ^so ^because ^or'),
  words('opening-filler', 1, 0, '^well ^now ^look ^yes ^no ^ok ^okay ^oh ^right'),
  words('opening-i', 1, 0, "^i ^i'm ^i'll ^i'd ^i've"),
  words('opening-we', 1, 0, "^we ^we're ^we've ^we'll ^let's"),
  words('opening-this', 1, 0, "^this ^that ^that's ^these ^it ^it's ^there"),
  words('opening-they', 1, 0, "^he ^she ^they ^he's ^she's ^they're"),
  words('if', 1, 0, 'if unless whether'),
  words(
    'because',
    1,
    0,
    'because since therefore caused result due_to led_to leads_to responsible',
  ),
  words(
    'hedge',
    1,
    0,
    'maybe perhaps probably kind_of sort_of almost about some something things thing really very',
  ),
  words(
    'praise-or-blame',
    2,
    0,
    'great good bad terrible wonderful important wrong right tough strong beautiful tremendous horrible disaster incredible proud amazing best',
  ),
  words(
    'public-matter',
    3,
    0,
    'tax taxes jobs job unemployment deficit debt budget trade economy income wages insurance medicare medicaid welfare poverty energy oil gas manufacturing imports exports prices inflation workers rate rates crime guns drugs immigration border immigrants schools education',
  ),
  words(
    'health',
    1,
    0,
    'health healthcare health_care drug doctors hospitals patients care abortion',
  ),
  words(
    'state',
    2,
    0,
    'federal government congress senate house administration department party republican republicans democrats democratic campaign court supreme white_house bill law plan program',
  ),
  words('office', 2, 0, 'president senator governor secretary mayor judge general mr mrs'),
  words(
    'force',
    2,
    0,
    'war troops military army weapons nuclear terrorist terrorists terrorism missile missiles soldiers police fighting',
  ),
  words(
    'nations',
    2,
    0,
    'country countries nation nations world states american americans america united foreign',
  ),
  words(
    'money-word',
    2,
    0,
    'dollar dollars money cents billionaire fund funds funding company companies business businesses corporations banks',
  ),
  words(
    'time-past',
    2,
    0,
    'ago last year years month months week weeks decade decades yesterday days since back',
  ),
  words('time-now', 1, 0, 'today now currently right_now this_year still already'),
  words(
    'law',
    1,
    0,
    'illegal illegally guilty convicted indicted arrested investigation lawsuit sued charged court fbi treaty deal agreement contract constitution amendment',
  ),
  words(
    'people',
    2,
    0,
    'people families family children women men kids voters students seniors veterans citizens',
  ),
  words(
    'record',
    1,
    0,
    'study report poll polls statistics evidence data numbers fact number records documents analysis',
  ),
  words('lie', 1, 0, "lie lied false true wrong debunked untrue never_said didn't"),
]
