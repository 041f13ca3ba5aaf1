import { printCheckpoint } from '@/lib/domain/audit/checkpoint'
import type { Report } from '@/lib/domain/report/schema'
import { UTC } from '@/lib/domain/times/time-zones'
import { ARTICLE_STATES, RISKS } from '@/lib/domain/vocabulary'
import { type CaptureEntry, captureEntry } from './capture-entry'
import {
  type ClaimEntry,
  claimEntry,
  type Fact,
  fact,
  type Printed,
  verdictsOf,
} from './claim-entry'
import { type CorrectionEntry, correctionEntry } from './correction-entry'
import { queryEntry, suggestionEntry, type TalkEntry } from './discussion-entry'
import {
  type Clock,
  clockIn,
  counted,
  type Standing,
  standing,
  type Words,
  words,
} from './printed-words'
import { type Banner, bannerOf, type SignOffEntry, signOffEntry } from './sign-off-entry'
import { type TextPart, textParts } from './text-segments'

/**
 * A report as it is printed: every sentence, label and order that the page and the PDF share. What
 * differs between the two is only how it looks.
 */
export interface Dossier {
  title: Words
  author: Words
  /** The running foot: which text this is about. */
  foot: Words
  headline: Words
  newsroom: Words
  /** null: the report says nothing of signatures. */
  banner: Banner | null
  head: Fact[]
  claims: string
  statuses: (Standing & { count: number })[]
  /** The statuses that the text can show. */
  key: Standing[]
  risks: { word: string; count: number }[]
  coverage: string
  corrections: CorrectionEntry[]
  text: TextPart[]
  entries: ClaimEntry[]
  queries: TalkEntry[]
  suggestions: TalkEntry[]
  open: { claim: string | null; what: Words }[]
  captures: CaptureEntry[]
  signOffs: SignOffEntry[] | null
  limits: Words[]
  auditNote: string
  audit: Fact[]
}

/** The same as far as the blocks of the text that are asked for, with what is marked in them; the head is of all of it. */
export function dossierOfFirst(report: Report, most: number): Dossier {
  const blocks = report.blocks.slice(0, most)
  const end = blocks.at(-1)?.end ?? 0
  const claims = report.claims.filter(({ start }) => start < end)
  const part = {
    ...report,
    blocks,
    claims,
    unplaced: [],
    queries: [],
    suggestions: [],
    open: [],
    captures: [],
  }
  return { ...dossier(part), head: headOf(report, clockIn(report.timeZone ?? UTC)) }
}

export function dossier(report: Report): Dossier {
  const { article, revision, counts, audit } = report
  const time = clockIn(report.timeZone ?? UTC)
  return {
    title: words(`Fact-check report: ${article.headline}`),
    author: words(report.generatedBy),
    foot: words(`${article.slug} · revision ${revision.number} · ${revision.sha256.slice(0, 12)}`),
    headline: words(article.headline),
    newsroom: words(report.newsroom),
    banner: bannerOf(report, time),
    head: headOf(report, time),
    claims: counts.claims === 0 ? NO_CLAIMS : counted(counts.claims, 'claim'),
    statuses: counts.byStatus.map(({ status, count }) => ({ ...standing(status), count })),
    key: counts.byStatus
      .filter(({ status }) => status !== 'cut')
      .map(({ status }) => standing(status)),
    risks: counts.byRisk.map(({ risk, count }) => ({ word: RISKS[risk], count })),
    coverage: coverageOf(report),
    corrections: (report.corrections ?? []).map((one) => correctionEntry(one, time)),
    text: textParts(report),
    queries: report.queries.map((one) => queryEntry(one, time)),
    suggestions: report.suggestions.map((one) => suggestionEntry(one, time)),
    entries: [...report.claims, ...(report.unplaced ?? [])].map((one) =>
      claimEntry(one, { time, captures: report.captures }),
    ),
    captures: (report.captures ?? []).map((one) => captureEntry(one, time)),
    open: report.open.map(({ claim, what }) => ({ claim, what: words(what) })),
    signOffs: report.signOffs?.map((one) => signOffEntry(one, time)) ?? null,
    limits: report.limits.map(words),
    auditNote: audit.checkpoint ? `${CHAINED} ${SIGNED}` : CHAINED,
    audit: [
      fact('Entries', audit.entries.toLocaleString('en')),
      fact('Hash of the last', audit.head, 'code'),
      ...(audit.checkpoint
        ? [fact('Signed checkpoint', printCheckpoint(audit.checkpoint), 'code')]
        : []),
    ],
  }
}

const NO_CLAIMS = 'No claim has been marked in this revision'

const CHAINED = 'Every change is an entry, and each entry holds the hash of the one before it.'
const SIGNED =
  'The checkpoint is signed: a log that is exported later can be verified against it, and shows whether anything before it was changed.'

function headOf({ article, revision, ...report }: Report, time: Clock): Fact[] {
  return [
    fact('Article', `${article.slug}, ${ARTICLE_STATES[article.state].toLowerCase()}`),
    fact('Revision', String(revision.number)),
    fact('SHA-256 of the text', revision.sha256, 'code'),
    fact('Deadline', article.deadline ? time(article.deadline) : 'None set'),
    fact('Revision made', `${time(revision.createdAt)}, by ${revision.createdBy}`),
    fact('Report made', `${time(report.generatedAt)}, by ${report.generatedBy}`),
    fact('Writers', named(report.people, 'writer')),
    fact('Checkers', named(report.people, 'checker')),
    fact('Editors', named(report.people, 'editor')),
    fact('Verdicts given by', verdictGivers([...report.claims, ...(report.unplaced ?? [])])),
    fact('Self-checked', report.selfChecked ? SELF_CHECKED : NOT_SELF_CHECKED),
    ...(article.worry ? [fact('Writer’s worry', article.worry)] : []),
  ]
}

const SELF_CHECKED = 'Yes. Somebody gave a verdict on words that they wrote.'
const NOT_SELF_CHECKED = 'No. Nobody gave a verdict on words that they wrote.'

/** Everybody whose verdicts the report prints, whoever is listed as a checker; most verdicts first. */
function verdictGivers(claims: readonly Printed[]): string {
  const counts = new Map<string, number>()
  for (const { givenBy } of claims.flatMap(verdictsOf)) {
    counts.set(givenBy, (counts.get(givenBy) ?? 0) + 1)
  }
  const givers = [...counts].sort(([, one], [, other]) => other - one)
  return givers.map(([name, count]) => `${name} (${count})`).join(', ') || 'Nobody yet'
}

function named(people: Report['people'], part: Report['people'][number]['part']): string {
  const names = people.filter((person) => person.part === part).map(({ name }) => name)
  return names.join(', ') || 'Nobody named'
}

function coverageOf({ coverage: { covered, words: all, percent } }: Report): string {
  return `${covered.toLocaleString('en')} of ${counted(all, 'word')}, ${percent} %`
}
