import { MONTHS } from '../text/english'
import type { ClaimType } from '../vocabulary'

/**
 * One thing in a text that calls for a check. The pattern finds its core; `grows` says how the phrase
 * around it is found in English. A rule without languages is harmless in all of them.
 */
export interface CandidateRule {
  /** Stable: it is recorded with what people made of the candidate. */
  id: string
  type: ClaimType
  pattern: RegExp
  /** How much it calls for a check by itself, from 0 to 1. */
  weight: number
  languages?: readonly string[]
  grows?: Growth
  /** Every match has a figure in it, so that other sentences need no look. */
  figures?: true
  /** A quotation may run over several sentences of its block. */
  across?: true
}

/**
 * `predicate`: from the verb before the core to the noun after it. `clause`: to the marks and joining
 * words on both sides. `after` and `before`: the words that an attribution is about. Else not at all.
 */
export type Growth = 'predicate' | 'clause' | 'after' | 'before'

/** Every language whose words no rule reads. */
export const OTHERS = 'others'

const ENGLISH = ['en']
const MONTH = `(?:${MONTHS.join('|')}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\\.)`
/** A letter or figure that would make the core a part of a longer word; Chinese and Japanese part no words. */
const GLUED = '[\\p{sc=Latn}\\p{sc=Cyrl}\\p{sc=Grek}\\p{sc=Arab}\\p{N}]'
const FIGURE = `(?<!${GLUED}|[.,:/+-])\\d{1,15}(?:[.,\\u00a0\\u202f’]\\d{1,9}){0,6}`
const SCALE =
  '(?:[km]|\\s?(?:thousand|[mb]illions?|trillion|bn|mn|Mio\\.|Mrd\\.|Million(?:en)?|Milliarden?|milliards?|millones|milioni|miliardi|milyon|milyar|млн|млрд|مليون|مليار|万|亿|億))?'
const UNIT = `(?:km/h|km²|km|kilomet(?:re|er)s?|m²|m³|met(?:re|er)s?|m|cm|mm|miles?|mph|feet|foot|ft|inch(?:es)?|yards?|kg|kilo(?:gram)?s?|grams?|tonn?es?|tons?|lbs?|pounds|ounces|ha|hectares?|acres?|lit(?:re|er)s?|gallons?|barrels?|°\\s?[CF]|degrees|[kMGT]Wh?|megawatts?|gigawatts?|watts?|volts?|knots?|[kMGT]B|[MG]Hz|公里|千米|公斤|吨|км|кг|كم|كيلومتر|متر|طن)(?!${GLUED})`
const CURRENCY = `(?:\\p{Sc}|(?:(?:U\\.?S\\.? )?dollars?|Dollar|dolar|[Ee]uros?|avro|cents|pounds sterling|rou?bles?|yuan|yen|lira|rupees|USD|EUR|GBP|TL|CHF|руб|美元|欧元|元|円|دولار|يورو)(?!${GLUED}))`
const NAME = "(?:\\p{Lu}[\\p{L}’'-]{1,20}|\\p{Lu}\\.)"
const NAMES = `${NAME}(?:\\s(?:(?:de|da|von|van|bin|al|el|ibn|der|la)\\s)?${NAME}){0,3}`
const SAID =
  '(?:said|says|told|claimed|claims|announced|reported|stated|argued|insisted|added|confirmed|denied|wrote|acknowledged|admitted|alleged|estimated|warned|testified|promised|suggested|found|concluded|explained|noted)'

/** A pattern for English words in either case, which need no letters beyond ASCII. */
const english = (words: string) => new RegExp(`\\b(?:${words})\\b`, 'gi')
const unicode = (pattern: string) => new RegExp(pattern, 'gu')

/** Where it is told whose words these are. */
export const ATTRIBUTION = new RegExp(`\\b(?:${SAID}|saying|according to)\\b`, 'i')

export const CANDIDATE_RULES: readonly CandidateRule[] = [
  {
    id: 'quotation',
    type: 'quote',
    weight: 0.85,
    across: true,
    pattern:
      /(?<=“)[^“”]{2,600}(?=”)|(?<=«\s?)[^«»\s][^«»]{1,600}(?=»)|(?<=「)[^「」]{2,600}(?=」)/gu,
  },
  {
    id: 'quotation-straight',
    type: 'quote',
    weight: 0.85,
    across: true,
    pattern: /(?<=(?<![\p{L}\p{N}])")[^"\n]{2,600}(?="(?![\p{L}\p{N}]))/gu,
  },
  {
    id: 'quotation-low',
    type: 'quote',
    weight: 0.85,
    across: true,
    pattern: /(?<=„)[^„“”]{2,600}(?=[“”])|(?<=»)[^«»]{2,600}(?=«)/gu,
    languages: ['de', 'da', 'pl', 'cs', 'hu', 'ro', 'bg', 'nl', 'hr', 'sk', 'sl'],
  },
  {
    id: 'money',
    figures: true,
    type: 'money',
    weight: 0.8,
    grows: 'predicate',
    pattern: unicode(
      `\\p{Sc}\\s?\\d{1,15}(?:[.,\\u00a0\\u202f]\\d{1,9}){0,6}${SCALE}(?!${GLUED})|${FIGURE}${SCALE}\\s?${CURRENCY}`,
    ),
  },
  {
    id: 'percentage',
    figures: true,
    type: 'number',
    weight: 0.8,
    grows: 'predicate',
    pattern: unicode(
      `${FIGURE}\\s?(?:[%٪]|percentage points|per\\s?cent|Prozent|pour cent|por ciento)`,
    ),
  },
  {
    id: 'measurement',
    figures: true,
    type: 'measurement',
    weight: 0.75,
    grows: 'predicate',
    pattern: unicode(
      `${FIGURE}(?:\\s(?:million|thousand))?[\\s-]?(?:square |cubic |nautical )?${UNIT}`,
    ),
  },
  {
    id: 'age',
    figures: true,
    type: 'age',
    weight: 0.65,
    pattern:
      /\b(?:aged? \d{1,3}|\d{1,3}[- ]years?[- ]old)\b|\b[A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20}){0,2}, \d{1,2}(?=,)/g,
    languages: ENGLISH,
    grows: 'predicate',
  },
  {
    id: 'date-written',
    figures: true,
    type: 'date_or_time',
    weight: 0.65,
    grows: 'predicate',
    pattern: unicode(
      `(?<!\\p{L})(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:, \\d{4})?|(?:\\d{1,2}(?:st|nd|rd|th)? )?${MONTH} \\d{4}|\\d{1,2} ${MONTH})(?![\\p{L}\\p{N}])`,
    ),
    languages: ENGLISH,
  },
  {
    id: 'year',
    figures: true,
    type: 'date_or_time',
    weight: 0.6,
    grows: 'predicate',
    pattern:
      /\b(?:in|since|by|until|from|before|after|during)(?: early| late| mid)?(?: the)? (?:1[0-9]|20)\d\ds?\b/g,
    languages: ENGLISH,
  },
  {
    id: 'date-numeric',
    figures: true,
    type: 'date_or_time',
    weight: 0.65,
    pattern:
      /(?<![\p{sc=Latn}\p{N}./-])(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?)(?![\p{N}])/gu,
  },
  {
    id: 'date-foreign',
    figures: true,
    type: 'date_or_time',
    weight: 0.65,
    pattern: /(?<!\p{N})\d{1,2}\.? (?:de )?\p{L}{3,12}\.? (?:de )?(?:1[5-9]|20)\d\d(?!\p{N})/gu,
  },
  {
    id: 'hour',
    figures: true,
    type: 'date_or_time',
    weight: 0.65,
    grows: 'predicate',
    pattern:
      /(?<![\p{N}:.])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?: ?[ap]\.?m\b\.?)?(?![\p{N}:])|(?<![\p{L}\p{N}])1?\d ?[ap]\.?m\b\.?/giu,
  },
  {
    id: 'day',
    type: 'date_or_time',
    weight: 0.35,
    grows: 'predicate',
    pattern: english(
      '(?:on|last|next) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:last|this) (?:week|month|year|spring|summer|autumn|winter)|yesterday|(?:a|\\d+|two|three|four|five|ten) (?:days|weeks|months|years|decades) (?:ago|later|earlier)',
    ),
    languages: ENGLISH,
  },
  {
    id: 'count',
    figures: true,
    type: 'number',
    weight: 0.55,
    grows: 'predicate',
    pattern: unicode(`${FIGURE}${SCALE}(?!${GLUED}|:|-\\p{L})(?:\\s?[\\p{sc=Han}]{1,2})?`),
  },
  {
    id: 'count-and-word',
    figures: true,
    type: 'number',
    weight: 0.6,
    pattern: unicode(`${FIGURE}${SCALE}\\s\\p{L}{2,20}(?!${GLUED})`),
    languages: [OTHERS],
  },
  {
    id: 'count-in-words',
    type: 'number',
    weight: 0.6,
    grows: 'predicate',
    pattern: english(
      '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds|dozens|thousands|millions|billions|half|two-thirds|a third|a quarter|one in (?:two|three|four|five|six|eight|ten|twenty|\\d+)|a dozen|a hundred|a thousand|a million|a billion)(?: (?:hundred|thousand|million|billion|trillion|percent|per cent))?',
    ),
    languages: ENGLISH,
  },
  {
    id: 'title',
    type: 'title_or_affiliation',
    weight: 0.55,
    pattern: unicode(
      `(?=[\\p{Lu}fa])(?<!\\p{L})(?:(?:Vice |Prime |Deputy |Foreign |Defen[cs]e |Interior |Finance |former |acting )?(?:President|Minister|Chancellor|Premier|Secretary|Senator|Sen\\.|Rep\\.|Gov\\.|Governor|Mayor|Gen\\.|General|Colonel|Col\\.|Captain|Capt\\.|Lt\\.|Sgt\\.|Admiral|Judge|Justice|Professor|Prof\\.|Dr\\.?|Sir|Dame|Lord|King|Queen|Prince|Princess|Pope|Bishop|Sheriff|Ambassador)) ${NAMES}`,
    ),
    languages: ENGLISH,
  },
  {
    id: 'affiliation',
    type: 'title_or_affiliation',
    weight: 0.6,
    pattern: unicode(
      `${NAMES}, (?:(?:the|a|an|then|who) )?(?:\\p{Ll}[\\p{L}-]{1,20} ){1,5}(?:of|at|for) (?:\\p{Ll}[\\p{L}-]{1,20} ){0,4}${NAMES}`,
    ),
    languages: ENGLISH,
  },
  {
    id: 'name',
    type: 'name',
    weight: 0.3,
    pattern: unicode(
      `(?=\\p{Lu})(?<![\\p{L}\\p{N}’'.])(?!(?:The|A|An|In|On|At|But|And|For|If|He|She|It|They|We|I|This|That|His|Her|Its|Their|Our|My|When|While|After|Before|As|By|To|Of|So|Though|Although|Because|Since|With|From|Even|Yet|Or|Both|Mr|Mrs|Ms|No|Yes) )${NAME}(?:\\s${NAME}){1,3}`,
    ),
    languages: ENGLISH,
  },
  {
    id: 'known-as',
    type: 'name',
    weight: 0.3,
    pattern:
      /(?<=known as |called |named |dubbed |nicknamed )(?:the )?["“]?[A-Z][\w-]{1,20}(?: [A-Z0-9][\w-]{1,20}){0,3}/g,
    languages: ENGLISH,
  },
  {
    id: 'attribution-before',
    type: 'paraphrase',
    weight: 0.6,
    grows: 'after',
    pattern: english(
      `(?:${SAID})(?: (?:reporters|journalists|parliament|lawmakers|the \\w+|\\w+day|on \\w+day)){0,2} that`,
    ),
    languages: ENGLISH,
  },
  {
    id: 'attribution-after',
    type: 'paraphrase',
    weight: 0.55,
    grows: 'before',
    pattern: unicode(
      `, (?:${NAMES}, [^,;:.!?“”"]{3,80}, |(?:[^,;:.!?“”"]{1,60} )?)${SAID}\\b(?=[^,;:“”"]{0,80}[.!?]?$)|, according to\\b`,
    ),
    languages: ENGLISH,
  },
  {
    id: 'according-to',
    type: 'paraphrase',
    weight: 0.6,
    grows: 'after',
    pattern: /\bAccording to [^,;.!?]{2,80},/g,
    languages: ENGLISH,
  },
  {
    id: 'superlative',
    type: 'superlative',
    weight: 0.7,
    grows: 'clause',
    pattern: english(
      '(?:larg|bigg|high|low|fast|slow|old|young|long|short|strong|weak|rich|poor|great|small|deep|tall|heavi|bus|cheap|dead|earli|new|wid)est(?! (?:in touch|news))|most (?!of\\b|people\\b|likely\\b)[a-z]{4,20}|(?<!at )least [a-z]{4,20}|best|worst',
    ),
    languages: ENGLISH,
  },
  {
    id: 'first-or-only',
    type: 'superlative',
    weight: 0.75,
    grows: 'clause',
    pattern:
      /(?<!\bat )\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|became|an?) (?:\w+ )?(?:very )?(?:first|only|last|sole|second|third)\b(?! (?:of all|lady|name|aid|class|hand|time\b))|\bfirst (?:[A-Z]\w{1,20} )?\w{3,20} to\b|\bfor the (?:first|last|only) time\b|\b(?:never|ever) before\b|\bunprecedented\b|\brecord (?:high|low|number|profit|loss|year)\b/g,
    languages: ENGLISH,
  },
  {
    id: 'comparison',
    type: 'comparison',
    weight: 0.65,
    grows: 'clause',
    pattern: english(
      '(?:more|less|fewer|higher|lower|bigger|larger|smaller|greater|better|worse|faster|slower|longer|shorter|older|younger|cheaper|richer|stronger)(?: [a-z]{2,15}){0,2} than|(?:twice|half|double|triple|(?:\\d+|three|four|five|ten) times) (?:as|the|more|its)|compared (?:to|with)|as (?:many|much|high|low|large|big|long) as',
    ),
    languages: ENGLISH,
  },
  {
    id: 'change',
    type: 'comparison',
    weight: 0.65,
    grows: 'clause',
    pattern: english(
      '(?:rose|risen|fell|fallen|grew|grown|increased|decreased|dropped|declined|doubled|tripled|halved|quadrupled|soared|plunged|shrank|climbed|surged)(?! (?:in love|apart|asleep|up))',
    ),
    languages: ENGLISH,
  },
  {
    id: 'cause',
    type: 'cause',
    weight: 0.6,
    grows: 'clause',
    pattern: english(
      'because of|due to|thanks to|led to|leads to|caused by|caused|resulted in|results in|as a result of|triggered|blamed (?:on|for)|was behind|stemmed from|responsible for',
    ),
    languages: ENGLISH,
  },
  {
    id: 'legal',
    type: 'legal_status',
    weight: 0.75,
    grows: 'clause',
    pattern: english(
      'convicted|indicted|acquitted|sentenced to|charged with|accused of|pleaded (?:not )?guilty|found (?:not )?guilty|was (?:arrested|sued|fined|jailed|banned|extradited|deported)|were (?:arrested|sued|fined|jailed|banned|deported)|under (?:investigation|sanctions|arrest)|filed a lawsuit|illegal(?:ly)?|unlawful(?:ly)?|violat(?:es|ed|ing|ion of)|ruled that|sanctioned|bankrupt(?:cy)?',
    ),
    languages: ENGLISH,
  },
  {
    id: 'event',
    type: 'event',
    weight: 0.55,
    grows: 'clause',
    pattern: english(
      '(?:was|were|is|are|has been|have been|had been|been)(?: (?:fully|first|also|never|already|recently|officially|partly))? (?:\\w{2,15}ed|built|sold|bought|made|sent|held|found|given|taken|shot|lost|won|paid|shown|seen|hit|begun|written|brought|left|put|set|cut)|signed|founded|launched|bought|sold|won|lost|killed|resigned|died|joined|voted|elected|appointed|withdrew|invaded|attacked|destroyed|delivered|received|completed|approved|rejected|cancelled|canceled|suspended|opened|closed|merged|acquired|invented|discovered|published|executed',
    ),
    languages: ENGLISH,
  },
  {
    id: 'specification',
    type: 'technical_specification',
    weight: 0.55,
    grows: 'clause',
    pattern: english(
      'powered by|equipped with|armed with|capable of|compatible with|designed to|made of|fitted with|reporting name|runs on',
    ),
    languages: ENGLISH,
  },
  {
    id: 'translation',
    type: 'translation',
    weight: 0.5,
    grows: 'clause',
    pattern: english(
      'translat(?:es|ed) (?:as|from|into)|(?:Arabic|Chinese|Dutch|English|French|German|Greek|Hebrew|Hindi|Italian|Japanese|Latin|Persian|Polish|Portuguese|Russian|Spanish|Turkish|Ukrainian) for',
    ),
    languages: ENGLISH,
  },
  {
    id: 'link',
    type: 'contact_or_link',
    weight: 0.5,
    pattern:
      /(?:https?:\/\/|www\.)(?<![\p{L}\p{N}@.](?:https?:\/\/|www\.))[^\s<>"“”]{3,300}(?<![.,;:!?)])/gu,
  },
  {
    id: 'mail-address',
    type: 'contact_or_link',
    weight: 0.5,
    pattern:
      /(?<![\p{L}\p{N}._+-])[\p{L}\p{N}._+-]{1,60}@[\p{L}\p{N}-]{1,60}(?:\.[\p{L}\p{N}-]{1,30}){1,4}/gu,
  },
  {
    id: 'telephone',
    figures: true,
    type: 'contact_or_link',
    weight: 0.8,
    pattern: /(?<![\p{L}\p{N}])(?:\+\d{1,3}[ .-]?)(?:\(?\d{1,4}\)?[ .-]?){2,5}\d{2,4}(?!\p{N})/gu,
  },
]
