import {
  ARTICLES,
  BE_AND_HAVE,
  CONJUNCTIONS,
  MODALS,
  MONTHS,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
} from '../../../../text/english'
import { vocabulary } from './vocabulary'

/** English, with the short scale: a billion is a thousand millions. */
export const ENGLISH = vocabulary({
  decimal: '.',
  numbers:
    'zero 0, two 2, three 3, four 4, five 5, six 6, seven 7, eight 8, nine 9, ten 10, eleven 11, twelve 12, thirteen 13, fourteen 14, fifteen 15, sixteen 16, seventeen 17, eighteen 18, nineteen 19, twenty 20, thirty 30, forty 40, fifty 50, sixty 60, seventy 70, eighty 80, ninety 90, hundred 100',
  ones: 'one',
  articles: 'a an',
  scales:
    'thousand 1000, million 1000000, billion 1000000000, trillion 1000000000000, millions 1000000, billions 1000000000',
  joiners: 'and',
  parts:
    'half 2, halves 2, third 3, thirds 3, quarter 4, quarters 4, fifth 5, fifths 5, sixth 6, sixths 6, seventh 7, sevenths 7, eighth 8, eighths 8, tenth 10, tenths 10',
  multiples:
    'doubled 2, doubling 2, doubles 2, twice 2, twofold 2, tripled 3, trebled 3, tripling 3, threefold 3, fourfold 4, quadrupled 4, fivefold 5, tenfold 10, halved 1/2, halving 1/2',
  times:
    /[- ]?(?:fold(?!\p{L})|times(?= (?:as|more|larger|bigger|higher|greater|the|its|that|what|over)(?!\p{L})))/iuy,
  months: MONTHS.map((month) => `${month.toLowerCase()}|${month.slice(0, 3).toLowerCase()}`)
    .join(' ')
    .replace('|sep', '|sep|sept'),
  hedges: {
    about:
      'about|around|some|roughly|approximately|approx\\.?|circa|c\\.|~|≈|an estimated|estimated at',
    nearly: 'nearly|almost|close to|just under|not quite|just short of',
    over: '(?<!no )more than|over|above|upwards? of|in excess of|exceeding|exceeds|just over|greater than',
    'at least': 'at least|a minimum of|no fewer than|no less than|not less than',
    under: 'less than|fewer than|under|below',
    'at most': 'up to|at most|no more than|not more than|a maximum of|as (?:much|many|far|high) as',
  },
  beforeYear:
    'in|since|by|until|till|from|before|after|during|around|circa|of|the|early|late|mid-?|to|and|born|year|between',
  between: 'between|from',
  and: 'and',
  to: 'to|and',
  changes:
    'rose|rise[ns]?|rising|grew|grown|grows|growing|fell|falls?|fallen|falling|dropp(?:ed|ing)|increas\\w+|decreas\\w+|declin\\w+|went|jump\\w+|climb\\w+|cut|rais\\w+|lower\\w+|up|down',
  ageAfter: /[- ]years?[- ]old(?!\p{L})| years? of age(?!\p{L})|[- ]year[- ]olds?(?!\p{L})/iuy,
  ageBefore: 'aged|age|age of|ages',
  empty: `${ARTICLES} ${CONJUNCTIONS} ${PREPOSITIONS} ${RELATIVES} ${PRONOUNS} ${BE_AND_HAVE} ${MODALS} of this than more less about over under nearly almost around some up only just not no there then now ago later earlier each per worth total other another new million billion thousand approximately roughly least most within across out off both including who said says according because if each every also since until against among without again`,
})
