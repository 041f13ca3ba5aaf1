import { isConfidential } from './confidential'
import type { DocumentReader } from './document-wishes'
import type {
  Report,
  ReportClaim,
  ReportEvidence,
  ReportSuggestion,
  ReportVerdict,
  UnplacedReportClaim,
} from './schema'

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
  const isSecret = isConfidential(claim)
  const verdict = (one: ReportVerdict | null) =>
    one && !isSecret ? verdictOutside(one, newsroom) : null
  return {
    ...claim,
    risks: [],
    assignee: null,
    claimant: isSecret ? null : claim.claimant,
    said: verdict(claim.said),
    so: verdict(claim.so),
    earlier: [],
    secondCheck: undefined,
    waivers: [],
    evidence: isSecret ? [] : claim.evidence.map((one) => evidenceOutside(one, newsroom)),
  }
}

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
