import { Refusal } from '../refusal'
import { countOrigins, type OriginFacts } from '../sources/origins'
import { isFallen, type Standable } from '../sources/standable'
import type { Aspect, Directness, Stance, VerdictKind } from '../vocabulary'

export interface EvidenceFacts {
  stance: Stance
  directness: Directness
  /** Null: bears on both aspects. */
  aspect: Aspect | null
  source: OriginFacts & Standable
}

export interface VerdictGiven {
  aspect: Aspect
  verdict: VerdictKind
  rationale: string
  searched: string
  change: string
  writersWord: string
}

export interface ClaimFacts {
  claimant: string | null
  evidence: readonly EvidenceFacts[]
  /** The aspects for which an editor accepted secondary support by name. */
  waivedAspects: readonly Aspect[]
}

/** Secondary reports that it takes to stand without a primary source. */
export const INDEPENDENT_REPORTS = 3

/**
 * Refuses a verdict that what is on file does not carry, and says what is missing.
 *
 * Evidence always has a locator (it cannot be attached without one), so evidence at all is evidence
 * with a locator.
 */
export function assertVerdictStands(claim: ClaimFacts, given: VerdictGiven): void {
  const { aspect, verdict } = given
  if (aspect === 'said' && claim.claimant === null) {
    throw new Refusal(
      'invalid',
      'This claim reports nobody’s words, so there is no “said” to check.',
      {
        aspect: 'Choose “So”, or name a claimant first.',
      },
    )
  }

  const all = bearingOn(claim, aspect)
  const evidence = all.filter(({ source }) => !isFallen(source))
  const lack = lackOf(claim, given, evidence)
  if (lack && lackOf(claim, given, all)) throw refused(lack, lack.message)
  if (lack) throw refused(lack, `${lack.message} ${FELL}`)
  if (restsOnFallen(verdict, all, evidence)) throw refused({ field: 'verdict' }, FELL_ALONE)
}

function refused({ field }: Pick<Missing, 'field'>, message: string): Refusal {
  return new Refusal('invalid', message, { [field]: message })
}

const FELL = 'What is attached comes from a source that fell, which carries nothing alone.'
const FELL_ALONE = 'This verdict would rest on a source that fell alone. Attach another one first.'

/** Whether a verdict that goes by sources has none, or none that supports, that did not fall. */
function restsOnFallen(
  verdict: VerdictKind,
  all: readonly EvidenceFacts[],
  standing: readonly EvidenceFacts[],
): boolean {
  if (WITHOUT_SOURCES.includes(verdict)) return false
  const isCarried = (evidence: readonly EvidenceFacts[]) =>
    verdict === 'ok_with_change' ? evidence.some(supports) : evidence.length > 0
  return isCarried(all) && !isCarried(standing)
}

/** What these conclude is not found in a source. */
const WITHOUT_SOURCES: readonly VerdictKind[] = ['cannot_be_stood_up', 'on_author', 'not_checkable']

/** What a verdict needs that this evidence does not give; null where nothing. */
function lackOf(claim: ClaimFacts, given: VerdictGiven, evidence: EvidenceFacts[]): Missing | null {
  const { aspect, verdict } = given
  const missing = MISSING[verdict]?.(given, evidence)
  if (missing) return missing
  const isSupported = verdict === 'confirmed' || verdict === 'ok_with_change'
  return isSupported ? lackOfSupport(claim, aspect, evidence) : null
}

/** The aspects whose newest verdict no longer stands on what is on file, each with what it lacks. */
export function unsupported(
  claim: ClaimFacts,
  newest: readonly VerdictGiven[],
): { aspect: Aspect; verdict: VerdictKind; why: string }[] {
  return newest.flatMap((given) => {
    try {
      assertVerdictStands(claim, given)
      return []
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return [{ aspect: given.aspect, verdict: given.verdict, why: error.message }]
    }
  })
}

/** What is not on file and this verdict would need, in a sentence; null where nothing of it is missing. What is typed with a verdict is not asked for. */
export function lackingOnFile(
  claim: ClaimFacts,
  aspect: Aspect,
  verdict: VerdictKind,
): string | null {
  const typed = { rationale: '…', searched: '…', change: '…', writersWord: '…' }
  return unsupported(claim, [{ aspect, verdict, ...typed }])[0]?.why ?? null
}

/** The evidence that bears on one aspect of a claim. */
export function bearingOn(claim: ClaimFacts, aspect: Aspect): EvidenceFacts[] {
  return claim.evidence.filter((evidence) => evidence.aspect === null || evidence.aspect === aspect)
}

/** Whether evidence supports, but neither from a primary source nor from enough that reported on their own. */
export function isWeaklySupported(evidence: readonly EvidenceFacts[]): boolean {
  const support = evidence.filter(supports)
  if (support.length === 0 || support.some(({ directness }) => directness === 'primary'))
    return false
  return secondaryReports(support) < INDEPENDENT_REPORTS
}

/** The aspects of which all support is secondary or further away, however much there is, and that no editor waived. */
export function secondaryOnly(claim: ClaimFacts, aspects: readonly Aspect[]): Aspect[] {
  return aspects.filter((aspect) => {
    const support = bearingOn(claim, aspect).filter(supports)
    const isPrimary = support.some(({ directness }) => directness === 'primary')
    return support.length > 0 && !isPrimary && !claim.waivedAspects.includes(aspect)
  })
}

function secondaryReports(evidence: readonly EvidenceFacts[]): number {
  return independentReports(
    evidence.filter((one) => supports(one) && one.directness === 'secondary'),
  )
}

/** How many sources reported on their own: those of one origin count once. */
export function independentReports(evidence: readonly EvidenceFacts[]): number {
  return countOrigins(evidence.map(({ source }) => source))
}

interface Missing {
  field: keyof VerdictGiven
  message: string
}

type Needs = (given: VerdictGiven, evidence: EvidenceFacts[]) => Missing | null

const MISSING: Partial<Record<VerdictKind, Needs>> = {
  confirmed: ({ aspect }, evidence) =>
    needs(
      'verdict',
      evidence.some(supports),
      `“Confirmed” needs evidence that supports the words${forAspect(aspect)}, with its locator. Attach it first.`,
    ),
  ok_with_change: ({ change }) => needs('change', change, 'Say which words would be supported.'),
  incorrect: ({ aspect, rationale }, evidence) =>
    needs(
      'verdict',
      evidence.some(contradicts),
      `“Incorrect” needs evidence that contradicts the words${forAspect(aspect)}, with its locator. Attach it first.`,
    ) ?? needsReason(rationale),
  misleading: ({ aspect, rationale }, evidence) =>
    needs(
      'verdict',
      evidence.length > 0,
      `“Misleading” needs evidence${forAspect(aspect)}, with its locator. Attach it first.`,
    ) ?? needsReason(rationale),
  cannot_be_stood_up: ({ searched }) => needs('searched', searched, 'Say where you searched.'),
  disputed: ({ rationale }) => needsReason(rationale),
  on_author: ({ writersWord }) =>
    needs('writersWord', writersWord, 'Put down the writer’s own word.'),
  not_checkable: ({ rationale }) => needsReason(rationale),
}

function needs(
  field: Missing['field'],
  present: string | boolean,
  message: string,
): Missing | null {
  const isThere = typeof present === 'string' ? present.trim() !== '' : present
  return isThere ? null : { field, message }
}

const needsReason = (rationale: string) => needs('rationale', rationale, 'Say why.')

const supports = ({ stance }: EvidenceFacts) => stance === 'supports'
const contradicts = ({ stance }: EvidenceFacts) => stance === 'contradicts'

const forAspect = (aspect: Aspect) => (aspect === 'said' ? ' as said' : '')

function lackOfSupport(
  claim: ClaimFacts,
  aspect: Aspect,
  evidence: EvidenceFacts[],
): Missing | null {
  if (claim.waivedAspects.includes(aspect) || !isWeaklySupported(evidence)) return null

  const what = aspect === 'said' ? 'that this was said' : 'this'
  const message = `${SUPPORT[secondaryReports(evidence)] ?? SUPPORT[0]} ${what}. It needs a primary source, three independent ones, or an editor’s waiver.`
  return { field: 'verdict', message }
}

const SUPPORT = [
  'No primary or secondary source supports',
  'Only one secondary source supports',
  'Only two independent secondary sources support',
] as const
