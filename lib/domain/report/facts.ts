import type { SecondCheckPolicy } from '../claims/second-check'
import type { EvidenceFacts } from '../claims/verdict'
import type { PlacedBlock } from '../text/blocks'
import type { Check, Risk, WorkStatus } from '../vocabulary'
import type { Report, ReportClaim } from './schema'

/** A claim as it is on file, with the names of people in place of their ids. */
export interface ClaimOnFile {
  number: number
  start: number
  end: number
  type: ReportClaim['type']
  risks: Risk[]
  claimant: string | null
  assignee: string | null
  status: WorkStatus
  saidVerdict: NonNullable<ReportClaim['said']>['verdict'] | null
  soVerdict: NonNullable<ReportClaim['so']>['verdict'] | null
  /** Newest first. */
  verdicts: (NonNullable<ReportClaim['so']> & {
    givenById: string
    check: Check
    blind: boolean
  })[]
  secondCheckAsked: boolean
  /** The words around it, where it was checked while they were others and nobody said since that the check holds. */
  frameAfter: string
  /** Who wrote words of it, by record. */
  wroteIds: readonly string[]
  /** Who gave the verdicts that are hidden from whoever makes the report, until their own check is saved. */
  hiddenBy: readonly string[]
  waivers: ReportClaim['waivers']
  evidence: (ReportClaim['evidence'][number] & EvidenceFacts)[]
}

/** A claim that has no place in the text. */
export interface UnplacedOnFile extends Omit<ClaimOnFile, 'start' | 'end'> {
  /** The words of its newest place, and the number of the revision that they stand in. */
  words: string
  revision: number
}

/** What a report is made from: everything on file about one revision of an article. */
export interface ReportFacts {
  newsroom: string
  /** An IANA time zone. */
  timeZone: string
  article: Report['article']
  writerIds: readonly string[]
  /** By record, whoever is listed: the names of those who wrote words of the text, and of those who signed for such. */
  wrote: { writers: readonly string[]; signers: readonly string[] }
  policy: SecondCheckPolicy
  people: Report['people']
  revision: Report['revision'] & { text: string; blocks: PlacedBlock[]; words: number }
  coveredWords: number
  claims: readonly ClaimOnFile[]
  unplaced: readonly UnplacedOnFile[]
  /** Of the sources that the claims rest on, newest first. */
  captures: Report['captures']
  /** In the order of the text. */
  marks: Report['marks']
  /** Oldest first. */
  queries: Report['queries']
  suggestions: Report['suggestions']
  /** Newest first. */
  signOffs: NonNullable<Report['signOffs']>
  corrections: NonNullable<Report['corrections']>
  audit: Report['audit']
  generatedAt: Date
  generatedBy: string
}
