import type { Dossier } from '@/lib/db/workspace/dossiers'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { Timestamp } from '../../ui/timestamp'

/** What happened to the claim, as sentences, newest first. */
export function ClaimHistory({
  desk,
  claim,
  history,
}: {
  desk: Desk
  claim: ClaimShown
  history: Dossier['history']
}) {
  const here = `/${desk.newsroom}/articles/${desk.article.slug}`
  return (
    <section>
      <details className="history">
        <summary>
          <h3>
            History <span className="quiet">{history.length}</span>
          </h3>
        </summary>
        <ol className="bare">
          {history.map(({ seq, at, who, what }) => (
            <li key={seq}>
              {who} {what}{' '}
              <span className="quiet small">
                <a href={`${here}/history?entry=${seq}`}>
                  <Timestamp at={at} />
                </a>
              </span>
            </li>
          ))}
        </ol>
        <p className="small">
          <a href={`${here}?claim=${claim.number}`}>Link to this claim</a>
        </p>
      </details>
    </section>
  )
}
