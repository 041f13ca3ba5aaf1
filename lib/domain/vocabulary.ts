/** The words of the trade: every closed list that people choose from, with the word that is printed for it. */

export const ROLES = {
  admin: 'Admin',
  editor: 'Editor',
  checker: 'Checker',
  writer: 'Writer',
  auditor: 'Auditor',
} as const

export const ARTICLE_STATES = {
  draft: 'Draft',
  in_check: 'In check',
  with_editor: 'With editor',
  signed_off: 'Signed off',
  published: 'Published',
  corrected: 'Corrected',
  withdrawn: 'Withdrawn',
} as const

export const WORK_STATUSES = {
  unchecked: 'Unchecked',
  in_progress: 'In progress',
  waiting_writer: 'Waiting (writer)',
  waiting_source: 'Waiting (source)',
  checked: 'Checked',
  recheck: 'Recheck',
  cut: 'Cut',
} as const

export const VERDICTS = {
  confirmed: 'Confirmed',
  ok_with_change: 'OK with change',
  incorrect: 'Incorrect',
  misleading: 'Misleading',
  cannot_be_stood_up: 'Cannot be stood up',
  disputed: 'Disputed',
  on_author: 'On author',
  not_checkable: 'Not checkable',
} as const

/** What each verdict says, for the person who chooses one. */
export const VERDICT_MEANINGS: Record<VerdictKind, string> = {
  confirmed: 'Supported as printed',
  ok_with_change: 'Supported once a suggested change is made',
  incorrect: 'Contradicted',
  misleading: 'Literally supported, but the impression is wrong',
  cannot_be_stood_up: 'Searched, nothing found',
  disputed: 'Credible sources conflict',
  on_author: 'Rests on the writer’s own observation or notes only',
  not_checkable: 'Opinion or prediction; nothing to verify',
}

export const ASPECTS = { said: 'Said', so: 'So' } as const

/** Which check a verdict concluded: the first, the second, or an editor's decision between the two. */
export const CHECKS = {
  first: 'First check',
  second: 'Second check',
  deciding: 'Decision',
} as const

/** Which claims a newsroom has checked by a second person. */
export const SECOND_CHECK_RULES = {
  never: 'Never',
  by_risk: 'Claims with certain risks',
  every_claim: 'Every claim',
} as const

/** Where the second check of a claim stands. */
export const SECOND_CHECK_STANDINGS = {
  not_needed: 'No second check needed',
  missing: 'Second check waits',
  agrees: 'Both checks agree',
  disagrees: 'Checks disagree',
  decided: 'Decided by an editor',
} as const

export const CLAIM_TYPES = {
  name: 'Name',
  title_or_affiliation: 'Title or affiliation',
  number: 'Number',
  money: 'Money',
  measurement: 'Measurement',
  date_or_time: 'Date or time',
  age: 'Age',
  place: 'Place',
  quote: 'Quote',
  paraphrase: 'Paraphrase',
  event: 'Event',
  sequence: 'Sequence',
  cause: 'Cause',
  comparison: 'Comparison',
  superlative: 'Superlative',
  technical_specification: 'Technical specification',
  legal_status: 'Legal status',
  description: 'Description',
  caption: 'Caption',
  translation: 'Translation',
  contact_or_link: 'Contact or link',
  other: 'Other',
} as const

export const RISKS = {
  legal: 'Legal',
  safety: 'Safety',
  confidential_source: 'Confidential source',
  anonymous_source: 'Anonymous source',
  single_source: 'Single source',
  vulnerable_person: 'Vulnerable person',
  contested: 'Contested',
  writers_worry: 'Writer’s worry',
  central: 'Central',
} as const

export const SOURCE_KINDS = {
  official_document: 'Official document',
  court_record: 'Court record',
  corporate_filing: 'Corporate filing',
  official_transcript: 'Official transcript',
  interview_recording: 'Interview recording',
  interview_notes: 'Interview notes',
  statement: 'Statement by a person',
  study: 'Study',
  dataset: 'Dataset',
  book: 'Book',
  news_article: 'News article',
  wire: 'Wire',
  press_release: 'Press release',
  social_post: 'Social post',
  web_page: 'Web page',
  photo_or_video: 'Photo or video',
  writers_observation: 'Writer’s observation',
  calculation: 'Calculation',
} as const

export const STANCES = {
  supports: 'Supports',
  contradicts: 'Contradicts',
  limits: 'Limits',
  context: 'Context',
} as const

export const DIRECTNESSES = {
  primary: 'Primary',
  secondary: 'Secondary',
  tertiary: 'Tertiary',
} as const

/** How words are accounted for that are in no claim. */
export const COVERAGE_KINDS = {
  opinion: 'Opinion',
  nothing_to_check: 'Nothing to check',
  waived: 'Waived',
} as const

/** Whom a query asks. */
export const QUERY_TO = { writer: 'Writer', editor: 'Editor', lawyer: 'Lawyer' } as const

export const QUERY_STATES = { open: 'Open', answered: 'Answered', closed: 'Closed' } as const

/** Why a change of words is suggested. */
export const CHANGE_REASONS = {
  spelling: 'Spelling of a name',
  title: 'Title',
  number: 'Number',
  unit: 'Unit',
  arithmetic: 'Arithmetic',
  date: 'Date',
  quotation: 'Quotation',
  attribution: 'Attribution',
  context: 'Context',
  overstatement: 'Overstatement',
  cause: 'Cause',
  superlative: 'Superlative',
  translation: 'Translation',
  caption: 'Caption',
  outdated: 'Outdated',
  legal: 'Legal',
  inconsistency: 'Inconsistency',
} as const

/** What became of a suggestion; *words gone* where its words do not stand in the newest text any more. */
export const SUGGESTION_STATES = {
  undecided: 'Undecided',
  accepted: 'Accepted',
  stet: 'Stet',
  withdrawn: 'Withdrawn',
  applied: 'Applied',
  words_gone: 'Words gone',
} as const

/** What can stand between an article and its signature. */
export const OPEN_ITEMS = {
  uncovered: 'Uncovered words',
  unplaced: 'No place in this text',
  unchecked: 'Not checked',
  recheck: 'Recheck',
  frame_changed: 'Words around it changed',
  not_safe: 'Not safe as printed',
  secondary_support: 'Secondary support only',
  second_check_missing: 'Second check missing',
  checks_disagree: 'Two checks disagree',
  blocking_query: 'Blocking query',
  undecided_suggestion: 'Undecided suggestion',
  unapplied_suggestion: 'Accepted change not in the text',
} as const

/** How a sign-off came to hold no more. */
export const SIGN_OFF_ENDS = {
  revoked: 'Revoked',
  superseded: 'Superseded',
  fallen: 'Fallen',
  completed: 'Completed',
} as const

/** How words that were wrong came to be published. */
export const CORRECTION_CAUSES = {
  source_wrong: 'The source was wrong',
  writer: 'Writer',
  edit_introduced: 'An edit introduced it',
  check_missed: 'The check missed it',
  check_not_done: 'The check was not done',
  late_change: 'Late change',
  translation: 'Translation',
  production: 'Production',
} as const

/** What a person says of two claims that a ranking put beside each other. */
export const PAIR_ANSWERS = { same: 'Same', related: 'Related', not_same: 'Not the same' } as const

export type Role = keyof typeof ROLES
/** What somebody's token lets a program do over the API; never more than they may themselves. */
export const API_SCOPES = {
  read: 'Read',
  write: 'Write',
  administer: 'Administer',
} as const
export type ApiScope = keyof typeof API_SCOPES

/** What the newsroom's ledger keeps facts of. */
export const FACT_KINDS = {
  name: 'Name',
  birth: 'Day of birth',
  place: 'Place',
  figure: 'Figure',
  house: 'House style',
} as const

export type ArticleState = keyof typeof ARTICLE_STATES
export type WorkStatus = keyof typeof WORK_STATUSES
export type VerdictKind = keyof typeof VERDICTS
export type Aspect = keyof typeof ASPECTS
export type Check = keyof typeof CHECKS
export type SecondCheckRule = keyof typeof SECOND_CHECK_RULES
export type SecondCheckStanding = keyof typeof SECOND_CHECK_STANDINGS
export type ClaimType = keyof typeof CLAIM_TYPES
export type Risk = keyof typeof RISKS
export type SourceKind = keyof typeof SOURCE_KINDS
export type Stance = keyof typeof STANCES
export type Directness = keyof typeof DIRECTNESSES
export type CoverageKind = keyof typeof COVERAGE_KINDS
export type QueryTo = keyof typeof QUERY_TO
export type QueryState = keyof typeof QUERY_STATES
export type ChangeReason = keyof typeof CHANGE_REASONS
export type SuggestionState = keyof typeof SUGGESTION_STATES
export type OpenItemKind = keyof typeof OPEN_ITEMS
export type SignOffEndKind = keyof typeof SIGN_OFF_ENDS
export type CorrectionCause = keyof typeof CORRECTION_CAUSES
export type FactKind = keyof typeof FACT_KINDS
export type PairAnswer = keyof typeof PAIR_ANSWERS

/** The keys of a vocabulary in its printed order, as zod and forms want them. */
export function keysOf<V extends Record<string, string>>(vocabulary: V) {
  return Object.keys(vocabulary) as [keyof V & string, ...(keyof V & string)[]]
}

/** How a claim is called everywhere: `C-017`. */
export function claimNumber(number: number): string {
  return `C-${String(number).padStart(3, '0')}`
}
