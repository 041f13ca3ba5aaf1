import type { ClaimType, Risk } from '@/lib/domain/vocabulary'

/** A claim of the demonstration: words as they stand in the article, once. */
export interface DemoClaim {
  words: string
  type: ClaimType
  risks?: Risk[]
  claimant?: string
}

const CHEMEZOV = 'Sergei Chemezov'

export const PAYMENT: DemoClaim = {
  words:
    'it had been carried out in full, every component had been delivered, and full payment was received',
  type: 'event',
  risks: ['central', 'single_source', 'writers_worry'],
  claimant: CHEMEZOV,
}

export const FIRST_IN_NATO: DemoClaim = {
  words: 'the first NATO country to buy the system',
  type: 'superlative',
  risks: ['contested'],
}

export const US_STATEMENT: DemoClaim = {
  words: 'renders its continued involvement with the F-35 impossible',
  type: 'quote',
  risks: ['central'],
  claimant: 'The White House press secretary',
}

export const RANGE: DemoClaim = {
  words: 'a range of 400 km',
  type: 'measurement',
  risks: ['contested', 'writers_worry'],
}

/** The claims that are marked so far, in the order of the text. */
export const CLAIMS: DemoClaim[] = [
  { words: 'the head of the Russian state corporation Rostec', type: 'title_or_affiliation' },
  PAYMENT,
  {
    words:
      'The arms exporter Rosoboronexport is in touch with the Turkish side, and one of the subjects is whether components could be made in Turkey',
    type: 'paraphrase',
    claimant: CHEMEZOV,
  },
  {
    words: 'technology this complex cannot be put into production there from nothing',
    type: 'paraphrase',
    claimant: CHEMEZOV,
  },
  {
    words: 'the sale unique, since the customer is a member of NATO',
    type: 'paraphrase',
    claimant: CHEMEZOV,
  },
  { words: 'signed in 2017', type: 'date_or_time' },
  FIRST_IN_NATO,
  US_STATEMENT,
  {
    words: 'The United States is threatening Turkey with sanctions because of the purchase',
    type: 'event',
    risks: ['legal'],
    claimant: 'Washington',
  },
  {
    words: 'none had been announced when this article was written',
    type: 'legal_status',
    risks: ['legal'],
  },
  { words: 'in service since 2007', type: 'date_or_time' },
  { words: 'its NATO reporting name is SA-21 Growler', type: 'name' },
  RANGE,
  { words: 'an altitude of 35 km', type: 'measurement', risks: ['contested'] },
]
