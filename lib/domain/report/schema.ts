/** The fact-check report of one revision: one value, from which every printed and exported form is made. */

import { z } from 'zod'
import { checkpointSchema } from '../audit/checkpoint'
import { VERIFICATION_STATUSES } from '../claims/status'
import { COMPARISON_KINDS, READINGS } from '../comparisons/benches/readings'
import { BLOCK_KINDS } from '../text/blocks'
import {
  ARTICLE_STATES,
  ASPECTS,
  CHANGE_REASONS,
  CHECKS,
  CLAIM_TYPES,
  COVERAGE_KINDS,
  DIRECTNESSES,
  keysOf,
  QUERY_STATES,
  QUERY_TO,
  RISKS,
  SECOND_CHECK_STANDINGS,
  SOURCE_KINDS,
  STANCES,
  SUGGESTION_STATES,
  VERDICTS,
} from '../vocabulary'
import { correctionSchema, signOffSchema } from './signatures'

const instant = z.iso.datetime().describe('ISO 8601, UTC')
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const offset = z.int().nonnegative().describe('UTF-16 units into the text')

const source = z.object({
  id: z.string(),
  kind: z.enum(keysOf(SOURCE_KINDS)),
  title: z.string(),
  publisher: z.string(),
  published: z.string().describe('As the source states it: a year, a month or a day'),
  url: z.string(),
  origin: z.string().describe('Where the report comes from first, for example a wire service'),
  originGroupId: z
    .string()
    .nullish()
    .describe(
      'The same for sources that a person said are of one origin; null or missing: for none',
    ),
  fell: z
    .string()
    .optional()
    .describe('Why an editor said that nothing may rest on it alone; missing: it stands'),
})

const comparison = z.object({
  kind: z.enum(keysOf(COMPARISON_KINDS)),
  printed: z.string().describe('The printed words'),
  against: z.string().describe('The words of the source that they were laid beside'),
  translated: z.string().describe('A translation of them; empty where there was none'),
  reading: z
    .enum([...keysOf(READINGS.quote), ...keysOf(READINGS.figures)])
    .describe('What a person called the result'),
  shown: z.string().describe('What the machine showed, a line each'),
  note: z.string(),
  madeBy: z.string(),
  madeAt: instant,
})

const capture = z.object({
  id: z.string(),
  sourceId: z.string(),
  sourceTitle: z.string(),
  sha256: sha256.describe('Of the file that stands for it'),
  takenAt: instant,
  takenBy: z.string(),
  address: z
    .string()
    .describe('Of a page: where it was asked for; empty for a file that was brought'),
  stamps: z
    .array(z.object({ authority: z.string(), datedAt: instant }))
    .describe('The dates (RFC 3161) that authorities outside the newsroom vouch for'),
})

const evidence = z.object({
  source,
  captureId: z.string().optional().describe('The kept copy that it was read in, among `captures`'),
  opensAt: z
    .string()
    .optional()
    .describe('Where the newsroom’s Stet opens that copy, at the passage if one was chosen'),
  aspect: z.enum(keysOf(ASPECTS)).nullable().describe('null: bears on both'),
  stance: z.enum(keysOf(STANCES)),
  directness: z.enum(keysOf(DIRECTNESSES)),
  locator: z.string(),
  excerpt: z.string(),
  note: z.string(),
  addedBy: z.string(),
  addedAt: instant,
  comparisons: z
    .array(comparison)
    .optional()
    .describe('Of the printed words with this source, newest first; none if missing'),
})

const verdict = z.object({
  aspect: z.enum(keysOf(ASPECTS)),
  verdict: z.enum(keysOf(VERDICTS)),
  words: z.string().describe('The exact words that the verdict was made on'),
  rationale: z.string(),
  searched: z.string(),
  change: z.string(),
  writersWord: z.string(),
  givenBy: z.string(),
  givenAt: instant,
  check: z.enum(keysOf(CHECKS)).optional().describe('Which check it concluded; first if missing'),
  blind: z
    .boolean()
    .optional()
    .describe('Of a second check: whether the first could not be seen until it was saved'),
})

const claim = z.object({
  number: z.string().describe('For example C-017'),
  start: offset,
  end: offset,
  words: z.string().describe('text.slice(start, end)'),
  type: z.enum(keysOf(CLAIM_TYPES)),
  risks: z.array(z.enum(keysOf(RISKS))),
  claimant: z.string().nullable(),
  assignee: z.string().nullable(),
  status: z.enum(keysOf(VERIFICATION_STATUSES)),
  said: verdict.nullable().describe('null: not asked, or not answered yet'),
  so: verdict.nullable(),
  earlier: z
    .array(verdict)
    .describe('Verdicts that newer ones replaced, or that were made on other words, newest first'),
  secondCheck: z
    .object({
      standing: z.enum(keysOf(SECOND_CHECK_STANDINGS)),
      verdicts: z
        .array(verdict)
        .describe('The first, the second and the deciding one of each aspect, on these words'),
    })
    .optional()
    .describe('Missing where none was needed and none was given'),
  waivers: z.array(
    z.object({
      aspect: z.enum(keysOf(ASPECTS)),
      reason: z.string(),
      givenBy: z.string(),
      givenAt: instant,
    }),
  ),
  evidence: z.array(evidence),
})

const unplaced = claim.omit({ start: true, end: true }).extend({
  words: z.string().describe('The words of the newest place that it had'),
  revision: z.int().positive().describe('The number of the revision that they stand in'),
})

const mark = z.object({
  kind: z.enum(keysOf(COVERAGE_KINDS)),
  start: offset,
  end: offset,
  words: z.string(),
  reason: z.string().describe('Why an editor let the words stand, for waived words'),
  markedBy: z.string(),
  markedAt: instant,
})

const about = {
  claim: z.string().nullable().describe('For example C-017; null: words that are in no claim'),
  words: z.string().describe('The exact words that it was written about'),
  place: z
    .object({ start: offset, end: offset })
    .optional()
    .describe('Where they stand in the text; missing where they do not'),
}

const query = z.object({
  ...about,
  to: z.enum(keysOf(QUERY_TO)),
  addressee: z
    .string()
    .nullable()
    .describe('Who answers in the lawyer’s place, where one is named'),
  question: z.string(),
  blocking: z.boolean(),
  state: z.enum(keysOf(QUERY_STATES)),
  askedBy: z.string(),
  askedAt: instant,
  thread: z.array(
    z.object({
      step: z.enum(['answered', 'closed', 'reopened']),
      text: z.string(),
      writersWord: z.string(),
      by: z.string(),
      at: instant,
    }),
  ),
})

const suggestion = z.object({
  ...about,
  after: z.string().describe('The words that would stand instead; empty: the words are cut'),
  reason: z.enum(keysOf(CHANGE_REASONS)),
  note: z.string(),
  state: z.enum(keysOf(SUGGESTION_STATES)),
  madeBy: z.string(),
  madeAt: instant,
  decision: z
    .object({
      kind: z.enum(['accepted', 'stet', 'withdrawn']),
      after: z.string().describe('The words that were accepted'),
      reason: z.string().describe('Why the words stand, for stet'),
      by: z.string(),
      at: instant,
    })
    .nullable(),
  dissents: z.array(z.object({ text: z.string(), by: z.string(), at: instant })),
})

const share = z.object({
  words: z.int().nonnegative(),
  covered: z.int().nonnegative(),
  percent: z.int(),
})

export const reportSchema = z
  .object({
    format: z.literal('stet-report/1'),
    newsroom: z.string(),
    timeZone: z
      .string()
      .optional()
      .describe(
        'The newsroom’s time zone (IANA), in which the printed forms say when; UTC if missing',
      ),
    article: z.object({
      headline: z.string(),
      slug: z.string(),
      language: z.string().describe('BCP 47'),
      state: z.enum(keysOf(ARTICLE_STATES)),
      deadline: instant.nullable(),
      worry: z.string().describe('The writer’s answer to “What are you most worried about?”'),
    }),
    revision: z.object({
      number: z.int().positive(),
      sha256,
      createdAt: instant,
      createdBy: z.string(),
    }),
    generatedAt: instant,
    generatedBy: z.string(),
    people: z.array(z.object({ name: z.string(), part: z.enum(['editor', 'checker', 'writer']) })),
    selfChecked: z
      .boolean()
      .describe('Whether somebody gave a verdict on words that they wrote, or as a listed writer'),
    counts: z.object({
      claims: z.int().nonnegative(),
      byStatus: z.array(
        z.object({ status: z.enum(keysOf(VERIFICATION_STATUSES)), count: z.int() }),
      ),
      byRisk: z.array(z.object({ risk: z.enum(keysOf(RISKS)), count: z.int() })),
    }),
    coverage: share,
    text: z.string(),
    blocks: z.array(z.object({ kind: z.enum(keysOf(BLOCK_KINDS)), start: offset, end: offset })),
    claims: z.array(claim),
    unplaced: z
      .array(unplaced)
      .optional()
      .describe('Claims that have no place in this text: not settled yet, or cut; none if missing'),
    captures: z
      .array(capture)
      .optional()
      .describe('What the newsroom keeps of the sources, newest first; since Stet keeps captures'),
    marks: z.array(mark).describe('Words that are accounted for without a claim'),
    queries: z.array(query).describe('Those that whoever made the report may hear'),
    suggestions: z.array(suggestion),
    signOffs: z
      .array(signOffSchema)
      .optional()
      .describe(
        'Every signature that the article had, newest first; since Stet signs articles off',
      ),
    corrections: z
      .array(correctionSchema)
      .optional()
      .describe('What was corrected since it was published, newest first'),
    open: z.array(
      z.object({ claim: z.string().nullable(), what: z.string().describe('One sentence') }),
    ),
    limits: z.array(z.string()).describe('What this check does not say, a sentence each'),
    audit: z.object({
      entries: z.int().nonnegative(),
      head: sha256,
      checkpoint: checkpointSchema.optional().describe('The same, signed; since Stet signs'),
    }),
  })
  .meta({ title: 'Stet fact-check report', description: 'The fact-check report of one revision.' })

export type Report = z.infer<typeof reportSchema>
export type ReportClaim = Report['claims'][number]
export type UnplacedReportClaim = NonNullable<Report['unplaced']>[number]
export type ReportVerdict = NonNullable<ReportClaim['so']>
export type ReportQuery = Report['queries'][number]
export type ReportSuggestion = Report['suggestions'][number]
export type ReportComparison = NonNullable<ReportEvidence['comparisons']>[number]
export type ReportCapture = NonNullable<Report['captures']>[number]
export type ReportEvidence = ReportClaim['evidence'][number]
