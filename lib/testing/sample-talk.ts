import type { ReportQuery, ReportSuggestion } from '@/lib/domain/report/schema'
import { HOSTILE } from './sample-claims'

/** A question that was answered and closed, and one about words that are in no claim. */
export const SAMPLE_QUERIES: ReportQuery[] = [
  {
    claim: 'C-002',
    words: 'the first NATO country to buy the system',
    to: 'writer',
    addressee: null,
    question: 'Who says that it was the first?',
    blocking: true,
    state: 'closed',
    askedBy: 'Ann Lee',
    askedAt: '2020-12-07T12:00:00Z',
    thread: [
      {
        step: 'answered',
        text: `The agency does. ${HOSTILE}`,
        writersWord: 'I read it in the wire.',
        by: 'Deniz Kaya',
        at: '2020-12-07T12:30:00Z',
      },
      { step: 'closed', text: '', writersWord: '', by: 'Ann Lee', at: '2020-12-07T12:40:00Z' },
    ],
  },
  {
    claim: null,
    words: 'A second contract',
    to: 'lawyer',
    addressee: 'ليلى حداد',
    question: 'May we say so?',
    blocking: false,
    state: 'open',
    askedBy: 'Ann Lee',
    askedAt: '2020-12-07T13:00:00Z',
    thread: [],
  },
]

/** One let stand over a dissent, one accepted in other words, one that proposes a cut. */
export const SAMPLE_SUGGESTIONS: ReportSuggestion[] = [
  {
    claim: 'C-002',
    words: 'the first NATO country to buy the system',
    after: 'the first NATO country to buy the S-400',
    reason: 'superlative',
    note: 'Greece has the S-300.',
    state: 'stet',
    madeBy: 'Ann Lee',
    madeAt: '2020-12-07T13:10:00Z',
    decision: {
      kind: 'stet',
      after: '',
      reason: '“The system” is the S-400 here.',
      by: 'Ruth Okafor',
      at: '2020-12-07T13:20:00Z',
    },
    dissents: [{ text: 'A reader may not know that.', by: 'Ann Lee', at: '2020-12-07T13:25:00Z' }],
  },
  {
    claim: 'C-005',
    words: 'A range of 400 km and an altitude of 35 km',
    after: HOSTILE,
    reason: 'number',
    note: '',
    state: 'accepted',
    madeBy: 'ليلى حداد',
    madeAt: '2020-12-07T13:12:00Z',
    decision: {
      kind: 'accepted',
      after: 'A reported range of 400 km',
      reason: '',
      by: 'Ruth Okafor',
      at: '2020-12-07T13:22:00Z',
    },
    dissents: [],
  },
  {
    claim: null,
    words: 'A second contract',
    after: '',
    reason: 'outdated',
    note: '',
    state: 'undecided',
    madeBy: 'Ann Lee',
    madeAt: '2020-12-07T13:14:00Z',
    decision: null,
    dissents: [],
  },
]
