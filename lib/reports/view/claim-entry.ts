import { aspectsOf } from '@/lib/domain/claims/status'
import { COMPARISON_KINDS, readingInWords } from '@/lib/domain/comparisons/benches/readings'
import type {
  ReportCapture,
  ReportClaim,
  ReportComparison,
  ReportEvidence,
  ReportVerdict,
  UnplacedReportClaim,
} from '@/lib/domain/report/schema'
import { linksAndOrigins } from '@/lib/domain/sources/origins'
import {
  ASPECTS,
  type Aspect,
  CLAIM_TYPES,
  DIRECTNESSES,
  RISKS,
  type SecondCheckStanding,
  SOURCE_KINDS,
  STANCES,
} from '@/lib/domain/vocabulary'
import {
  ASPECT_QUESTIONS,
  type Clock,
  type Standing,
  standing,
  verdictWord,
  type Words,
  words,
} from './printed-words'

/** A label and what stands beside it; `voice` tells the article's words from the desk's. */
export interface Fact {
  label: string
  value: Words
  voice: 'desk' | 'article' | 'code'
}

export interface VerdictEntry {
  aspect: string
  question: string
  /** null: nothing was found yet. */
  status: Standing['status'] | null
  word: string
  facts: Fact[]
  by: Words | null
}

/** What came of laying the printed words beside a source's. */
export interface ComparisonEntry {
  label: string
  reading: string
  facts: Fact[]
  by: Words
}

export interface EvidenceEntry {
  stance: string
  standing: string
  title: Words
  /** Kind, publisher, date and origin, as far as they are known. */
  source: Words[]
  /** Shown as it is and not as a link: a report leads to nothing that is not in it. */
  url: Words
  facts: Fact[]
  /** Where Stet opens the kept copy that it was read in, from the root of the installation; null without one. */
  opensAt: string | null
  by: Words
  comparisons: ComparisonEntry[]
}

/** Everything that the report prints about one claim, in the order in which it is printed. */
export interface ClaimEntry extends Standing {
  number: string
  words: Words
  inText: boolean
  facts: Fact[]
  verdicts: VerdictEntry[]
  waivers: { label: string; reason: Words; by: Words }[]
  evidence: EvidenceEntry[]
  earlier: VerdictEntry[]
}

/** A claim of the report, in its text or without a place there. */
export type Printed = ReportClaim | UnplacedReportClaim

export function claimEntry(
  claim: Printed,
  { time, captures = [] }: { time: Clock; captures?: readonly ReportCapture[] },
): ClaimEntry {
  const asked = aspectsOf(claim)
  const aspects: Aspect[] = claim.said && !asked.includes('said') ? ['said', ...asked] : asked
  return {
    ...standing(claim.status),
    number: claim.number,
    words: words(claim.words),
    inText: claim.status !== 'cut' && 'start' in claim && claim.end > claim.start,
    facts: factsOf(claim),
    verdicts: [
      ...aspects.map((aspect) => verdictEntry(claim, claim[aspect], { aspect, time })),
      ...besideVerdicts(claim).map((verdict) =>
        verdictEntry(claim, verdict, { aspect: verdict.aspect, time }),
      ),
    ],
    waivers: claim.waivers.map(({ aspect, reason, givenBy, givenAt }) => ({
      label: `Waiver for ${ASPECTS[aspect].toLowerCase()}`,
      reason: words(reason),
      by: signed('Accepted', time(givenAt), givenBy),
    })),
    evidence: claim.evidence.map((evidence) =>
      evidenceEntry(evidence, {
        ...{ asked, time, sameOrigin: putTogetherWith(claim, evidence) },
        capture: captures.find(({ id }) => id === evidence.captureId),
      }),
    ),
    earlier: claim.earlier.map((verdict) =>
      verdictEntry(claim, verdict, { aspect: verdict.aspect, time }),
    ),
  }
}

function factsOf(claim: Printed): Fact[] {
  return [
    ...('start' in claim ? [] : [fact('Words as in', `Revision ${claim.revision}`)]),
    fact('Type', CLAIM_TYPES[claim.type]),
    fact('Risks', claim.risks.map((risk) => RISKS[risk]).join(', ') || 'None marked'),
    ...(claim.claimant === null ? [] : [fact('Claimant', claim.claimant)]),
    fact('Assignee', claim.assignee ?? 'Nobody'),
    ...originsOf(claim),
    ...(claim.secondCheck ? [fact('Second check', SECOND[claim.secondCheck.standing])] : []),
  ]
}

function originsOf(claim: Printed): Fact[] {
  return claim.evidence.length < 2 ? [] : [fact('Evidence', linksOf(claim))]
}

/** How many sources bear on a claim, and from how many origins: `5 links, 1 origin`; nothing where there is none. */
export function linksOf({ evidence }: Printed): string {
  return evidence.length === 0
    ? ''
    : linksAndOrigins(evidence.map(({ source }) => asOrigin(source)))
}

/** How the two checks of a claim stand to each other, as a sentence of the report. */
const SECOND: Record<SecondCheckStanding, string> = {
  not_needed: 'Given, though none was asked for',
  missing: 'Asked for, and not given yet',
  agrees: 'Given by a second person, who found the same',
  disagrees: 'Given by a second person, and the two disagree',
  decided: 'Given by a second person; the two disagreed, and an editor decided',
}

/** Every verdict on a claim that the report prints: those that count, those beside them, and earlier ones. */
export function verdictsOf(claim: Printed): ReportVerdict[] {
  const counting = [claim.said, claim.so].filter((one) => one !== null && one !== undefined)
  return [...counting, ...besideVerdicts(claim), ...claim.earlier]
}

/** The checks that stand beside the verdicts that count. */
function besideVerdicts({ said, so, secondCheck }: Printed): ReportVerdict[] {
  const isCounting = ({ aspect, check, givenAt }: ReportVerdict) =>
    [said, so].some(
      (one) => one?.aspect === aspect && one.check === check && one.givenAt === givenAt,
    )
  return (secondCheck?.verdicts ?? []).filter((verdict) => !isCounting(verdict))
}

function verdictEntry(
  claim: Printed,
  verdict: ReportVerdict | null,
  { aspect, time }: { aspect: Aspect; time: Clock },
): VerdictEntry {
  const other = verdict && verdict.words !== claim.words ? verdict.words : ''
  return {
    aspect: ASPECTS[aspect],
    question: [ASPECT_QUESTIONS[aspect], checkOf(claim, verdict)].filter(Boolean).join(' '),
    status: verdict?.verdict ?? null,
    word: verdictWord(verdict),
    facts: present([
      fact('Given on the words', other, 'article'),
      fact('Rationale', verdict?.rationale),
      fact('Searched', verdict?.searched),
      fact('Suggested change', verdict?.change, 'article'),
      fact('Writer’s word', verdict?.writersWord),
    ]),
    by:
      verdict &&
      signed(
        verdict.check === 'deciding' ? 'Decided' : 'Given',
        time(verdict.givenAt),
        verdict.givenBy,
      ),
  }
}

/** Which check it was, where there is more than one. */
function checkOf({ secondCheck }: Printed, verdict: ReportVerdict | null): string {
  if (verdict?.check === 'deciding') return 'Decided by an editor between two checks.'
  if (verdict?.check !== 'second') {
    return verdict && secondCheck && secondCheck.verdicts.length > 0 ? 'First check.' : ''
  }
  return verdict.blind
    ? 'Second check, blind: the first could not be seen.'
    : 'Second check, with the first in sight.'
}

/** The titles of the claim's other sources that a person put together with this one. */
function putTogetherWith({ evidence }: Printed, { source }: ReportEvidence): string[] {
  const group = source.originGroupId
  if (!group) return []
  const others = evidence.filter(
    (one) => one.source.originGroupId === group && one.source.id !== source.id,
  )
  return [...new Set(others.map((one) => one.source.title))]
}

const asOrigin = (source: ReportEvidence['source']) => ({
  ...source,
  originGroupId: source.originGroupId ?? null,
})

function evidenceEntry(
  evidence: ReportEvidence,
  {
    asked,
    time,
    sameOrigin,
    capture,
  }: { asked: Aspect[]; time: Clock; sameOrigin: string[]; capture?: ReportCapture },
): EvidenceEntry {
  const { source, aspect, stance, directness, locator, excerpt, note } = evidence
  const bearsOn = (aspect ? [aspect] : asked).map((each) => ASPECTS[each].toLowerCase())
  const { kind, publisher, published, origin } = source
  const first = origin && `first reported by ${origin}`
  return {
    stance: STANCES[stance],
    standing: `${DIRECTNESSES[directness]}, bears on ${bearsOn.join(' and ')}`,
    title: words(source.title),
    source: [SOURCE_KINDS[kind], publisher, published, first].filter(Boolean).map(words),
    url: words(source.url),
    facts: present([
      fact('Locator', locator),
      fact('Excerpt', excerpt, 'article'),
      fact('Note', note),
      fact('One origin with', sameOrigin.join('; ')),
      fact('The source fell', evidence.source.fell),
      fact(
        'Read in',
        capture && `The copy kept ${time(capture.takenAt)}, SHA-256 ${capture.sha256}`,
      ),
    ]),
    opensAt: evidence.opensAt ?? null,
    by: signed('Attached', time(evidence.addedAt), evidence.addedBy),
    comparisons: (evidence.comparisons ?? []).map((one) => comparisonEntry(one, time)),
  }
}

function comparisonEntry(comparison: ReportComparison, time: Clock): ComparisonEntry {
  const { kind, printed, against, translated, reading, shown, note } = comparison
  return {
    label: `${COMPARISON_KINDS[kind]} compared`,
    reading: readingInWords(reading),
    facts: present([
      fact('Printed', printed, 'article'),
      fact('In the source', against, 'article'),
      fact('Translated', translated, 'article'),
      fact('Shown by Stet', shown),
      fact('Note', note),
    ]),
    by: signed('Compared', time(comparison.madeAt), comparison.madeBy),
  }
}

/** A label with its value, which may be missing. */
export function fact(label: string, value = '', voice: Fact['voice'] = 'desk'): Fact {
  return { label, value: words(value), voice }
}

/** The name comes last, where one in another direction can turn nothing around. */
function signed(what: string, at: string, by: string): Words {
  return words(`${what} ${at}, by ${by}`)
}

const present = (facts: Fact[]) => facts.filter(({ value }) => value.text.trim() !== '')
