import type { FactOrigin } from '@/lib/db/ledger/origin'
import { VERIFICATION_STATUSES } from '@/lib/domain/claims/status'
import { claimNumber, SOURCE_KINDS, STANCES } from '@/lib/domain/vocabulary'
import { EscapedText } from '../ui/escaped-text'
import { Link } from '../ui/links/link'

/** The claim that a fact was kept from, and the evidence that this rests on. */
export function FactOriginView({ home, origin }: { home: string; origin: FactOrigin }) {
  const { article, number, words, wordsNow, status, evidence } = origin
  return (
    <>
      <p>
        <Link href={`${home}/articles/${article.slug}?claim=${number}`}>
          <span className="mono">{claimNumber(number)}</span>
        </Link>{' '}
        of <bdi lang={article.language}>{article.headline}</bdi>: {VERIFICATION_STATUSES[status]}
      </p>
      <p lang={article.language} dir="auto" className="fact-words">
        “<EscapedText>{words}</EscapedText>”
      </p>
      {wordsNow !== words && (
        <p className="warning">
          These words are others now: “<EscapedText>{wordsNow}</EscapedText>”. Look whether the fact
          still holds.
        </p>
      )}
      {status !== 'confirmed' && (
        <p className="warning">
          The claim does not stand as confirmed any more. Look whether the fact still holds.
        </p>
      )}
      <ul className="fact-evidence">
        {evidence.map(({ id, stance, locator, excerpt, source }) => (
          <li key={id}>
            {STANCES[stance]}:{' '}
            <Link href={`${home}/sources/${source.id}`}>
              <EscapedText>{source.title}</EscapedText>
            </Link>{' '}
            <span className="quiet">
              ({SOURCE_KINDS[source.kind].toLowerCase()}), <EscapedText>{locator}</EscapedText>
            </span>
            {excerpt && (
              <p className="small quiet" dir="auto">
                “<EscapedText>{excerpt}</EscapedText>”
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
