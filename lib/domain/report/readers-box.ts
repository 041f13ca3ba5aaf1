import { z } from 'zod'
import { SOURCE_KINDS, type SourceKind, VERDICTS, type VerdictKind } from '../vocabulary'
import { isConfidential } from './confidential'
import type { Report, ReportClaim } from './schema'

/** What a reader is told a check found. Words that are not safe as printed are not told about but corrected. */
export const FOUND: Record<VerdictKind, string | null> = {
  confirmed: 'Confirmed',
  disputed: 'Credible sources disagree',
  cannot_be_stood_up: 'Could not be confirmed on its own',
  on_author: 'Seen or heard by the writer',
  not_checkable: 'Opinion or prediction',
  ok_with_change: null,
  incorrect: null,
  misleading: null,
}

const kinds = z.array(
  z.object({ kind: z.string().describe('In words'), count: z.int().positive() }),
)

export const readersBoxSchema = z
  .object({
    format: z.literal('stet-readers-box/1'),
    newsroom: z.string(),
    headline: z.string(),
    language: z.string().describe('BCP 47, of the headline and of the words'),
    revision: z.int().positive(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('Of the text'),
    checked: z
      .int()
      .nonnegative()
      .describe('How many claims of the text were checked, told here or not'),
    claims: z.array(
      z.object({
        words: z.string().describe('As they are printed'),
        said: z
          .boolean()
          .describe('They report somebody’s words, and it was confirmed that these were said'),
        found: z.string(),
        sources: kinds,
      }),
    ),
    sources: kinds.describe('Of all claims that are told here, each source once'),
    corrections: z.array(z.object({ notice: z.string(), at: z.iso.datetime() })),
  })
  .meta({
    title: 'Stet reader’s box',
    description: 'How we know: what readers are told of a check.',
  })

export type ReadersBox = z.infer<typeof readersBoxSchema>
export type BoxClaim = ReadersBox['claims'][number]

/**
 * What readers are told of a check: of the claims that were chosen their printed words, what was found and which kinds of
 * sources it rests on; never a source itself, a note, a name or a claim that is confidential.
 */
export function readersBoxOf(report: Report, chosen: readonly string[]): ReadersBox {
  const { newsroom, article, revision, claims, corrections = [] } = report
  const told = claims.filter((claim) => chosen.includes(claim.number) && whyNotTold(claim) === null)
  return {
    format: 'stet-readers-box/1',
    newsroom,
    headline: article.headline,
    language: article.language,
    revision: revision.number,
    sha256: revision.sha256,
    checked: claims.filter(({ status }) => status in VERDICTS).length,
    claims: told.map(boxClaim),
    sources: kindsOf(sourcesOf(told)),
    corrections: corrections.map(({ notice, correctedAt }) => ({ notice, at: correctedAt })),
  }
}

/** Why a claim is not told to readers, in a sentence; null where it can be. */
export function whyNotTold({ status, risks, so, start, end }: ReportClaim): string | null {
  if (status === 'cut' || end <= start) return 'Its words are not in this text.'
  if (isConfidential({ risks })) return 'Its risks say that it is confidential.'
  if (!so || status !== so.verdict) return 'Its check is not done.'
  return FOUND[so.verdict] === null ? 'Its words are not safe as they are printed.' : null
}

/** How a claim stands; a box in which one stands otherwise than it was signed holds no more. */
export function boxStanding(claim: {
  status: string
  saidVerdict: string | null
  soVerdict: string | null
  newestVerdictId: string | null
  risks: readonly string[]
}): string {
  const { status, saidVerdict, soVerdict, newestVerdictId, risks } = claim
  const secret = isConfidential({ risks })
  return JSON.stringify([status, saidVerdict, soVerdict, newestVerdictId, secret])
}

export function boxClaim(claim: ReportClaim): BoxClaim {
  return {
    words: claim.words,
    said: claim.said?.verdict === 'confirmed',
    found: (claim.so && FOUND[claim.so.verdict]) ?? '',
    sources: kindsOf(sourcesOf([claim])),
  }
}

/** The sources that claims rest on. */
export const sourcesOf = (claims: readonly ReportClaim[]): BoxSource[] =>
  claims.flatMap(({ evidence }) => evidence.map(({ source: { id, kind } }) => ({ id, kind })))

export interface BoxSource {
  id: string
  kind: SourceKind
}

/** Kinds by how often, the most frequent first; a source that bears on several claims counts once. */
export function kindsOf(all: readonly BoxSource[]): ReadersBox['sources'] {
  const counts = new Map<string, number>()
  for (const kind of new Map(all.map(({ id, kind }) => [id, kind])).values()) {
    counts.set(SOURCE_KINDS[kind], (counts.get(SOURCE_KINDS[kind]) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([kind, count]) => ({ kind, count }))
}

/** Kinds of sources in a line: `Wire, 2 × Official document`. */
export const inKinds = (sources: ReadersBox['sources']): string =>
  sources.map(({ kind, count }) => (count === 1 ? kind : `${count} × ${kind}`)).join(', ')

/** The first sentence of a box: how much was checked. */
export function checkedInWords({
  newsroom,
  checked,
}: Pick<ReadersBox, 'newsroom' | 'checked'>): string {
  const what = checked === 1 ? 'one statement' : `${checked.toLocaleString('en')} statements`
  return `Before this was published, ${newsroom} checked ${what} in it.`
}
