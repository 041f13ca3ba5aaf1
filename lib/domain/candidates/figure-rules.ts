import { MONTHS } from '../text/english'
import {
  ANY_CURRENCY,
  ANY_SHARE,
  CURRENCY,
  FIGURE,
  GLUED,
  IN_WORDS,
  RANGE,
  SCALE,
  SHARE_AFTER_SIGN,
  SHARE_WORDS,
  SUM_AFTER_SIGN,
  UNIT,
} from './figures'
import { type CandidateRule, ENGLISH, english, NAMES, OTHERS, unicode } from './rule'

const MONTH = `(?:${MONTHS.join('|')}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\\.)`
const YEAR = '(?:1[0-9]|20)\\d\\d'
const DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const PART_OF = '(?:early |late |mid[- ])?'

/** What a figure before a hyphen measures; other words there are parts of a name. */
const MEASURED =
  'second|minute|hour|day|night|week|month|year|point|mile|metre|meter|foot|inch|acre|page|member|storey|story|room|bed|seat|strong|part|man|woman|person|vote|game|goal|run'

/** Figures: sums, shares, measures, ages, dates and counts. */
export const FIGURE_RULES: readonly CandidateRule[] = [
  {
    id: 'money',
    figures: true,
    needs: ANY_CURRENCY,
    type: 'money',
    weight: 0.8,
    grows: 'predicate',
    pattern: unicode(`${SUM_AFTER_SIGN}|${FIGURE}${SCALE}\\s?(?:de |d[’'])?${CURRENCY}`),
  },
  {
    id: 'percentage',
    figures: true,
    needs: ANY_SHARE,
    type: 'number',
    weight: 0.8,
    grows: 'predicate',
    pattern: unicode(
      `${SHARE_AFTER_SIGN}|${FIGURE}\\s?(?:[%‰](?:[-–]${RANGE}\\s?%)?|${SHARE_WORDS})`,
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
    needs: /age|old|turn|(?:who|[Hh]e) (?:is|was) |, \d{1,2},| \(\d{1,2}\)/,
    type: 'age',
    weight: 0.65,
    pattern: unicode(
      `(?<!\\p{L})(?:aged? (?:of )?\\d{1,3}|\\d{1,3}[- ](?:years?|months?|weeks?|days?)[- ]old)(?![\\p{L}\\p{N}])|(?:${NAMES}|(?<!\\p{L})(?:boy|girl|man|woman|child|son|daughter)), \\d{1,2}(?=,)|${NAMES} \\(\\d{1,2}\\)|(?<=(?:who|[Ss]?[Hh]e) )(?:is|was|turned|turns) (?:now |just |only )?\\d{1,2}(?=[,.;]| when| and)`,
    ),
    languages: ENGLISH,
    grows: 'predicate',
  },
  {
    id: 'age-in-words',
    needs:
      /age|old|turn|(?:who|[Hh]e) (?:is|was) |(?:boy|girl|man|woman|child|son|daughter), |(?:his|her|their) /,
    type: 'age',
    weight: 0.65,
    pattern: unicode(
      `(?<!\\p{L})(?:aged? (?:of )?${IN_WORDS}|${IN_WORDS}[- ](?:years?|months?|weeks?|days?)[- ]old|(?:boy|girl|man|woman|child|son|daughter), ${IN_WORDS}(?=,)|(?:his|her|their) ${PART_OF}(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|\\d0s))(?![\\p{L}-])|(?<=(?:who|[Ss]?[Hh]e) )(?:is|was|turned|turns) (?:now |just |only )?${IN_WORDS}(?=[,.;]| when| and)`,
    ),
    languages: ENGLISH,
    grows: 'predicate',
  },
  {
    id: 'date-written',
    figures: true,
    needs: new RegExp(MONTH),
    type: 'date_or_time',
    weight: 0.65,
    grows: 'predicate',
    pattern: unicode(
      `(?<!\\p{L})(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:[-–]\\d{1,2})?(?:, \\d{4})?|(?:\\d{1,2}(?:st|nd|rd|th)? )?${MONTH} \\d{4}|\\d{1,2}(?:st|nd|rd|th)?(?:[-–]\\d{1,2})? ${MONTH})(?![\\p{L}\\p{N}])`,
    ),
    languages: ENGLISH,
  },
  {
    id: 'month',
    needs: new RegExp(MONTH),
    type: 'date_or_time',
    weight: 0.55,
    grows: 'predicate',
    pattern: unicode(
      `(?<!\\p{L})(?:[Ii]n|[Ll]ast|[Nn]ext|[Ss]ince|[Uu]ntil|[Bb]y|[Ee]arly|[Ll]ate|[Mm]id-?|[Tt]his) ?(?<=[ -])${MONTH}(?![\\p{L}\\p{N}]| \\d)`,
    ),
    languages: ENGLISH,
  },
  {
    id: 'year',
    figures: true,
    type: 'date_or_time',
    weight: 0.6,
    grows: 'predicate',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:in|since|by|until|from|before|after|during|around|circa) (?:the )?${PART_OF}${YEAR}(?:s|[-–/]\\d{2,4})?(?![\\p{L}\\p{N}])`,
      'giu',
    ),
    languages: ENGLISH,
  },
  {
    id: 'decade',
    type: 'date_or_time',
    weight: 0.6,
    grows: 'predicate',
    pattern: new RegExp(
      `(?<!\\p{L})(?:(?:in|since|by|until|from|before|after|during) )?the ${PART_OF}(?:${YEAR.slice(0, -2)}0s|[’'‘]?[1-9]0s|(?:nineteen-|eighteen-)?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))(?![\\p{L}\\p{N}])`,
      'giu',
    ),
    languages: ENGLISH,
  },
  {
    id: 'decade-foreign',
    figures: true,
    type: 'date_or_time',
    weight: 0.6,
    pattern: unicode(
      `(?<![\\p{L}\\p{N}])(?:${YEAR.slice(0, -2)}0(?:er(?: Jahren?)?|-х(?: год(?:ах|ов|ы))?|[’'](?:l[ae]r|l[ıi])\\p{L}*|年代|-talet)|(?:années|años|anni|anos|jaren|lata|latach) (?:${YEAR.slice(0, -2)}0|[’']?[1-9]0))(?![\\p{sc=Latn}\\p{sc=Cyrl}\\p{N}])`,
    ),
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
    needs: /(?:1[5-9]|20)\d\d/,
    type: 'date_or_time',
    weight: 0.65,
    pattern:
      /(?<!\p{N})\d{1,2}\.? (?:de )?[\p{L}\p{M}]{3,12}\.? (?:de )?(?:1[5-9]|20)\d\d(?!\p{N})/gu,
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
    weight: 0.4,
    grows: 'predicate',
    pattern: english(
      `(?:(?:on|last|next|this|by|until|since|from) )?${DAY}(?: (?:morning|afternoon|evening|night))?|(?:last|this) (?:week|month|year|spring|summer|autumn|winter)|yesterday|(?:a|\\d+|${IN_WORDS}) (?:hours?|days?|weeks?|fortnight|months?|years?|decades?) (?:ago|later|earlier)`,
    ),
    languages: ENGLISH,
  },
  {
    id: 'count',
    figures: true,
    type: 'number',
    weight: 0.55,
    grows: 'predicate',
    pattern: unicode(
      `${FIGURE}${SCALE}(?!${GLUED}|:|-\\p{L}|[’']s?\\p{L})(?:\\s?\\p{sc=Han}{1,2}|\\p{sc=Hang})?|${FIGURE}-(?:${MEASURED})(?!\\p{L})`,
    ),
  },
  {
    id: 'count-and-word',
    figures: true,
    type: 'number',
    weight: 0.6,
    pattern: unicode(`${FIGURE}${SCALE}\\s[\\p{L}\\p{M}]{2,20}(?!${GLUED})`),
    languages: [OTHERS],
  },
  {
    id: 'count-in-words',
    type: 'number',
    weight: 0.6,
    grows: 'predicate',
    pattern: english(
      `(?<!(?:number|these|those|you|us) )(?:(?:one|${IN_WORDS})-(?:thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)|${IN_WORDS}|hundreds|dozens|thousands|millions|billions|half|a third|a quarter|a fifth|a tenth|one in (?:${IN_WORDS}|\\d+)|(?:a|one) (?:dozen|hundred|thousand|million|billion))(?: (?:hundred|thousand|million|billion|trillion|percent|per cent))?`,
    ),
    languages: ENGLISH,
  },
  {
    id: 'ordinal',
    type: 'number',
    weight: 0.5,
    grows: 'predicate',
    pattern: english(
      '\\d{0,2}(?:1st|2nd|3rd|[04-9]th|1[1-3]th)(?! (?:Amendment|grade))|(?<=(?:the|his|her|its|their|a) )(?:fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth|hundredth)(?! (?:of|Amendment|estate|wheel|wall))',
    ),
    languages: ENGLISH,
  },
]
