import type { Dossier } from '@/lib/db/workspace'
import { Moment } from '../ui/moment'
import type { ClaimShown, Desk } from './types'

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
                <Moment at={at} />
              </span>
            </li>
          ))}
        </ol>
        <p className="small">
          <a href={`/${desk.newsroom}/articles/${desk.article.slug}?claim=${claim.number}`}>
            Link to this claim
          </a>
        </p>
      </details>
    </section>
  )
}
