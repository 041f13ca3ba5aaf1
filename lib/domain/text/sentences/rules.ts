import { MONTHS } from '../english'
import { ENGLISH_OPENERS, GERMAN_ORDINALS } from './abbreviations'

/**
 * One correction of the Unicode sentence boundaries (UAX #29): a boundary is lifted where everything
 * given matches. A rule without languages holds for all.
 */
export interface JoinRule {
  id: string
  /** The last word before the boundary, with its stop and without opening marks. */
  word?: RegExp
  /** What follows the boundary. */
  after?: RegExp
  /** The sentence up to the boundary, if it is short. */
  whole?: RegExp
  /** The last words before the boundary, without white space at their end. */
  before?: RegExp
  /** Only where no white space stands at the boundary. */
  attached?: true
  languages?: readonly string[]
}

/** A boundary that UAX #29 does not see: where the pattern ends. */
export interface SplitRule {
  id: string
  at: RegExp
  languages?: readonly string[]
}

/** A name, number or opening mark, but no word that opens a sentence. */
export const GOES_ON = new RegExp(
  `^(?!(?:${ENGLISH_OPENERS.replaceAll(' ', '|')})(?![\\p{L}\\p{N}]))[\\p{Lu}\\p{N}(&]`,
  'u',
)

/** A figure, or a month before one. */
export const NUMBER_FOLLOWS = new RegExp(
  `^(?:[#№(]?\\d|[IVXLC]+(?!\\p{L})|${MONTHS.join('|')})`,
  'u',
)

const HOUR_GOES_ON =
  /^(?:[A-Z]{2,4}(?!\p{L})|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Eastern|Pacific|Central|\()/u
const GERMAN_NOUN = new RegExp(`^(?:${GERMAN_ORDINALS.replaceAll(' ', '|')})`, 'u')
const REFERENCE = '\\[(?:\\d{1,3}|\\p{Ll}|note \\d{1,3}|citation needed)\\]'
/** Raised figures that became plain ones on the way. */
const PLAIN = '\\d{1,3}(?:[,–-]\\d{1,3}){0,5}'
const RAISED = '[¹²³⁴⁵⁶⁷⁸⁹†‡]'

export const JOIN_RULES: readonly JoinRule[] = [
  {
    id: 'list-marker',
    whole: /^[•⁃‣▪*–-]?\s?[([]?(?:\d{1,3}(?:\.\d{1,3})*|\p{L}|[ivx]{1,5})(?:\.\)|[.)\]])$/u,
  },
  {
    id: 'reference-mark',
    after: new RegExp(`^(?:${REFERENCE}|${RAISED})`, 'u'),
    before: /[.!?…]["'”’»)\]]*$/u,
  },
  {
    id: 'plain-figure',
    after: new RegExp(`^${PLAIN}(?:\\s|$)`, 'u'),
    before: /[.!?]["”’)]*$/u,
    attached: true,
  },
  {
    // A word in lower case, unless it is a name of the kind of “iPhone”.
    id: 'question-goes-on',
    after: /^\p{Ll}(?!\p{Ll}{0,4}\p{Lu})/u,
    before: /[!?]["'”’»)\]]*$/u,
  },
  {
    id: 'title-with-mark',
    after: /^\((?:\d|[\p{L}\s]{1,30},? \d{4}\))/u,
    before: /[!?]$/u,
  },
  {
    // “!Kung”, “P!NK”.
    id: 'mark-in-word',
    word: /^\p{Lu}?!$/u,
    after: /^\p{L}/u,
    attached: true,
  },
  { id: 'spaced-ellipsis', word: /^\.$/, before: /[^.\s] \. \. \.$/u },
  { id: 'spaced-letters', word: /^\p{L}\.$/u, after: /^\p{L}\.(?!\p{L}{2})/u },
  { id: 'initial', word: /^\p{Lu}\.$/u, after: GOES_ON },
  { id: 'letter-without-case', word: /^[\p{sc=Arab}\p{sc=Hebr}]\p{Cf}*\.\p{Cf}*$/u },
  {
    id: 'letters',
    word: /^(?![AP]\.M)(?:\p{Lu}\.){2,}$/u,
    after: GOES_ON,
    languages: ['en'],
  },
  { id: 'hour-zone', word: /^\d*[ap]\.m\.$/iu, after: HOUR_GOES_ON, languages: ['en'] },
  {
    id: 'hour-opening',
    word: /^\d*[ap]\.m\.$/u,
    whole: /^(?:At|By|Around|About|Before|After|Since|Until|From) \S{1,8} ?[ap]\.m\.$/u,
    languages: ['en'],
  },
  { id: 'ordinal', word: /^\d{1,2}\.$/, after: GERMAN_NOUN, languages: ['de'] },
  { id: 'spaced-guillemet', after: /^»/, languages: ['fr'] },
  {
    id: 'quoted-speech',
    after: /^(?:と|って|の|は|が|を|に|も|で)/u,
    before: /[。！？][」』]$/u,
    languages: ['ja'],
  },
]

export const SPLIT_RULES: readonly SplitRule[] = [
  {
    id: 'after-reference',
    at: new RegExp(`[.!?]["”’)]{0,2}\\s?(?:${REFERENCE}\\s?){1,9}(?=[\\p{Lu}\\p{N}"“(])`, 'gu'),
  },
  {
    // “It is long.¹ It sways.12,13 It shut.”
    id: 'after-raised-figure',
    at: new RegExp(
      `(?:[.!?]["”’)]{0,2}${RAISED}{1,3}|[.!?](?<=\\p{Ll}{4}.)["”’)]{0,2}${PLAIN})\\s(?=\\p{Lu})`,
      'gu',
    ),
  },
  { id: 'full-width-stop', at: /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])．(?=[\p{N}\p{Ll}])/gu },
  { id: 'ellipsis', at: /…["”’)]{0,2}\s(?=\p{Lu}\p{L})/gu },
  { id: 'after-guillemet', at: /[.!?…]\s?»\s(?=\p{Lu})/gu, languages: ['fr'] },
  { id: 'number-first', at: /\.(?<=\p{Ll}{3}\.)["”’)]{0,2}\s(?=\p{Sc}?\d)/gu },
  {
    id: 'camel-case-name',
    at: /\.(?<=\p{L}{2}["”’)\]]{0,2}\.)["”’)]{0,2}\s(?=\p{Ll}{1,5}\p{Lu}\p{Ll})/gu,
  },
  {
    // Not “Node.Js” or “Booking.Com”, and not inside an address.
    id: 'missing-space',
    at: /[.!?](?<=[\s“"(]\p{L}{0,20}\p{Ll}{2}.)(?=(?!Com|Org|Net|Js|Io|Ai|Tv|Co)\p{Lu}\p{Ll}{0,20}(?:\s|\.\s))/gu,
  },
]
