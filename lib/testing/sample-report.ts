import type { Report, ReportClaim } from '@/lib/domain/report/schema'
import { type Block, layOut } from '@/lib/domain/text/blocks'
import { HOSTILE, SAMPLE_CLAIMS, type SampleClaim } from './sample-claims'
import { SAMPLE_CHECKPOINT, SAMPLE_CORRECTIONS, SAMPLE_SIGN_OFFS } from './sample-signatures'
import { SAMPLE_QUERIES, SAMPLE_SUGGESTIONS } from './sample-talk'

/** A report of half-done work on the demo article, in several scripts, with everything in it that a report can hold. */
export function sampleReport(overrides: Partial<Report> = {}): Report {
  const { text, blocks } = layOut(BLOCKS)
  const claims = SAMPLE_CLAIMS.map((given, index) => claimIn(text, index + 1, given))
  return {
    format: 'stet-report/1',
    newsroom: 'Harbour Wire',
    article: {
      headline: 'Moscow counts its first S-400 sale to Ankara as paid',
      slug: 's-400-talks',
      language: 'en',
      state: 'corrected',
      deadline: '2020-12-07T18:00:00Z',
      worry: 'Whether we can say that the money has arrived.',
    },
    revision: {
      number: 3,
      sha256: '9f2c1e0a4b7d8c6f5e3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e',
      createdAt: '2020-12-07T13:20:00Z',
      createdBy: 'Deniz Kaya',
    },
    generatedAt: '2020-12-07T14:02:00Z',
    generatedBy: 'Ann Lee',
    people: [
      { name: 'Deniz Kaya', part: 'writer' },
      { name: 'Ann Lee', part: 'checker' },
      { name: 'ليلى حداد', part: 'checker' },
      { name: 'Ruth Okafor', part: 'editor' },
    ],
    selfChecked: false,
    counts: {
      claims: claims.length,
      byStatus: countOf(claims),
      byRisk: [
        { risk: 'central', count: 1 },
        { risk: 'single_source', count: 1 },
      ],
    },
    coverage: { words: 520, covered: 412, percent: 79 },
    marks: [],
    text,
    blocks,
    claims,
    queries: SAMPLE_QUERIES,
    suggestions: SAMPLE_SUGGESTIONS,
    signOffs: SAMPLE_SIGN_OFFS,
    corrections: SAMPLE_CORRECTIONS,
    open: [
      { claim: 'C-005', what: 'The altitude of 35 km is still unchecked.' },
      { claim: null, what: '108 words are in no claim and not marked as anything else.' },
    ],
    limits: [
      'No record of the payment itself has been seen.',
      'The check covers the words of this revision, and no picture.',
    ],
    audit: {
      entries: 41,
      head: 'c0ffee00'.repeat(8),
      checkpoint: SAMPLE_CHECKPOINT,
    },
    ...overrides,
  }
}

/** The same article, grown to about `words` words with `claims` claims and two pieces of evidence each. */
export function bigSampleReport(size: { claims: number; words?: number }): Report {
  const each = Math.max(8, Math.round((size.words ?? size.claims * 33) / size.claims))
  const sentences = Array.from({ length: size.claims }, (_, index) => {
    const rest = FILLER.repeat(Math.ceil(each / 10))
      .split(' ')
      .slice(0, each - 6)
    return `Item ${index + 1} was delivered by ${index + 1900} ${rest.join(' ')}.`
  })
  const paragraphs = Array.from({ length: Math.ceil(sentences.length / 4) }, (_, index) => ({
    kind: 'paragraph' as const,
    text: sentences.slice(index * 4, index * 4 + 4).join(' '),
  }))
  const { text, blocks } = layOut([...BLOCKS, ...paragraphs])
  const claims = sentences.map((_, index) => {
    const template = SAMPLE_CLAIMS[index % 4] ?? SAMPLE_CLAIMS[0]
    const exact = `Item ${index + 1} was delivered by ${index + 1900}`
    return claimIn(text, index + 1, { ...template, words: exact })
  })
  return sampleReport({
    text,
    blocks,
    claims,
    counts: { claims: claims.length, byStatus: countOf(claims), byRisk: [] },
  })
}

const FILLER = 'and the note on file says where it was seen then '

const BLOCKS: Block[] = [
  { kind: 'headline', text: 'Moscow counts its first S-400 sale to Ankara as paid' },
  { kind: 'dek', text: 'A second contract waits for a Turkish decision' },
  {
    kind: 'paragraph',
    text: 'Rostec chief Sergei Chemezov told reporters on 7 December 2020 that every component of the first contract had been delivered and that full payment was received. Ankara signed in 2017 and became the first NATO country to buy the system.',
  },
  { kind: 'subhead', text: 'What Washington said' },
  {
    kind: 'paragraph',
    text: 'The White House said in July 2019 that the purchase “renders its continued involvement with the F-35 impossible”.',
  },
  { kind: 'subhead', text: 'The system' },
  { kind: 'list_item', text: 'In service since 2007; NATO calls it the SA-21 Growler' },
  { kind: 'list_item', text: 'A range of 400 km and an altitude of 35 km' },
  { kind: 'pull_quote', text: 'The next step is Ankara’s to take' },
  { kind: 'paragraph', text: 'قال المسؤول إن المدى يبلغ 400 كيلومتر وإن النسبة 3.2 في المئة.' },
  { kind: 'paragraph', text: 'İkinci anlaşma için “karar bekleniyor” ifadesi 2020’de kullanıldı.' },
  { kind: 'paragraph', text: 'Первый контракт был подписан в 2017 году.' },
  { kind: 'quote', text: HOSTILE },
  { kind: 'caption', text: 'A launcher on parade, turned \u202Eaway\u202C from the camera' },
]

function claimIn(text: string, number: number, given: SampleClaim): ReportClaim {
  const start = given.start ?? text.indexOf(given.words)
  return {
    number: `C-${String(number).padStart(3, '0')}`,
    start,
    end: start + given.words.length,
    risks: [],
    claimant: null,
    assignee: 'Ann Lee',
    said: null,
    so: null,
    earlier: [],
    waivers: [],
    evidence: [],
    ...given,
  }
}

function countOf(claims: ReportClaim[]): Report['counts']['byStatus'] {
  const statuses = [...new Set(claims.map(({ status }) => status))]
  return statuses.map((status) => ({
    status,
    count: claims.filter((claim) => claim.status === status).length,
  }))
}
