import type { CorrectionShown } from '@/lib/db/publication/corrections'
import { CORRECTION_CAUSES, claimNumber } from '@/lib/domain/vocabulary'
import { Link } from '../ui/links/link'
import { Timestamp } from '../ui/timestamp'
import { WordChanges } from '../ui/word-diff'

/** What was published wrong in an article and how it was put right, the newest first. */
export function CorrectionList({
  corrections,
  language,
  path,
}: {
  corrections: CorrectionShown[]
  language: string
  /** The article's page. */
  path: string
}) {
  return (
    <ol className="bare corrections">
      {corrections.map(
        ({ number, claim, publishedWords, correctedWords, cause, notice, by, at, ...one }) => (
          <li key={number} id={`correction-${number}`}>
            <h2>
              Correction {number}{' '}
              <span className="quiet">
                <Timestamp at={at} full />, by {by}
              </span>
            </h2>
            <WordChanges before={publishedWords} after={correctedWords} language={language} />
            <p className="prose notice" dir="auto">
              {notice}
            </p>
            <p className="small quiet">
              {claim !== null && (
                <>
                  <Link className="mono" href={`${path}?claim=${claim}`}>
                    {claimNumber(claim)}
                  </Link>{' '}
                  ·{' '}
                </>
              )}
              {CORRECTION_CAUSES[cause]} ·{' '}
              <Link href={`${path}/compare?from=${one.published}&to=${one.revision}`}>
                Compare revisions {one.published} and {one.revision}
              </Link>
            </p>
            <Signed {...one} />
          </li>
        ),
      )}
    </ol>
  )
}

function Signed({ signed, revision }: Pick<CorrectionShown, 'signed' | 'revision'>) {
  if (!signed) {
    return <p className="small unsigned">The corrected text is not signed off.</p>
  }
  const later = signed.revision === revision ? '' : `, with revision ${signed.revision},`
  return (
    <p className="small quiet">
      Signed off{later} by {signed.by}, <Timestamp at={signed.at} full />
    </p>
  )
}
