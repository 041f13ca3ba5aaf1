import type { Risk } from '../vocabulary'
import type { DocumentReader } from './document-wishes'
import type {
  Report,
  ReportClaim,
  ReportEvidence,
  ReportSuggestion,
  ReportVerdict,
  UnplacedReportClaim,
} from './schema'

/** Of a claim with one of these, nobody outside reads more than how it stands. */
export const CONFIDENTIAL: readonly Risk[] = [
  'confidential_source',
  'anonymous_source',
  'vulnerable_person',
]

/**
 * A report as it is handed on to a reader: never more than whoever hands it on sees, which is what the report holds.
 * A writer is asked what is asked of the writer, and does not listen to the rest.
 */
export function shownTo(report: Report, reader: DocumentReader): Report {
  if (reader === 'desk') return report
  if (reader === 'writer') {
    return { ...report, queries: report.queries.filter(({ to }) => to === 'writer') }
  }
  const { newsroom } = report
  return {
    ...report,
    queries: [],
    claims: report.claims.map((claim) => outside(claim, newsroom)),
    unplaced: (report.unplaced ?? []).map((claim) => outside(claim, newsroom)),
    suggestions: report.suggestions.map((one) => suggestionOutside(one, report)),
  }
}

function outside<Claim extends ReportClaim | UnplacedReportClaim>(
  claim: Claim,
  newsroom: string,
): Claim {
  const isConfidential = isKept(claim)
  const verdict = (one: ReportVerdict | null) =>
    one && !isConfidential ? verdictOutside(one, newsroom) : null
  return {
    ...claim,
    risks: [],
    assignee: null,
    claimant: isConfidential ? null : claim.claimant,
    said: verdict(claim.said),
    so: verdict(claim.so),
    earlier: [],
    secondCheck: undefined,
    waivers: [],
    evidence: isConfidential ? [] : claim.evidence.map((one) => evidenceOutside(one, newsroom)),
  }
}

const isKept = ({ risks }: Pick<ReportClaim, 'risks'>) =>
  risks.some((risk) => CONFIDENTIAL.includes(risk))

function verdictOutside(verdict: ReportVerdict, newsroom: string): ReportVerdict {
  return { ...verdict, searched: '', writersWord: '', givenBy: newsroom }
}

function evidenceOutside(evidence: ReportEvidence, newsroom: string): ReportEvidence {
  return { ...evidence, note: '', addedBy: newsroom, comparisons: undefined }
}

/** A suggestion about a confidential claim names its words, and those stand in the text; its reasons stay here. */
function suggestionOutside(suggestion: ReportSuggestion, { newsroom }: Report): ReportSuggestion {
  const { decision } = suggestion
  return {
    ...suggestion,
    note: '',
    madeBy: newsroom,
    decision: decision && { ...decision, reason: '', by: newsroom },
    dissents: [],
  }
}
