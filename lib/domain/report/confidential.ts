import type { Risk } from '../vocabulary'

export const CONFIDENTIAL: readonly Risk[] = [
  'confidential_source',
  'anonymous_source',
  'vulnerable_person',
]

/** Whether nobody outside reads more of a claim with these risks than how it stands, in any form. */
export const isConfidential = ({ risks }: { risks: readonly string[] }) =>
  CONFIDENTIAL.some((one) => risks.includes(one))
