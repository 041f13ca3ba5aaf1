/**
 * What a proposal was made for, in the reader's words, and the ids of the rules that find it. What people answer
 * counts for the kind: a newsroom that takes dates takes them however they are written.
 */
export const PROPOSAL_KINDS = {
  quotation: {
    words: 'Quoted words',
    rules: [
      ...['quotation', 'quotation-straight', 'quotation-low', 'quotation-same-marks'],
      ...['quotation-pointing-in', 'quotation-single', 'quotation-goes-on'],
    ],
  },
  attribution: {
    words: 'What somebody is said to have said',
    rules: [
      ...['attribution-before', 'attribution-after', 'according-to', 'attribution-de'],
      ...['attribution-fr', 'attribution-es', 'attribution-ru', 'attribution-ar', 'attribution-tr'],
    ],
  },
  money: { words: 'A sum of money', rules: ['money'] },
  percentage: { words: 'A percentage', rules: ['percentage'] },
  measurement: { words: 'A measurement', rules: ['measurement'] },
  count: {
    words: 'A number',
    rules: ['count', 'count-and-word', 'count-in-words', 'ordinal'],
  },
  age: { words: 'An age', rules: ['age', 'age-in-words'] },
  date: {
    words: 'A date',
    rules: [
      ...['date-written', 'date-numeric', 'date-foreign', 'month', 'day-of-month-de'],
      ...['day-of-month-fr', 'day-of-month-es', 'day-of-month-ru', 'day-of-month-ar'],
      'day-of-month-tr',
    ],
  },
  year: { words: 'A year or a decade', rules: ['year', 'decade', 'decade-foreign'] },
  time: { words: 'A day or an hour', rules: ['day', 'hour'] },
  role: {
    words: 'Somebody’s title or place of work',
    rules: ['title', 'affiliation', 'role-beside-name', 'role', 'works-for'],
  },
  place: { words: 'Where something is', rules: ['place'] },
  relative: { words: 'Whose relative somebody is', rules: ['relative'] },
  picture: { words: 'Who is where in a picture', rules: ['placing', 'placing-in-caption'] },
  name: { words: 'A name', rules: ['name', 'known-as'] },
  superlative: { words: 'A first, an only or a most', rules: ['superlative', 'first-or-only'] },
  comparison: { words: 'A comparison or a change', rules: ['comparison', 'change'] },
  cause: { words: 'A cause', rules: ['cause'] },
  legal: { words: 'Something of the law', rules: ['legal'] },
  event: { words: 'Something that happened', rules: ['event'] },
  specification: { words: 'A technical detail', rules: ['specification'] },
  translation: { words: 'A translation', rules: ['translation'] },
  contact: {
    words: 'An address or a telephone number',
    rules: ['link', 'mail-address', 'telephone'],
  },
  statement: { words: 'A sentence that states much', rules: ['statement'] },
} as const satisfies Record<string, { words: string; rules: readonly string[] }>

export type ProposalKind = keyof typeof PROPOSAL_KINDS

/** The kind of what a rule proposes; null for a rule that there is no more. */
export function kindOf(rule: string): ProposalKind | null {
  return BY_RULE.get(rule) ?? null
}

const BY_RULE = new Map(
  Object.entries(PROPOSAL_KINDS).flatMap(([kind, { rules }]) =>
    rules.map((rule): [string, ProposalKind] => [rule, kind as ProposalKind]),
  ),
)
