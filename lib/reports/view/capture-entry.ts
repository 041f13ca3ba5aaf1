import type { ReportCapture } from '@/lib/domain/report/schema'
import { type Fact, fact } from './claim-entry'
import { type Clock, type Words, words } from './printed-words'

/** A kept copy as the report lists it. */
export interface CaptureEntry {
  title: Words
  facts: Fact[]
}

export function captureEntry(capture: ReportCapture, time: Clock): CaptureEntry {
  const { sourceTitle, sha256, takenAt, takenBy, address, stamps } = capture
  return {
    title: words(sourceTitle),
    facts: [
      fact('SHA-256', sha256, 'code'),
      fact('Kept', `${time(takenAt)}, by ${takenBy}`),
      ...(address ? [fact('From', address)] : []),
      fact(
        'Dated',
        stamps.map(({ authority, datedAt }) => `${time(datedAt)}, by ${authority}`).join('; ') ||
          'By nobody outside the newsroom',
      ),
    ],
  }
}
