import type { Checkpoint } from '@/lib/domain/audit/checkpoint'
import type { ReportCorrection, ReportSignOff } from '@/lib/domain/report/signatures'
import { HOSTILE } from './sample-claims'

export const SAMPLE_CHECKPOINT: Checkpoint = {
  format: 'stet-checkpoint/1',
  newsroom: '0198c1de-7a10-7c11-9e2b-5f0f5d3c2a11',
  entries: 41,
  head: 'c0ffee00'.repeat(8),
  at: '2020-12-07T14:02:00Z',
  key: '5e7a1de5'.repeat(8),
  signature: `${'Zm9vYmFy'.repeat(10)}Zm9vYg`,
}

const checkpoint = { ...SAMPLE_CHECKPOINT, entries: 30, head: 'beadfeed'.repeat(8) }
const ruth = { signedBy: 'Ruth Okafor', role: 'editor', checkpoint } as const

/** A signature that a correction superseded, after an emergency that it had ended. */
export const SAMPLE_SIGN_OFFS: ReportSignOff[] = [
  {
    ...ruth,
    ...{ state: 'superseded', emergency: false, reason: '', revision: 2, sha256: 'ab'.repeat(32) },
    statement: `I, Ruth Okafor, editor at Harbour Wire, sign off revision 2. ${HOSTILE}`,
    signedAt: '2020-12-07T12:50:00Z',
    items: [
      {
        ...{ kind: 'secondary_support', claim: 'C-001', isOpen: null },
        what: 'C-001, “full payment was received”, rests on secondary support only.',
        accepted: {
          by: 'Ruth Okafor',
          at: '2020-12-07T12:45:00Z',
          reason: 'All three were in the room.',
        },
      },
      {
        ...{ kind: 'uncovered', claim: null, isOpen: null },
        what: 'One word is in no claim and not accounted for: “launcher”.',
        accepted: { by: 'ليلى حداد', at: '2020-12-07T12:46:00Z', reason: HOSTILE },
      },
    ],
    end: {
      ...{ by: 'Ruth Okafor', at: '2020-12-07T13:20:00Z', reason: '' },
      ...{ claims: ['C-001', 'C-004'], revision: 3 },
    },
  },
  {
    ...ruth,
    ...{ state: 'completed', emergency: true, reason: 'The dam was about to break.' },
    ...{ revision: 2, sha256: 'ab'.repeat(32), signedAt: '2020-12-07T11:30:00Z' },
    statement: 'I, Ruth Okafor, editor at Harbour Wire, publish revision 2 in an emergency.',
    items: [
      {
        ...{ kind: 'unchecked', claim: 'C-003', accepted: null, isOpen: true },
        what: 'C-003, “renders its continued involvement”, is not checked.',
      },
      {
        ...{ kind: 'unchecked', claim: 'C-002', accepted: null, isOpen: false },
        what: 'C-002, “the first NATO country”, is not checked.',
      },
    ],
    end: {
      ...{ by: 'Ruth Okafor', at: '2020-12-07T12:50:00Z', reason: '' },
      ...{ claims: [], revision: null },
    },
  },
]

export const SAMPLE_CORRECTIONS: ReportCorrection[] = [
  {
    ...{ number: 2, claim: null, cause: 'production', notice: HOSTILE, signed: null },
    published: { revision: 2, words: 'A third contract' },
    corrected: { revision: 3, words: '' },
    correctedBy: 'Ruth Okafor',
    correctedAt: '2020-12-07T13:20:00Z',
  },
  {
    ...{ number: 1, claim: 'C-002', cause: 'source_wrong' },
    notice: 'An earlier version gave the year as 2016. It is 2017.',
    published: { revision: 1, words: 'Ankara signed in 2016' },
    corrected: { revision: 2, words: 'Ankara signed in 2017' },
    correctedBy: 'ليلى حداد',
    correctedAt: '2020-12-07T12:10:00Z',
    signed: { revision: 2, by: 'Ruth Okafor', at: '2020-12-07T12:50:00Z' },
  },
]
