import {
  type Aspect,
  VERDICTS,
  type VerdictKind,
  WORK_STATUSES,
  type WorkStatus,
} from '../vocabulary'

export interface ClaimStanding {
  status: WorkStatus
  /** Whose words the claim reports; null for a plain claim. */
  claimant: string | null
  saidVerdict: VerdictKind | null
  soVerdict: VerdictKind | null
}

/** A claim's verification status: the verdict once there is one, else where the work stands. */
export type VerificationStatus = Exclude<WorkStatus, 'checked'> | VerdictKind

export const VERIFICATION_STATUSES: Record<VerificationStatus, string> = {
  unchecked: WORK_STATUSES.unchecked,
  in_progress: WORK_STATUSES.in_progress,
  waiting_writer: WORK_STATUSES.waiting_writer,
  waiting_source: WORK_STATUSES.waiting_source,
  recheck: WORK_STATUSES.recheck,
  ...VERDICTS,
  cut: WORK_STATUSES.cut,
}

/** Which questions a claim has to answer: `said` and `so` where it reports somebody's words, else `so`. */
export function aspectsOf({ claimant }: Pick<ClaimStanding, 'claimant'>): Aspect[] {
  return claimant === null ? ['so'] : ['said', 'so']
}

/**
 * The one word that screens, lists and reports print for a claim. Words that were not said as printed
 * cannot be stood by, whether or not they are so: then *said* is what is printed.
 */
export function verificationStatus(claim: ClaimStanding): VerificationStatus {
  if (claim.status !== 'checked') return claim.status
  const misreported = claim.claimant !== null && claim.saidVerdict !== 'confirmed'
  return (misreported ? claim.saidVerdict : claim.soVerdict) ?? 'in_progress'
}

/** Where the work stands once a verdict has been added: checked when every aspect has its verdict. */
export function statusAfterVerdict(claim: Omit<ClaimStanding, 'status'>): WorkStatus {
  const given = { said: claim.saidVerdict, so: claim.soVerdict }
  return aspectsOf(claim).every((aspect) => given[aspect]) ? 'checked' : 'in_progress'
}

/** Where the work stands once another claimant, or none, is named, since that changes what must be answered. */
export function statusAfterClaimant(claim: ClaimStanding, claimant: string | null): WorkStatus {
  const { status, saidVerdict } = claim
  if (claim.claimant === claimant || (status !== 'checked' && status !== 'in_progress')) {
    return status
  }
  if (claim.claimant !== null && claimant !== null && saidVerdict) return 'recheck'
  return statusAfterVerdict({ ...claim, claimant })
}

/** The work statuses that a person sets by hand; the others follow from verdicts, edits and cuts. */
export const SETTABLE_STATUSES = [
  'unchecked',
  'in_progress',
  'waiting_writer',
  'waiting_source',
] as const satisfies readonly WorkStatus[]

/** Whether a person may set by hand where the work on a claim stands that stands so. */
export function isSettable(status: WorkStatus): boolean {
  return SETTABLE_STATUSES.some((one) => one === status)
}

/** Whether a checker can go on with a claim now: it is neither checked, nor waiting for somebody, nor cut. */
export function needsWork({ status }: Pick<ClaimStanding, 'status'>): boolean {
  return status === 'unchecked' || status === 'in_progress' || status === 'recheck'
}

const ORDER: VerificationStatus[] = [
  'confirmed',
  'ok_with_change',
  'on_author',
  'not_checkable',
  'disputed',
  'misleading',
  'incorrect',
  'cannot_be_stood_up',
  'recheck',
  'waiting_writer',
  'waiting_source',
  'in_progress',
  'unchecked',
  'cut',
]

/** How many claims stand how, alone or as many as are alike, in the order in which the progress bar shows them; statuses without claims are left out. */
export function countByStatus(
  claims: readonly (ClaimStanding & { count?: number })[],
): { status: VerificationStatus; count: number }[] {
  const counts = new Map<VerificationStatus, number>()
  for (const claim of claims) {
    const status = verificationStatus(claim)
    counts.set(status, (counts.get(status) ?? 0) + (claim.count ?? 1))
  }
  return ORDER.flatMap((status) => {
    const count = counts.get(status)
    return count ? [{ status, count }] : []
  })
}
