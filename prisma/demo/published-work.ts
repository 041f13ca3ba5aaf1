import { giveVerdict, waiveSecondary } from '@/lib/commands/claims/verdicts'
import { applyAccepted } from '@/lib/commands/discussion/apply-suggestions'
import { acceptSuggestion, suggestChange } from '@/lib/commands/discussion/suggestions'
import { attachEvidence, editEvidence } from '@/lib/commands/sources/evidence'
import { findClaim } from '@/lib/db/claims/claims'
import { listSuggestions } from '@/lib/db/discussion/suggestions'
import type { Actor } from '@/lib/domain/policy'
import type { Aspect, ChangeReason } from '@/lib/domain/vocabulary'
import { type DemoSources, firstSentence, notedLine } from './sources'

interface Desk {
  editor: Actor
  checker: Actor
}

/** A claim of the article that is checked. */
interface Checked {
  articleId: string
  claimId: string
  sources: DemoSources
}

const RIGHT_YEAR = 'signed in 2017'

/** The year is wrong. The right one is in the checker’s words, so the editor checks it. */
export async function correctYear({ editor, checker }: Desk, checked: Checked): Promise<void> {
  const { claimId, sources } = checked
  await attachEvidence(checker, {
    ...{ claimId, sourceId: sources.agency, stance: 'contradicts', directness: 'secondary' },
    locator: 'section “S-400 deal”, first paragraph',
    excerpt: 'Dates the contract to 2017.',
  })
  await giveVerdict(checker, {
    ...{ claimId, verdict: 'incorrect' },
    rationale: '2019 is the year of the American statement. The contract is of 2017.',
  })
  await change({ editor, checker }, { ...checked, base: 1, after: RIGHT_YEAR, reason: 'date' })
  await nowSupports(checker, claimId)
  await waiveSecondary(editor, { claimId, reason: NOBODY_DISPUTES })
  await giveVerdict(editor, {
    ...{ claimId, verdict: 'confirmed', over: await lastVerdict(editor, claimId, 'so') },
    rationale: 'The year is the agency’s now.',
  })
}

const NOBODY_DISPUTES = 'A plain fact that the agency gives without any doubt.'

const WHOLE_QUOTATION = 'renders its continued involvement with the F-35 impossible'

/** A word of the quotation is missing. The checker found it right with that word, so they may check it once it is there. */
export async function correctQuotation({ editor, checker }: Desk, checked: Checked): Promise<void> {
  const { claimId, sources } = checked
  const attached = { ...firstSentence(sources), aspect: 'both', stance: 'limits' }
  await attachEvidence(checker, { claimId, ...attached })
  await giveVerdict(checker, {
    ...{ claimId, aspect: 'said', verdict: 'ok_with_change', change: WHOLE_QUOTATION },
    rationale: 'The statement says “its continued involvement”.',
  })
  const changed = { ...checked, base: 2, after: WHOLE_QUOTATION, reason: 'quotation' } as const
  await change({ editor, checker }, changed)
  await nowSupports(checker, claimId)
  await giveVerdict(checker, {
    ...{ claimId, aspect: 'said', verdict: 'confirmed' },
    over: await lastVerdict(checker, claimId, 'said'),
    rationale: 'Word for word as published, now that no word is missing.',
  })
  await giveVerdict(checker, {
    ...{ claimId, aspect: 'so', verdict: 'confirmed' },
    rationale: 'The article gives the words as the administration’s own position, and no more.',
  })
}

export async function confirmStatementDate(
  checker: Actor,
  { claimId, sources }: Checked,
): Promise<void> {
  await attachEvidence(checker, {
    ...{ claimId, ...sources.statement, stance: 'supports', directness: 'primary' },
    locator: 'line under the title',
    excerpt: 'Issued on July 17, 2019',
  })
  await giveVerdict(checker, { claimId, verdict: 'confirmed' })
}

/** What the agency writes is told by its report. */
export async function confirmAgencyRange(
  checker: Actor,
  { claimId, sources }: Checked,
): Promise<void> {
  await attachEvidence(checker, {
    ...{ claimId, sourceId: sources.agency, stance: 'supports', directness: 'primary' },
    locator: 'last paragraph, last sentence',
    excerpt: 'Gives 400 km for the system as a whole and names no missile.',
  })
  await giveVerdict(checker, {
    ...{ claimId, verdict: 'confirmed' },
    rationale: 'The article says who gives the figure, and not that it is so.',
  })
}

/** The agency alone has it, and an editor says by name that this is enough. */
export async function confirmByAgency(
  { editor, checker }: Desk,
  claimId: string,
  { agency }: DemoSources,
): Promise<void> {
  await attachEvidence(checker, {
    ...{ claimId, sourceId: agency, stance: 'supports', directness: 'secondary' },
    locator: 'last paragraph, first sentence',
    excerpt: 'Gives the reporting name SA-21 Growler, and 2007 as the year of entry into service.',
  })
  await waiveSecondary(editor, { claimId, reason: NOBODY_DISPUTES })
  await giveVerdict(checker, {
    ...{ claimId, verdict: 'confirmed' },
    rationale: 'As the agency has it; our own notes agree.',
  })
}

/** The other figure for the range is in our own notes alone. */
export async function searchRange(checker: Actor, { claimId, sources }: Checked): Promise<void> {
  await attachEvidence(checker, {
    ...{ claimId, ...notedLine(sources, 'section 2, second line', NOTED) },
    note: 'Our own notes, which do not say where the figure comes from.',
  })
  await giveVerdict(checker, {
    ...{ claimId, verdict: 'cannot_be_stood_up' },
    searched:
      'The agency’s report, which names no missile, and our own notes, which name no source.',
    rationale: 'Nothing on file that could be cited gives the figure.',
  })
}

const NOTED = 'Ask which one. 400 km is said of the 40N6 alone, 250 km of the 48N6DM.'

/** The checker proposes words, the editor takes them as they are, and they come in with the next text. */
async function change(
  { editor, checker }: Desk,
  {
    articleId,
    claimId,
    base,
    after,
    reason,
  }: Checked & { base: number; after: string; reason: ChangeReason },
): Promise<void> {
  const proposed = { articleId, claimId, revision: base, after, reason }
  const { suggestionId } = await suggestChange(checker, proposed)
  await acceptSuggestion(editor, { suggestionId, after })
  const accepted = (await listSuggestions(editor, articleId)).find(({ id }) => id === suggestionId)
  const suggestions = [{ suggestionId, over: accepted?.decision?.id ?? '' }]
  await applyAccepted(editor, { articleId, base, suggestions })
}

/** Says of the one piece of evidence on a claim that it supports the words as they are now. */
async function nowSupports(checker: Actor, claimId: string): Promise<void> {
  const [evidence] = (await findClaim(checker, { id: claimId }))?.evidence ?? []
  if (!evidence) throw new Error('there is no evidence on the claim')
  const { id: evidenceId, aspect, captureId, ...said } = evidence
  await editEvidence(checker, {
    ...{
      ...said,
      claimId,
      evidenceId,
      stance: 'supports',
      aspect: aspect ?? 'both',
      captureId: captureId ?? '',
    },
  })
}

/** The verdict that another is given after. */
async function lastVerdict(actor: Actor, claimId: string, aspect: Aspect): Promise<string> {
  const claim = await findClaim(actor, { id: claimId })
  return claim?.verdicts.find((one) => one.aspect === aspect)?.id ?? ''
}
