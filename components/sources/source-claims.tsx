import Link from 'next/link'
import type { ListedSource } from '@/lib/db/sources/sources'
import { verificationStatus } from '@/lib/domain/claims/status'
import { claimNumber, STANCES } from '@/lib/domain/vocabulary'
import { StatusWord } from '../ui/status-icon'

type Evidence = ListedSource['evidence']

/** How many claims are shown before the rest is folded away. */
const SHOWN = 4

/** The claims that a source bears on, each with what it says of them and how they stand. */
export function SourceClaims({
  newsroom,
  evidence,
  open,
}: {
  newsroom: string
  evidence: Evidence
  /** Nothing is folded away. */
  open: boolean
}) {
  if (evidence.length === 0) return null

  const lines = (some: Evidence) =>
    some.map((one) => <ClaimLine key={one.id} newsroom={newsroom} evidence={one} />)
  const rest = evidence.slice(SHOWN)
  return (
    <>
      <ul className="bare source-claims">{lines(evidence.slice(0, SHOWN))}</ul>
      {rest.length > 0 && (
        <details open={open}>
          <summary className="small quiet">{rest.length} more</summary>
          <ul className="bare source-claims">{lines(rest)}</ul>
        </details>
      )}
    </>
  )
}

function ClaimLine({
  newsroom,
  evidence: { stance, locator, claim },
}: {
  newsroom: string
  evidence: Evidence[number]
}) {
  const { number, article, anchors } = claim
  const words = anchors[0]?.exact ?? ''
  return (
    <li>
      <Link
        className="chip"
        href={`/${newsroom}/articles/${article.slug}?claim=${number}`}
        title={article.headline}
      >
        {claimNumber(number)}
      </Link>
      <span title={locator}>{STANCES[stance]}</span>
      <StatusWord status={verificationStatus(claim)} />
      <bdi className="words" title={words}>
        {words}
      </bdi>
    </li>
  )
}
