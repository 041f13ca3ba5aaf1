import type { Block } from '@/lib/domain/text/blocks'
import type { DemoClaim } from './claims'

/** A short article that is out: what its check caught is changed in it, and what nobody checked had to be corrected. */
export const PUBLISHED = {
  headline: 'S-400: is its range 400 km or 250 km?',
  worry: 'The years, and every word of the quotation.',
}

/** As its writer files it: with a wrong year, a word missing in the quotation, and another wrong year in the caption. */
export const PUBLISHED_BLOCKS: Block[] = [
  { kind: 'headline', text: PUBLISHED.headline },
  { kind: 'caption', text: 'The S-400 Triumf, in service since 2017' },
  {
    kind: 'paragraph',
    text: 'Turkey’s contract for the Russian air-defence system was signed in 2019. In a statement of July 17, 2019, the White House press secretary said that the purchase “renders its involvement with the F-35 impossible”.',
  },
  {
    kind: 'paragraph',
    text: 'The system’s NATO reporting name is SA-21 Growler. The agency TASS gives 400 km as its range and names no missile. Elsewhere it is a range of 250 km with the 48N6DM missile, and this desk has found no source for that which could be cited.',
  },
]

export const YEAR: DemoClaim = {
  words: 'signed in 2019',
  type: 'date_or_time',
}

export const STATEMENT_DATE: DemoClaim = {
  words: 'In a statement of July 17, 2019, the White House press secretary said',
  type: 'date_or_time',
}

export const QUOTATION: DemoClaim = {
  words: 'renders its involvement with the F-35 impossible',
  type: 'quote',
  risks: ['central'],
  claimant: 'The White House press secretary',
}

export const REPORTING_NAME: DemoClaim = {
  words: 'NATO reporting name is SA-21 Growler',
  type: 'name',
}

export const AGENCY_RANGE: DemoClaim = {
  words: 'The agency TASS gives 400 km as its range and names no missile',
  type: 'paraphrase',
}

export const OTHER_RANGE: DemoClaim = {
  words: 'a range of 250 km with the 48N6DM missile',
  type: 'measurement',
  risks: ['contested'],
}

/** What stands in the caption once it is corrected. */
export const IN_SERVICE: DemoClaim = { words: 'in service since 2007', type: 'date_or_time' }

/** Words that are gone over as nothing to check; the caption, wrongly, is among them. */
export const NOT_CHECKED = [
  PUBLISHED.headline,
  'The S-400 Triumf, in service since 2017',
  'Turkey’s contract for the Russian air-defence system was',
  'that the purchase',
  'The system’s',
  'Elsewhere it is',
  'and this desk has found no source for that which could be cited',
]
