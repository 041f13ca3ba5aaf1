import type { SourceEvidence } from '@/lib/db/sources/source-list'
import { type VerificationStatus, verificationStatus } from '@/lib/domain/claims/status'
import { claimNumber, STANCES } from '@/lib/domain/vocabulary'
import { Link } from '../ui/links/link'
import { StatusWord } from '../ui/status-icon'
import { PassageLink } from './passage-link'

/** The claims that a source bears on, each with what it says of them and how they stand. */
export function SourceClaims({
  newsroom,
  evidence,
}: {
  newsroom: string
  evidence: SourceEvidence[]
}) {
  return (
    <table className="table stacking source-claims">
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">What it says of it</th>
          <th scope="col">Where in it</th>
          <th scope="col">How the claim stands</th>
          <th scope="col">Article</th>
        </tr>
      </thead>
      <tbody>
        {evidence.map((one) => {
          const { id, stance, claim } = one
          const { number, article, anchors } = claim
          const address = `/${newsroom}/articles/${article.slug}`
          return (
            <tr key={id}>
              <td className="words" lang={article.language} dir="auto">
                <Link className="chip" href={`${address}?claim=${number}`}>
                  {claimNumber(number)}
                </Link>{' '}
                {anchors[0]?.exact}
              </td>
              <td data-label="Says">{STANCES[stance]}</td>
              <td data-label="At">
                <PassageLink
                  newsroom={newsroom}
                  claim={`${article.slug}/${number}`}
                  evidence={one}
                />
              </td>
              <td data-label="Stands">
                <StatusWord status={verificationStatus(claim)} />
              </td>
              <td data-label="In" className="quiet small">
                <Link href={address} lang={article.language} dir="auto">
                  {article.headline}
                </Link>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** How the claims stand that a source bears on, with how many stand so. */
export function SourceUses({
  uses,
}: {
  uses: readonly { status: VerificationStatus; count: number }[]
}) {
  if (uses.length === 0) return null
  return (
    <ul className="bare uses" aria-label="How these claims stand">
      {uses.map(({ status, count }) => (
        <li key={status}>
          <StatusWord status={status} /> <span className="quiet">{count}</span>
        </li>
      ))}
    </ul>
  )
}
