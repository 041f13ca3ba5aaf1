/** What of an article is handed over in its evidence bundle, beside the report. */

import { z } from 'zod'
import { CAPTURE_ROLES, type CapturePart, captureAnswer, captureFacts } from '../captures/capture'
import { passageSchema } from '../captures/passage'
import { keysOf } from '../vocabulary'
import { type Report, reportSchema } from './schema'

const instant = z.iso.datetime().describe('ISO 8601, UTC')
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const inBundle = z.string().describe('Where it stands in the bundle, from its topmost folder')

const evidence = reportSchema.shape.claims.element.shape.evidence.element.extend({
  claim: z.string().describe('For example C-017'),
  captureId: z.string().nullable().describe('The capture that it points into'),
  passage: passageSchema.nullable().describe('Where in that capture'),
})

const part = z.object({
  role: z.enum(keysOf(CAPTURE_ROLES)),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int().nonnegative(),
  sha256: sha256.describe('As it was kept'),
  path: inBundle.nullable().describe('null: left out'),
  problem: z
    .enum(['gone', 'altered'])
    .nullable()
    .describe('Why it was left out: not where files are kept any more, or not what was kept'),
})

const timeStamp = z.object({
  authority: z.string(),
  address: z.string(),
  sha256: sha256.describe('Of the file that it dates'),
  datedAt: instant.describe('What the authority vouches for'),
  path: inBundle.describe('The authority’s whole answer (RFC 3161), DER'),
})

const capture = captureFacts.extend({
  id: z.string(),
  sourceId: z.string(),
  way: z.enum(['page', 'upload']).describe('Whether Stet asked for it, or somebody brought it'),
  address: z.string().describe('As it was asked for'),
  answers: z.array(captureAnswer).describe('Every answer on the way there'),
  lacks: z.string().describe('What of it could not be kept'),
  takenBy: z.string(),
  takenAt: instant,
  parts: z.array(part),
  timeStamps: z.array(timeStamp),
})

/** `data/claims.json`: every claim of the text with its verdicts, and the words that are in none. */
export const bundleClaimsSchema = reportSchema
  .pick({ article: true, revision: true, generatedAt: true })
  .extend({
    format: z.literal('stet-bundle-claims/1'),
    ...reportSchema.pick({ claims: true, unplaced: true, marks: true }).shape,
  })
  .meta({ title: 'Claims of an evidence bundle' })

/** `data/evidence.json`: what bears on each claim, and what was kept of its source. */
export const bundleEvidenceSchema = z
  .object({
    format: z.literal('stet-bundle-evidence/1'),
    generatedAt: instant,
    evidence: z.array(evidence),
    captures: z.array(capture),
  })
  .meta({ title: 'Evidence and captures of an evidence bundle' })

export type BundleEvidence = z.infer<typeof evidence>
export type BundleCapture = z.infer<typeof capture>

/** A date that an authority granted, with its whole answer, DER. */
export interface GrantedStamp extends Omit<BundleCapture['timeStamps'][number], 'path'> {
  response: Uint8Array
}

/** All that is handed over of one article, as whoever asks for it may see it, of one moment. */
export interface BundleFacts {
  report: Report
  evidence: BundleEvidence[]
  captures: (Omit<BundleCapture, 'parts' | 'timeStamps'> & {
    parts: CapturePart[]
    timeStamps: GrantedStamp[]
  })[]
  /** Why the newsroom's log is not for them, in a sentence; null where it is. */
  logWithheld: string | null
}
