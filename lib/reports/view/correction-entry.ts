import type { ReportCorrection } from '@/lib/domain/report/signatures'
import { CORRECTION_CAUSES } from '@/lib/domain/vocabulary'
import { type Fact, fact } from './claim-entry'
import { type Clock, type Words, words } from './printed-words'

/** A correction of what was published, in the order in which it is printed. */
export interface CorrectionEntry {
  title: string
  claim: string | null
  notice: Words
  facts: Fact[]
  by: Words
}

export function correctionEntry(correction: ReportCorrection, time: Clock): CorrectionEntry {
  const { number, claim, published, corrected, cause, notice, signed } = correction
  return {
    title: `Correction ${number}`,
    claim,
    notice: words(notice),
    facts: [
      fact('Published', published.words, 'article'),
      corrected.words === ''
        ? fact('Corrected', 'The words were cut')
        : fact('Corrected', corrected.words, 'article'),
      fact('Revisions', `${published.revision}, corrected in ${corrected.revision}`),
      fact('Cause', CORRECTION_CAUSES[cause]),
      fact('Signed off', signed ? signedIn(signed, time) : 'The corrected text is not signed off'),
    ],
    by: words(`Corrected ${time(correction.correctedAt)}, by ${correction.correctedBy}`),
  }
}

const signedIn = ({ revision, at, by }: NonNullable<ReportCorrection['signed']>, time: Clock) =>
  `Revision ${revision}, ${time(at)}, by ${by}`
