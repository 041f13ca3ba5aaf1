import type { VerificationStatus } from '@/lib/domain/claims/status'
import type { Report, ReportVerdict } from '@/lib/domain/report/schema'
import {
  claimEntry,
  type EvidenceEntry,
  type Printed,
  type VerdictEntry,
  verdictsOf,
} from '../../view/claim-entry'
import { ASPECT_QUESTIONS, type Clock } from '../../view/printed-words'
import type { DocumentComment, Remark } from './annotations'
import { elsewhere, lineOf, placeIn, remark } from './remarks'

/** With these nothing is left to be done about the words. */
const SETTLED: readonly VerificationStatus[] = ['confirmed', 'on_author', 'not_checkable']

/**
 * A claim as a comment on its words: where it stands, its verdict with the reasons, and its sources with their locators, by
 * whoever gave the verdict; what else was found is answered to it. One without a verdict speaks in the newsroom's name.
 */
export function claimComment(claim: Printed, report: Report, time: Clock): DocumentComment | null {
  if (claim.status === 'cut') return null
  const entry = claimEntry(claim, { time, captures: report.captures })
  const main = claim.so ?? claim.said
  const verdicts = counting(claim, entry.verdicts)
  const own = verdicts.find(({ verdict }) => verdict === main)
  const head = `${entry.number} · ${entry.word}`
  const sources = entry.evidence.map(sourceLine)
  const place = 'start' in claim ? placeIn(report, [claim]) : null
  const { span, line } = place ? { span: place, line: '' } : elsewhere(report, claim.words)
  const said = own ? saidOf(own, verdicts.length > 1 || claim.claimant !== null) : []
  const by = own?.entry.by?.text ?? ''
  return {
    ...remark(main?.givenBy ?? report.newsroom, main?.givenAt ?? report.generatedAt, [
      ...[head, line, ...said, ...sources, by],
    ]),
    ...{ span, resolved: SETTLED.includes(claim.status) },
    replies: [
      ...verdicts.filter((one) => one !== own).map(answerOf),
      ...claim.waivers.map(({ givenBy, givenAt }, nth) => {
        const { label = '', reason, by } = entry.waivers[nth] ?? {}
        return remark(givenBy, givenAt, [`${label}: ${reason?.text ?? ''}`, by?.text ?? ''])
      }),
    ],
  }
}

interface Given {
  verdict: ReportVerdict
  entry: VerdictEntry
}

/** The verdicts that count and those beside them, with what is printed of each; not those that newer ones replaced. */
function counting(claim: Printed, entries: readonly VerdictEntry[]): Given[] {
  const given = entries.filter(({ by }) => by !== null)
  return verdictsOf(claim)
    .slice(0, given.length)
    .flatMap((verdict, nth) => {
      const entry = given[nth]
      return entry ? [{ verdict, entry }] : []
    })
}

function answerOf(given: Given): Remark {
  const { givenBy, givenAt } = given.verdict
  return remark(givenBy, givenAt, [...saidOf(given, true), given.entry.by?.text ?? ''])
}

function saidOf({ verdict, entry }: Given, isNamed: boolean): string[] {
  const which = entry.question.slice(ASPECT_QUESTIONS[verdict.aspect].length)
  return [
    ...(isNamed ? [`${entry.aspect}: ${entry.word}.${which}`] : []),
    ...entry.facts.map(lineOf),
  ]
}

function sourceLine(evidence: EvidenceEntry, nth: number): string {
  const { stance, standing, title, source, url, facts } = evidence
  const about = source.map(({ text }) => text).join(', ')
  const named = [`${title.text}${about && ` (${about})`}`, url.text].filter(Boolean).join(', ')
  return [`Source ${nth + 1}. ${stance}: ${named}`, ...facts.map(lineOf), standing].join('\n')
}
