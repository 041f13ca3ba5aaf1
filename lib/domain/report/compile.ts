import { checksOn, type SecondCheckPolicy, secondCheckStanding } from '../claims/second-check'
import { holding, isSameWording } from '../claims/standing'
import { aspectsOf, countByStatus, verificationStatus } from '../claims/status'
import { unsupported } from '../claims/verdict'
import { percentCovered } from '../coverage/coverage'
import { ASPECTS, claimNumber, keysOf, RISKS, VERDICTS, WORK_STATUSES } from '../vocabulary'
import type { ClaimOnFile, ReportFacts, UnplacedOnFile } from './facts'
import type { Report, UnplacedReportClaim } from './schema'
import { signatureFor, signedInWords } from './signatures'

/** The fact-check report of one revision, from all that is on file about it. */
export function compileReport(facts: ReportFacts): Report {
  const { newsroom, timeZone, article, people, audit, generatedBy } = facts
  const { number, sha256, createdAt, createdBy, text, blocks, words } = facts.revision
  const onFile = facts.claims.map((claim) => ({
    ...claim,
    words: text.slice(claim.start, claim.end),
  }))
  const live = [...onFile, ...facts.unplaced].filter(({ status }) => status !== 'cut')
  const coverage = { words, covered: facts.coveredWords }
  const selfChecked = live.some((claim) => isSelfChecked(claim, facts))
  const { policy } = facts
  return {
    format: 'stet-report/1',
    newsroom,
    timeZone,
    article,
    revision: { number, sha256, createdAt, createdBy },
    generatedAt: facts.generatedAt.toISOString(),
    generatedBy,
    people,
    selfChecked,
    counts: {
      claims: live.length,
      byStatus: countByStatus(live),
      byRisk: keysOf(RISKS).flatMap((risk) => {
        const count = live.filter(({ risks }) => risks.includes(risk)).length
        return count > 0 ? [{ risk, count }] : []
      }),
    },
    coverage: { ...coverage, percent: percentCovered(coverage) },
    text,
    blocks: blocks.map(({ kind, start, end }) => ({ kind, start, end })),
    claims: onFile.map(({ start, end, ...claim }) => ({ ...entryOf(claim, policy), start, end })),
    ...(facts.unplaced.length > 0 && {
      unplaced: facts.unplaced.map((claim) => ({
        ...entryOf(claim, policy),
        revision: claim.revision,
      })),
    }),
    captures: facts.captures,
    marks: facts.marks,
    queries: facts.queries,
    suggestions: facts.suggestions,
    signOffs: facts.signOffs,
    corrections: facts.corrections,
    open: openItemsOf(facts, live),
    limits: limitsOf(facts, selfChecked),
    audit,
  }
}

/** Whether a verdict on a claim was given by somebody who is listed as a writer, or who wrote the words that it is on. */
function isSelfChecked(
  { verdicts, hiddenBy, words: now, wroteIds }: Worded | UnplacedOnFile,
  { writerIds }: ReportFacts,
): boolean {
  const onThese = verdicts.filter(({ words }) => isSameWording(words, now))
  return (
    [...verdicts.map(({ givenById }) => givenById), ...hiddenBy].some((userId) =>
      writerIds.includes(userId),
    ) || onThese.some(({ givenById }) => wroteIds.includes(givenById))
  )
}

/** A claim with its words. */
type Worded = Omit<ClaimOnFile, 'start' | 'end'> & { words: string }

function entryOf(claim: Worded, policy: SecondCheckPolicy): Omit<UnplacedReportClaim, 'revision'> {
  const counting = 'revision' in claim ? [] : holding(claim, claim.words)
  const [said, so] = (['said', 'so'] as const).map(
    (aspect) => counting.find((verdict) => verdict.aspect === aspect) ?? null,
  )
  const asked = aspectsOf(claim).includes('said')
  const newest = [asked ? said : null, so]
  const beside = 'revision' in claim ? [] : besideEachOther(claim)
  return {
    number: claimNumber(claim.number),
    words: claim.words,
    type: claim.type,
    risks: claim.risks,
    claimant: claim.claimant,
    assignee: claim.assignee,
    status: verificationStatus(claim),
    said: printedVerdict(newest[0]),
    so: printedVerdict(so),
    earlier: claim.verdicts
      .filter((verdict) => !newest.includes(verdict) && !beside.includes(verdict))
      .flatMap((verdict) => printedVerdict(verdict) ?? []),
    ...secondCheckOf(claim, policy, beside),
    waivers: claim.waivers,
    evidence: claim.evidence.map(({ source, ...evidence }) => ({
      ...evidence,
      source: { ...source },
    })),
  }
}

/** The checks that stand beside each other, where there is more than the first. */
function besideEachOther(claim: Worded): ClaimOnFile['verdicts'] {
  return aspectsOf(claim).flatMap((aspect) => {
    const { first, second, deciding } = checksOn(claim, aspect)
    return second || deciding ? [first, second, deciding].flatMap((one) => one ?? []) : []
  })
}

function secondCheckOf(claim: Worded, policy: SecondCheckPolicy, beside: ClaimOnFile['verdicts']) {
  const standing = secondCheckStanding(policy, claim)
  if (standing === 'not_needed' && beside.length === 0) return {}
  const verdicts = beside.flatMap((one) => printedVerdict(one) ?? [])
  return { secondCheck: { standing, verdicts } }
}

function printedVerdict(verdict: ClaimOnFile['verdicts'][number] | null | undefined) {
  if (!verdict) return null
  const { givenById: _, blind, ...printed } = verdict
  return verdict.check === 'second' ? { ...printed, blind } : printed
}

function openItemsOf(
  { coveredWords, revision, policy, ...talk }: ReportFacts,
  live: (Worded | UnplacedOnFile)[],
): Report['open'] {
  const uncovered = revision.words - coveredWords
  const words =
    uncovered > 0
      ? [
          {
            claim: null,
            what: `${uncovered === 1 ? 'One word is' : `${uncovered.toLocaleString('en')} words are`} in no claim and not accounted for.`,
          },
        ]
      : []
  return [
    ...words,
    ...live.flatMap((claim) =>
      [...openClaim(claim), ...openSecondCheck(claim, policy)].map((what) => ({
        claim: claimNumber(claim.number),
        what,
      })),
    ),
    ...openTalk(talk),
  ]
}

function openTalk({
  queries,
  suggestions,
}: Pick<ReportFacts, 'queries' | 'suggestions'>): Report['open'] {
  return [
    ...queries
      .filter(({ state }) => state !== 'closed')
      .map(({ claim, to, state, blocking, question }) => ({
        claim,
        what: `A ${blocking ? 'blocking ' : ''}query to the ${to} is ${state === 'open' ? 'not answered' : 'answered and not closed'}: ${question}`,
      })),
    ...suggestions
      .filter(({ state }) => state === 'undecided' || state === 'accepted')
      .map(({ claim, state, words, after, decision }) => ({
        claim,
        what:
          state === 'undecided'
            ? `No editor has decided whether ${changed(words, after)}.`
            : `The text does not have this change yet: ${changed(words, decision?.after ?? after)}.`,
      })),
  ]
}

const changed = (words: string, after: string) =>
  after === '' ? `“${words}” is cut` : `“${words}” becomes “${after}”`

function openSecondCheck(claim: Worded | UnplacedOnFile, policy: SecondCheckPolicy): string[] {
  if ('revision' in claim) return []
  if (claim.hiddenBy.length > 0) return ['A first verdict is given, and the second check waits.']
  const standing = secondCheckStanding(policy, claim)
  if (standing === 'disagrees') return ['The two checks disagree, and nobody has decided.']
  return standing === 'missing' && claim.status === 'checked' ? ['The second check waits.'] : []
}

function openClaim(claim: Worded | UnplacedOnFile): string[] {
  if (claim.hiddenBy.length > 0 && !('revision' in claim)) return []
  if ('revision' in claim) {
    return [
      `${WORK_STATUSES[claim.status]}. Where it stands in this text is not settled; its words are those of revision ${claim.revision}.`,
    ]
  }
  if (claim.status !== 'checked') {
    const missing = aspectsOf(claim).filter((aspect) =>
      aspect === 'said' ? !claim.saidVerdict : !claim.soVerdict,
    )
    const lacking = missing.map((aspect) => `“${ASPECTS[aspect].toLowerCase()}”`).join(' and ')
    const stands = claim.status === 'recheck' ? RECHECK : WORK_STATUSES[claim.status]
    return [`${stands}${lacking ? `: no verdict on ${lacking} yet` : ''}.`]
  }
  const newest = holding(claim, claim.words)
  const change = newest.find(({ verdict }) => verdict === 'ok_with_change')
  return [
    ...(change ? [`Stands only with this change: ${change.change}`] : []),
    ...(claim.frameAfter
      ? [
          'The words around it were changed after it was checked, and nobody has said since that the check holds.',
        ]
      : []),
    ...unsupported(
      { ...claim, waivedAspects: claim.waivers.map(({ aspect }) => aspect) },
      newest.filter(({ aspect }) => aspectsOf(claim).includes(aspect)),
    ).map(({ verdict, why }) => `${VERDICTS[verdict]} no longer stands on what is on file. ${why}`),
  ]
}

const RECHECK =
  'Has to be checked again, because the words or their attribution changed after the verdict'

function limitsOf(facts: ReportFacts, selfChecked: boolean): string[] {
  const { revision, marks, signOffs, wrote } = facts
  return [
    `It speaks of revision ${revision.number} alone, the text with the SHA-256 given above. Any other text has not been checked.`,
    'It says what was found in the sources that are listed, as they stood when they were looked at. Words that are in no claim were not checked.',
    ...(['opinion', 'nothing_to_check'] as const).flatMap((kind) => markedAs(marks, kind)),
    ...marks
      .filter(({ kind }) => kind === 'waived')
      .map(
        ({ words, reason, markedBy }) => `${markedBy} let “${words}” stand unchecked: ${reason}`,
      ),
    ...(selfChecked
      ? ['Somebody checked words that they wrote: the newsroom is set to self-check.']
      : []),
    ...wrote.signers.map(
      (name) => `${name} signed for words that they wrote: the newsroom is set to self-check.`,
    ),
    ...(wrote.writers.length > 0 ? [writersIn(wrote.writers)] : []),
    ...hiddenClaims(facts),
    signedInWords(signatureFor(signOffs, revision)),
  ]
}

const writersIn = (names: readonly string[]) =>
  names.length === 1
    ? `By record, the writer of this text is ${names[0]}.`
    : `By record, the writers of this text are ${LIST.format(names)}.`

/** Says of which claims whoever makes the report may not know the verdicts yet. */
function hiddenClaims({ claims, unplaced, generatedBy }: ReportFacts): string[] {
  const hidden = [...claims, ...unplaced].filter(({ hiddenBy }) => hiddenBy.length > 0)
  if (hidden.length === 0) return []
  const numbers = LIST.format(hidden.map(({ number }) => claimNumber(number)))
  return [
    `It is not whole: verdicts on ${numbers} are hidden from ${generatedBy}, who may give the second check and has not done so.`,
  ]
}

const LIST = new Intl.ListFormat('en-GB')

function markedAs(marks: Report['marks'], kind: 'opinion' | 'nothing_to_check'): string[] {
  const places = marks.filter((mark) => mark.kind === kind)
  if (places.length === 0) return []
  const where = places.length === 1 ? 'one place' : `${places.length} places`
  const names = [...new Set(places.map(({ markedBy }) => markedBy))].join(', ')
  const what = kind === 'opinion' ? 'opinion' : 'holding nothing to check'
  return [`The words of ${where} were marked as ${what}, by ${names}, and count as covered.`]
}
