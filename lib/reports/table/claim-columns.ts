import { VERIFICATION_STATUSES } from '@/lib/domain/claims/status'
import { COMPARISON_KINDS, readingInWords } from '@/lib/domain/comparisons/benches/readings'
import type {
  Report,
  ReportCapture,
  ReportComparison,
  ReportEvidence,
  ReportQuery,
  ReportSuggestion,
  ReportVerdict,
} from '@/lib/domain/report/schema'
import { type ReportCorrection, signatureFor } from '@/lib/domain/report/signatures'
import { BLOCK_KINDS } from '@/lib/domain/text/blocks'
import {
  ASPECTS,
  CHANGE_REASONS,
  CHECKS,
  CLAIM_TYPES,
  CORRECTION_CAUSES,
  DIRECTNESSES,
  RISKS,
  ROLES,
  SECOND_CHECK_STANDINGS,
  SOURCE_KINDS,
  STANCES,
  SUGGESTION_STATES,
} from '@/lib/domain/vocabulary'
import { linksOf, type Printed } from '../view/claim-entry'
import { verdictWord } from '../view/printed-words'

/** One column of the table: what stands in it for a claim, as text; its kind says what a spreadsheet makes of that. */
export interface Column {
  heading: string
  cell: (claim: Printed, report: Report) => string
  /** `moment`: an instant as ISO 8601, or nothing. `number`: digits, or nothing. */
  kind: 'text' | 'moment' | 'number'
}

const column = (heading: string, cell: Column['cell'], kind: Column['kind'] = 'text'): Column => ({
  heading,
  cell,
  kind,
})

/** The claims of a report in the order of its text, then those that have no place there. */
export const claimsOf = ({ claims, unplaced = [] }: Report): Printed[] => [...claims, ...unplaced]

/** What the table of claims says of each, in the order of its columns. */
export const COLUMNS: Column[] = [
  column('Number', ({ number }) => number),
  column('Status', ({ status }) => VERIFICATION_STATUSES[status]),
  column('Said', (claim) =>
    claim.claimant === null && !claim.said ? '' : verdictWord(claim.said),
  ),
  column('So', ({ so }) => verdictWord(so)),
  column('Words', ({ words }) => words),
  column(
    'Words as in revision',
    (claim) => ('revision' in claim ? String(claim.revision) : ''),
    'number',
  ),
  column('Block', blockOf),
  column('Type', ({ type }) => CLAIM_TYPES[type]),
  column('Risks', ({ risks }) => risks.map((risk) => RISKS[risk]).join(', ')),
  column('Claimant', ({ claimant }) => claimant ?? ''),
  column('Assignee', ({ assignee }) => assignee ?? ''),
  column('Rationale (said)', ({ said }) => said?.rationale ?? ''),
  column('Rationale (so)', ({ so }) => so?.rationale ?? ''),
  column('Searched', ({ said, so }) => lines(said?.searched, so?.searched)),
  column('Suggested change', ({ said, so }) => lines(said?.change, so?.change)),
  column('Writer’s word', ({ said, so }) => lines(said?.writersWord, so?.writersWord)),
  column('Waivers', ({ waivers }) => lines(...waivers.map((w) => `${w.reason} (${w.givenBy})`))),
  column('Queries', ({ number }, { queries }) => lines(...about(number, queries).map(queryLine))),
  column('Suggestions', ({ number }, { suggestions }) =>
    lines(...about(number, suggestions).map(suggestionLine)),
  ),
  column('Accepted as open', ({ number }, report) => lines(...acceptedOf(number, report))),
  column('Corrections', ({ number }, { corrections = [] }) =>
    lines(...about(number, corrections).map(correctionLine)),
  ),
  column('Evidence', ({ evidence }) => evidence.map(evidenceLine).join('\n')),
  column('Origins', linksOf),
  column('Kept copies', (claim, report) => lines(...capturesOf(claim, report).map(captureLine))),
  column('Said checked by', ({ said }) => said?.givenBy ?? ''),
  column('Said checked at', ({ said }) => said?.givenAt ?? '', 'moment'),
  column('Checked by', ({ so }) => so?.givenBy ?? ''),
  column('Checked at', ({ so }) => so?.givenAt ?? '', 'moment'),
  column('Second check', ({ secondCheck }) =>
    secondCheck ? SECOND_CHECK_STANDINGS[secondCheck.standing] : '',
  ),
  column('Checks', ({ secondCheck }) => lines(...(secondCheck?.verdicts ?? []).map(checkLine))),
  column('Text signed off by', (_, report) => signedBy(report)),
  column('Text signed off at', (_, report) => signatureOf(report)?.signedAt ?? '', 'moment'),
  column('Pieces of evidence', ({ evidence }) => String(evidence.length), 'number'),
  column(
    'Open queries',
    ({ number }, { queries }) =>
      String(about(number, queries).filter(({ state }) => state !== 'closed').length),
    'number',
  ),
]

function checkLine(verdict: ReportVerdict): string {
  const { aspect, check = 'first', blind, rationale, givenBy, givenAt } = verdict
  const which = `${CHECKS[check]}${blind ? ', blind' : ''}, ${ASPECTS[aspect].toLowerCase()}`
  return oneLine(
    [`${which}: ${verdictWord(verdict)} (${givenBy}, ${givenAt})`, rationale].filter(Boolean),
  )
}

function blockOf(claim: Printed, { blocks }: Report): string {
  if (claim.status === 'cut' || !('start' in claim)) return ''
  const block = blocks.find(({ start, end }) => start <= claim.start && claim.start < end)
  return block ? BLOCK_KINDS[block.kind] : ''
}

const lines = (...each: (string | undefined)[]) => each.filter(Boolean).join('\n')

const about = <Each extends { claim: string | null }>(number: string, all: readonly Each[]) =>
  all.filter(({ claim }) => claim === number)

const signatureOf = ({ signOffs = [], revision }: Report) => signatureFor(signOffs, revision)

function signedBy(report: Report): string {
  const signature = signatureOf(report)
  if (!signature) return ''
  const { signedBy, role, emergency } = signature
  const who = `${signedBy}, ${ROLES[role].toLowerCase()}`
  return emergency ? `Not signed off: published in an emergency by ${who}` : who
}

function acceptedOf(number: string, report: Report): string[] {
  return about(number, signatureOf(report)?.items ?? []).map(({ what, accepted, isOpen }) =>
    accepted
      ? oneLine([`${what} ${accepted.reason} (${accepted.by})`])
      : oneLine([`${isOpen ? 'Still to be done' : 'Done, changed or accepted since'}: ${what}`]),
  )
}

function correctionLine(correction: ReportCorrection): string {
  const { published, corrected, cause, notice, correctedBy } = correction
  const now = corrected.words === '' ? 'cut' : `“${corrected.words}”`
  return oneLine([
    `“${published.words}”: ${now}, ${CORRECTION_CAUSES[cause].toLowerCase()} (${correctedBy})`,
    notice,
  ])
}

function queryLine({ to, state, question, askedBy, thread }: ReportQuery): string {
  const said = thread.map(({ step, text, by }) => `${step} by ${by}${text && `: ${text}`}`)
  return oneLine([`To the ${to}, ${state}: ${question} (${askedBy})`, ...said])
}

function suggestionLine(suggestion: ReportSuggestion): string {
  const { after, reason, state, madeBy, decision, dissents } = suggestion
  const words = after === '' ? 'cut' : `“${after}”`
  return oneLine([
    `${SUGGESTION_STATES[state]}: ${words}, ${CHANGE_REASONS[reason].toLowerCase()} (${madeBy})`,
    ...(decision
      ? [`${decision.kind} by ${decision.by}: ${decision.reason || decision.after}`]
      : []),
    ...dissents.map(({ text, by }) => `dissent by ${by}: ${text}`),
  ])
}

const oneLine = (parts: string[]) => parts.join('; ').replace(/\s*\n\s*/g, ' ')

function comparisonLine({ kind, reading, shown, note, madeBy }: ReportComparison): string {
  const found = `${COMPARISON_KINDS[kind]} compared: ${readingInWords(reading)} (${madeBy})`
  return [found, shown, note].filter(Boolean).join('; ')
}

/** The copies that are kept of the sources that a claim rests on. */
function capturesOf({ evidence }: Printed, { captures = [] }: Report): ReportCapture[] {
  return captures.filter(({ sourceId }) => evidence.some(({ source }) => source.id === sourceId))
}

function captureLine({ sourceTitle, sha256, takenAt, takenBy, address, stamps }: ReportCapture) {
  const dates = stamps.map(({ authority, datedAt }) => `dated ${datedAt} by ${authority}`)
  return oneLine([
    `${sourceTitle}: SHA-256 ${sha256}, kept ${takenAt} by ${takenBy}`,
    ...[address, ...dates].filter(Boolean),
  ])
}

function evidenceLine(evidence: ReportEvidence, index: number): string {
  const { source, stance, directness, locator, excerpt } = evidence
  const named = [SOURCE_KINDS[source.kind], source.title, source.publisher, source.published]
  const parts = [
    `${STANCES[stance]}, ${DIRECTNESSES[directness].toLowerCase()}`,
    [...named, source.url].filter(Boolean).join(', '),
    locator,
    excerpt && `“${excerpt}”`,
    ...(evidence.comparisons ?? []).map(comparisonLine),
  ]
  return `${index + 1}. ${parts
    .filter(Boolean)
    .join('; ')
    .replace(/\s*\n\s*/g, ' ')}`
}
