import type { ReportClaim, ReportEvidence, ReportVerdict } from '@/lib/domain/report/schema'

/** Words that mean something to the formats a report is printed in, and must come out as they are. */
export const HOSTILE =
  '#read("/etc/passwd") *b* _i_ <evil> <script>alert(1)</script> $x$ \\ @ref `code` [c] // and “quotes” & more'

/** A claim without its place and number, which the text gives it. */
export type SampleClaim = Pick<ReportClaim, 'words' | 'type' | 'status'> & Partial<ReportClaim>

const WIRE = {
  id: 'wire',
  kind: 'wire' as const,
  title: 'Russia waiting for Turkey’s decision on second S-400 deal',
  publisher: 'TASS',
  published: '2020-12-07',
  url: 'https://tass.com/defense',
  origin: 'Rostec briefing',
}

const STATEMENT = {
  id: 'statement',
  kind: 'official_document' as const,
  title: 'Statement by the Press Secretary',
  publisher: 'The White House',
  published: '2019-07-17',
  url: 'javascript:alert(1)',
  origin: '',
}

const PAID =
  'every component of the first contract had been delivered and that full payment was received'
const QUOTE = 'renders its continued involvement with the F-35 impossible'

const DECIDED = verdict({
  verdict: 'misleading',
  words: '400 km and an altitude',
  rationale: 'Sources give 400 km for one missile only, the 40N6.',
  givenBy: 'Ruth Okafor',
  givenAt: '2020-12-07T13:55:00Z',
  check: 'deciding',
})

/** The claims of the sample article, in every verification status; one overlaps another, and the last is cut. */
export const SAMPLE_CLAIMS: [SampleClaim, ...SampleClaim[]] = [
  {
    words: PAID,
    type: 'event',
    status: 'cannot_be_stood_up',
    risks: ['central', 'single_source'],
    claimant: 'Sergei Chemezov',
    said: verdict({
      aspect: 'said',
      verdict: 'confirmed',
      words: PAID,
      rationale: 'The agency reports the words, with speaker, place and day.',
    }),
    so: verdict({
      verdict: 'cannot_be_stood_up',
      words: PAID,
      searched: 'Rostec and SSB releases to 7 December 2020, in English, Russian and Turkish.',
      rationale: 'Nobody but the seller says that the money has arrived.',
    }),
    waivers: [
      {
        aspect: 'said',
        reason: 'One agency is enough for what was said in front of reporters.',
        givenBy: 'Ruth Okafor',
        givenAt: '2020-12-07T13:50:00Z',
      },
    ],
    evidence: [
      evidence({ aspect: 'said' }),
      evidence({ aspect: 'so', stance: 'context', locator: 'Paragraph 3', note: HOSTILE }),
    ],
  },
  {
    words: 'the first NATO country to buy the system',
    type: 'superlative',
    status: 'ok_with_change',
    so: verdict({
      verdict: 'ok_with_change',
      words: 'the first NATO country to buy the system',
      change: 'the first NATO country to buy the S-400',
      rationale: 'Greece has held the older S-300 since about 2000.',
    }),
    earlier: [
      verdict({
        verdict: 'confirmed',
        words: 'the first NATO member to buy it',
        givenBy: 'ليلى حداد',
        givenAt: '2020-12-06T09:05:00Z',
      }),
    ],
    evidence: [evidence({ stance: 'limits', locator: 'Paragraph 5' })],
  },
  {
    words: QUOTE,
    type: 'quote',
    status: 'in_progress',
    claimant: 'White House press secretary',
    said: verdict({ aspect: 'said', verdict: 'confirmed', words: QUOTE }),
    evidence: [
      evidence({
        source: STATEMENT,
        aspect: 'said',
        directness: 'primary',
        locator: 'Sentence 1',
        excerpt: `Unfortunately, Turkey’s decision to purchase Russian S-400 air defense systems ${QUOTE}.`,
      }),
    ],
  },
  {
    words: 'In service since 2007',
    type: 'date_or_time',
    status: 'waiting_source',
    assignee: null,
  },
  { words: 'A range of 400 km and an altitude of 35 km', type: 'measurement', status: 'unchecked' },
  {
    words: '400 km and an altitude',
    type: 'technical_specification',
    status: 'misleading',
    risks: ['legal'],
    so: DECIDED,
    secondCheck: {
      standing: 'decided',
      verdicts: [
        verdict({
          verdict: 'not_checkable',
          words: '400 km and an altitude',
          rationale: 'A round figure.',
          check: 'first',
        }),
        verdict({
          verdict: 'misleading',
          words: '400 km and an altitude',
          rationale: 'No missile reaches both.',
          givenBy: 'ليلى حداد',
          givenAt: '2020-12-07T13:48:00Z',
          check: 'second',
          blind: true,
        }),
        DECIDED,
      ],
    },
    evidence: [evidence({ stance: 'limits', directness: 'tertiary', locator: 'Table 1, row 4' })],
  },
  {
    words: 'المدى يبلغ 400 كيلومتر وإن النسبة 3.2 في المئة',
    type: 'number',
    status: 'disputed',
    so: verdict({
      verdict: 'disputed',
      words: 'المدى يبلغ 400 كيلومتر وإن النسبة 3.2 في المئة',
      rationale: 'مصدران موثوقان يختلفان حول الرقم 400.',
    }),
  },
  { words: '“karar bekleniyor”', type: 'translation', status: 'recheck' },
  {
    words: 'в 2017 году',
    type: 'date_or_time',
    status: 'confirmed',
    so: verdict({ verdict: 'confirmed', words: 'в 2017 году' }),
    evidence: [evidence({ directness: 'primary', locator: 'Абзац 4' })],
  },
  {
    words: HOSTILE,
    type: 'other',
    status: 'incorrect',
    so: verdict({ verdict: 'incorrect', words: HOSTILE, rationale: HOSTILE }),
  },
  {
    words: 'turned \u202Eaway\u202C from the camera',
    type: 'caption',
    status: 'on_author',
    so: verdict({
      verdict: 'on_author',
      words: 'turned \u202Eaway\u202C from the camera',
      writersWord: 'I stood beside it.',
    }),
  },
  {
    words: 'The next step is Ankara’s to take',
    type: 'other',
    status: 'not_checkable',
    so: verdict({
      verdict: 'not_checkable',
      words: 'The next step is Ankara’s to take',
      rationale: 'A view of what should come next.',
    }),
  },
  {
    words: 'some of the money is still owed',
    start: 0,
    end: 0,
    type: 'money',
    status: 'cut',
    assignee: null,
  },
]

function verdict(given: Pick<ReportVerdict, 'verdict' | 'words'> & Partial<ReportVerdict>) {
  return {
    aspect: 'so' as const,
    rationale: '',
    searched: '',
    change: '',
    writersWord: '',
    givenBy: 'Ann Lee',
    givenAt: '2020-12-07T13:41:00Z',
    ...given,
  }
}

function evidence(given: Partial<ReportEvidence>): ReportEvidence {
  return {
    source: WIRE,
    aspect: null,
    stance: 'supports',
    directness: 'secondary',
    locator: 'Paragraph 2',
    excerpt: 'The head of Rostec is reported as saying that the contract is executed and paid.',
    note: '',
    addedBy: 'Ann Lee',
    addedAt: '2020-12-07T13:30:00Z',
    ...given,
  }
}
