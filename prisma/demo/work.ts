import { giveVerdict, waiveSecondary } from '@/lib/commands/claims/verdicts'
import { nameComparison } from '@/lib/commands/comparisons/comparisons'
import { askQuery } from '@/lib/commands/discussion/queries'
import { suggestChange } from '@/lib/commands/discussion/suggestions'
import { attachEvidence } from '@/lib/commands/sources/evidence'
import type { Actor } from '@/lib/domain/policy'
import { type DemoClaim, FIRST_IN_NATO, PAYMENT, RANGE, US_STATEMENT } from './claims'
import { type DemoSources, firstSentence, notedLine } from './sources'

interface People {
  editor: Actor
  checker: Actor
}

/** What has been found out so far; everything else is still to be checked. */
export async function workOnClaims(
  people: People,
  {
    articleId,
    idOf,
    sources,
  }: { articleId: string; idOf: (claim: DemoClaim) => string; sources: DemoSources },
): Promise<void> {
  await confirmStatement(people.checker, idOf(US_STATEMENT), sources)
  await checkPayment(people, idOf(PAYMENT), sources.agency)
  await limitRange(people.checker, idOf(RANGE), sources)
  await suggestChange(people.checker, {
    articleId,
    claimId: idOf(RANGE),
    revision: 1,
    after: SUPPORTED_RANGE,
    reason: 'overstatement',
    note: 'The agency gives the figure for the system as a whole. It is not true of every missile.',
  })
  await askQuery(people.checker, {
    articleId,
    claimId: idOf(FIRST_IN_NATO),
    revision: 1,
    to: 'writer',
    question:
      'Where does “first” come from? Greece is in NATO and has held the older S-300 since about 2000. Does “the system” mean the S-400 alone, and would a reader take it so?',
    blocking: true,
    waiting: true,
  })
}

const SUPPORTED_RANGE = 'a reported range of up to 400 km'

/** The statement is kept, and its first sentence is the passage. */
async function confirmStatement(
  checker: Actor,
  claimId: string,
  sources: DemoSources,
): Promise<void> {
  const sentence = firstSentence(sources)
  const { evidenceId } = await attachEvidence(checker, {
    ...{ claimId, ...sentence, aspect: 'both', stance: 'supports' },
    note: 'The statement begins with “Unfortunately”, which the article leaves out.',
  })
  await nameComparison(checker, {
    ...{ claimId, evidenceId, kind: 'quote' },
    printed: US_STATEMENT.words,
    source: sentence.excerpt,
    reading: 'verbatim',
    note: 'A part of one sentence; nothing within it is left out.',
  })
  await giveVerdict(checker, {
    claimId,
    aspect: 'said',
    verdict: 'confirmed',
    rationale: 'Word for word as published. The article names the speaker’s office and the date.',
  })
  await giveVerdict(checker, {
    claimId,
    aspect: 'so',
    verdict: 'confirmed',
    rationale:
      'The words are the administration’s own position, and the article gives them as that and no more.',
  })
}

async function checkPayment(
  { editor, checker }: People,
  claimId: string,
  sourceId: string,
): Promise<void> {
  await attachEvidence(checker, {
    claimId,
    sourceId,
    aspect: 'said',
    stance: 'supports',
    directness: 'secondary',
    locator: 'paragraph 2',
    excerpt: 'Reports him as saying so: contract executed, all components delivered, paid in full.',
  })
  await waiveSecondary(editor, {
    claimId,
    aspect: 'said',
    reason:
      'The agency reported from the briefing itself, and the article says that it is the only account.',
  })
  await giveVerdict(checker, {
    claimId,
    aspect: 'said',
    verdict: 'confirmed',
    rationale:
      'Said at the briefing of 7 December 2020, according to the agency. Whether it is so needs a source other than the speaker.',
  })
}

async function limitRange(checker: Actor, claimId: string, sources: DemoSources): Promise<void> {
  await attachEvidence(checker, {
    claimId,
    sourceId: sources.agency,
    stance: 'limits',
    directness: 'secondary',
    locator: 'last paragraph',
    excerpt: 'Gives 400 km for the system as a whole and names no missile.',
    note: 'Carries the figure as reported, not as true of every missile.',
  })
  await compareRange(checker, claimId, sources)
  await giveVerdict(checker, {
    claimId,
    verdict: 'ok_with_change',
    change: SUPPORTED_RANGE,
    rationale:
      'How far it reaches depends on the missile: 400 km is said of the 40N6 alone, 250 km of the 48N6DM. No source that could be cited for either is on file yet, so only “reported” and “up to” stand.',
  })
}

/** The desk's own notes, which are kept, have the range in miles: the same distance in round figures. */
async function compareRange(checker: Actor, claimId: string, sources: DemoSources): Promise<void> {
  const { evidenceId } = await attachEvidence(checker, {
    ...{ claimId, ...notedLine(sources, 'section 2, first line', NOTED_RANGE) },
    note: 'Our own notes, which do not say where the figure comes from.',
  })
  await nameComparison(checker, {
    ...{ claimId, evidenceId, kind: 'figures' },
    printed: RANGE.words,
    source: NOTED_RANGE,
    reading: 'rounded',
  })
}

const NOTED_RANGE = 'S-400: a range of 250 mi is given everywhere, mostly without the missile.'
