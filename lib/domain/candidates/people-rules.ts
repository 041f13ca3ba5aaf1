import { MONTHS } from '../text/english'
import {
  BODIES,
  DOINGS,
  PLACES,
  RANKS,
  RELATIVES_OF,
  ROLES,
  SET_IN,
  TIES,
  WHOLE_TITLES,
} from './roles'
import { type CandidateRule, ENGLISH, NAME, NAMES, oneOf, unicode } from './rule'

const ROLE = `${oneOf(ROLES)}s?(?![\\p{L}-])`
const RANK = oneOf(RANKS)
const THE = '(?:the |a |an |its |their |his |her )?'

/** Where somebody belongs to: “the FA”, “law at the University of Tarn”; who heads a state or sits in its parliament is not told by that. */
const OF_NAME = `(?:of|at|for|with) (?!(?:the )?(?:United States|Congress|Parliament)(?!\\p{L}))${THE}(?:\\p{Ll}[\\p{L}-]{1,20} (?:(?:of|at|for) )?(?:the )?){0,3}${NAMES}`

/** Days and months begin with a capital too, and are no place. */
const NO_DAY = `(?!(?:\\p{L}+day|${MONTHS.join('|')}|I)(?!\\p{L}))`
const COMPASS = '(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)'

/** Names that nobody spells wrong. */
const KNOWN_TO_ALL =
  '(?:United States|United Nations|United Kingdom|European Union|White House|Middle East)'

/** Where somebody stands in a picture. */
const SIDE =
  '(?:at |far |second |third |fourth |front |back |top |bottom )?(?:from )?(?:the )?(?:left|right|cent(?:re|er)|middle|above|below|top|bottom|front|back|rear|foreground|background|seated|standing|pictured)'

/** Who and where somebody is, and what they are: what newspapers correct most often. */
export const PEOPLE_RULES: readonly CandidateRule[] = [
  {
    id: 'title',
    type: 'title_or_affiliation',
    weight: 0.55,
    pattern: unicode(
      `(?=[\\p{Lu}fa])(?<!\\p{L})(?:(?:Vice |Prime |Deputy |Foreign |Defen[cs]e |Interior |Finance |former |acting )?(?:President|Minister|Chancellor|Premier|Secretary|Senator|Sen\\.|Rep\\.|Gov\\.|Governor|Mayor|Gen\\.|General|Colonel|Col\\.|Captain|Capt\\.|Lt\\.|Sgt\\.|Admiral|Judge|Justice|Professor|Prof\\.|Dr\\.?|Sir|Dame|Lord|Lady|King|Queen|Prince|Princess|Pope|Bishop|Archbishop|Cardinal|Sheriff|Ambassador)) (?!Department(?!\\p{L}))${NAMES}`,
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
    id: 'role-beside-name',
    type: 'title_or_affiliation',
    weight: 0.65,
    pattern: unicode(
      `${NAMES}, (?:(?:the|a|an|its|his|her|their|then|former) )?(?:[\\p{L}’'-]{2,20} ){0,3}${ROLE}(?=[,.;])`,
    ),
    languages: ENGLISH,
  },
  {
    id: 'role',
    type: 'title_or_affiliation',
    weight: 0.6,
    pattern: unicode(
      `(?<![\\p{L}-])(?:(?:${RANK}[ -](?:\\p{Ll}{3,15} )?){1,2}${ROLE}(?: ${OF_NAME})?|${oneOf(WHOLE_TITLES)}(?![\\p{L}-])(?: ${OF_NAME})?|(?:${oneOf(ROLES)}|${oneOf(TIES)}) ${OF_NAME}|(?:\\p{L}{2,20}[’']s|its|their|his|her) ${ROLE}(?=,? \\p{Lu})|(?:a|an|the|former) (?:\\p{Lu}[\\p{L}.’-]{1,20} ){1,3}${ROLE})`,
    ),
    languages: ENGLISH,
  },
  {
    id: 'works-for',
    type: 'title_or_affiliation',
    weight: 0.6,
    pattern: unicode(
      `(?<!\\p{L})${oneOf(DOINGS)} (?:\\p{Ll}{2,20} ){0,2}(?:for|at) ${THE}${NO_DAY}${NAMES}|(?<!\\p{L})graduated (?:\\p{Ll}{2,20} ){0,2}from ${THE}${NAMES}`,
    ),
    languages: ENGLISH,
  },
  {
    id: 'place',
    type: 'place',
    weight: 0.55,
    pattern: unicode(
      `(?<!\\p{L})(?:${oneOf(SET_IN)} (?:in|at|near|from|outside) (?:the )?(?:\\p{Ll}{4,10}ern )?${NO_DAY}${NAMES}(?:, ${NAMES})?|(?:${COMPASS} of the \\p{Ll}+|(?:${COMPASS}(?:ern|[ -]of)|${oneOf(PLACES)} of|central)(?: the)? ${NO_DAY}${NAMES}))`,
    ),
    languages: ENGLISH,
  },
  {
    id: 'relative',
    needs: new RegExp(oneOf(RELATIVES_OF)),
    type: 'description',
    weight: 0.5,
    pattern: unicode(
      `(?<!\\p{L})(?:[Hh]is|[Hh]er|[Tt]heir|\\p{Lu}[\\p{L}-]{1,20}[’']s) (?:(?:late|elder|older|eldest|younger|youngest|former|first|second|twin) ){0,2}(?:half-|step-)?${oneOf(RELATIVES_OF)}s?(?:-in-law)?(?!\\p{L})(?:,? ${NAMES})?|(?<!\\p{L})${oneOf(RELATIVES_OF)} of ${NAMES}`,
    ),
    languages: ENGLISH,
  },
  {
    id: 'placing',
    needs: /left|right|cent|middle|above|below|top|bottom|front|back|rear|seated|standing|pictured/,
    type: 'caption',
    weight: 0.8,
    // Where a sentence ends with “left”, somebody went away, but in a caption.
    pattern: unicode(`${NAMES},? (?:\\(${SIDE}\\)|(?<=, )(?!left[.;])${SIDE}(?=[,.;:]|$))`),
    languages: ENGLISH,
  },
  {
    id: 'placing-in-caption',
    type: 'caption',
    weight: 0.75,
    kinds: ['caption'],
    pattern: unicode(
      `(?<!\\p{L})(?:${NAMES}, left(?=[.;])|[Ff]rom (?:the )?(?:left|right|top|back|front)(?: to (?:right|left|bottom|front|back))?(?=[:,])|(?:[Ll]eft|[Rr]ight|[Cc]lockwise|[Tt]op|[Bb]ottom|[Aa]bove|[Bb]elow)(?: (?:to|from) [\\p{Ll} ]{2,20})?(?=[:,])|[Pp]ictured(?=:)|(?:[Pp]ictured|[Ss]hown|[Ss]een|[Pp]hotographed)(?: here)? (?:with|in|at|on|by) (?:\\p{Ll}+ ){0,3}${NAMES}|(?<=[,(] ?)${SIDE}(?=[,.;:)]|$))(?: ${NAMES}(?= and))?`,
    ),
    languages: ENGLISH,
  },
  {
    id: 'name',
    type: 'name',
    weight: 0.3,
    pattern: unicode(
      `(?=\\p{Lu})(?<![\\p{L}\\p{N}’'.])(?!(?:The|A|An|In|On|At|But|And|For|If|He|She|It|They|We|I|This|That|His|Her|Its|Their|Our|My|When|While|After|Before|As|By|To|Of|So|Though|Although|Because|Since|With|From|Even|Yet|Or|Both|Mr|Mrs|Ms|No|Yes) )(?!${KNOWN_TO_ALL}(?! \\p{Lu}))(?:${oneOf(BODIES)} (?:of|for) (?:the )?${NAMES}|${NAME}(?:\\s${NAME}){1,3})`,
    ),
    languages: ENGLISH,
  },
  {
    id: 'known-as',
    needs: /known as |called |named |dubbed /,
    type: 'name',
    weight: 0.3,
    pattern:
      /(?<=known as |called |named |dubbed |nicknamed )(?:the )?["“]?[A-Z][\w-]{1,20}(?: [A-Z0-9][\w-]{1,20}){0,3}/g,
    languages: ENGLISH,
  },
]
