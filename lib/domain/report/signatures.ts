/** What a report says of who signed the text, and of what was corrected after it was published. */

import { z } from 'zod'
import { checkpointSchema } from '../audit/checkpoint'
import { CORRECTION_CAUSES, keysOf, OPEN_ITEMS, ROLES, SIGN_OFF_ENDS } from '../vocabulary'

/** How a signature stands: the first two hold, each of the others ended it. */
export const SIGNATURE_STATES = {
  holds: 'Holds',
  emergency: 'Emergency',
  ...SIGN_OFF_ENDS,
} as const

export type SignatureState = keyof typeof SIGNATURE_STATES

const instant = z.iso.datetime().describe('ISO 8601, UTC')
const revision = z.int().positive().describe('The number of a revision')
const claim = z.string().describe('For example C-017')

export const signOffSchema = z.object({
  state: z.enum(keysOf(SIGNATURE_STATES)),
  emergency: z.boolean().describe('Published before the check was done'),
  reason: z.string().describe('Why it could not wait, in an emergency'),
  statement: z.string().describe('What was signed, in the words that the editor read'),
  signedBy: z.string(),
  role: z.enum(keysOf(ROLES)),
  signedAt: instant,
  revision,
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('Of the text that was signed'),
  items: z
    .array(
      z.object({
        kind: z.enum(keysOf(OPEN_ITEMS)),
        claim: claim.nullable(),
        what: z.string().describe('One sentence'),
        accepted: z
          .object({ by: z.string(), at: instant, reason: z.string() })
          .nullable()
          .describe('null: nobody accepted it, so in an emergency it must still be done'),
        isOpen: z
          .boolean()
          .nullable()
          .describe(
            'Whether it is open now and nobody accepted it since; null where accepted is set',
          ),
      }),
    )
    .describe('What was open when it was signed'),
  end: z
    .object({
      by: z.string(),
      at: instant,
      reason: z.string(),
      claims: z.array(claim).describe('Those that made it fall'),
      revision: revision.nullable().describe('The text that took its place'),
    })
    .nullable(),
  checkpoint: checkpointSchema.describe('Where the log ended when it was signed'),
})

export const correctionSchema = z.object({
  number: z.int().positive().describe('Counts the corrections of an article from 1'),
  claim: claim.nullable().describe('null: words that are in no claim'),
  published: z.object({ revision, words: z.string() }),
  corrected: z.object({ revision, words: z.string().describe('Empty: the words were cut') }),
  cause: z.enum(keysOf(CORRECTION_CAUSES)),
  notice: z.string().describe('What readers are told'),
  correctedBy: z.string(),
  correctedAt: instant,
  signed: z
    .object({ revision, by: z.string(), at: instant })
    .nullable()
    .describe('The first signature that covers the corrected words; null: none yet'),
})

export type ReportSignOff = z.infer<typeof signOffSchema>
export type ReportCorrection = z.infer<typeof correctionSchema>

/** The signature that holds for exactly this text, if any, also that of an emergency. */
export function signatureFor(
  signOffs: readonly ReportSignOff[],
  text: { number: number; sha256: string },
): ReportSignOff | null {
  const found = signOffs.find(
    ({ end, revision, sha256 }) =>
      end === null && revision === text.number && sha256 === text.sha256,
  )
  return found ?? null
}

/** What the report is to the signature, in words: a report never is one, and the text may have one or not. */
export function signedInWords(signature: ReportSignOff | null): string {
  if (!signature) {
    return 'This text is not signed off, and this report is no sign-off. It shows where the check stood at the moment given above.'
  }
  const who = `${signature.signedBy}, ${ROLES[signature.role].toLowerCase()}`
  return signature.emergency
    ? `${who}, published this text in an emergency, before its check was done: it is not signed off in full. This report shows where the check stood at the moment given above.`
    : `${who}, signed this text off, and the signature holds for this text alone. What the report says beside it shows where the check stood at the moment given above.`
}
