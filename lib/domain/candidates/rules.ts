import { FIGURE_RULES } from './figure-rules'
import { LANGUAGE_RULES } from './language-rules'
import { PEOPLE_RULES } from './people-rules'
import { QUOTATION_RULES } from './quotation-rules'
import type { CandidateRule } from './rule'
import { STATEMENT_RULES } from './statement-rules'

/** Every rule, each with an id of its own. */
export const CANDIDATE_RULES: readonly CandidateRule[] = [
  ...QUOTATION_RULES,
  ...FIGURE_RULES,
  ...PEOPLE_RULES,
  ...STATEMENT_RULES,
  ...LANGUAGE_RULES,
]
