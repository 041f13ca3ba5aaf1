import { useEffect } from 'react'
import type { Desk } from '@/lib/db/workspace/find-desk'
import type { SelectedWords } from '../../text/selected-words'
import { EarlierList } from './earlier-list'
import { PublishedList } from './published-list'
import { useEarlier } from './use-earlier'

/**
 * How often the words that are about to be made a claim were checked before, and what was found; nothing where they never were.
 * Asked for once the form is there, which it does not wait for.
 */
export function EarlierOffer({
  desk: { newsroom, article },
  marking: { revision, start, end },
}: {
  desk: Desk
  marking: SelectedWords
}) {
  const { found, ask } = useEarlier(
    `/${newsroom}/articles/${article.slug}/earlier?revision=${revision}&start=${start}&end=${end}`,
  )
  useEffect(() => {
    void ask()
  }, [ask])
  const isFound = found !== null && found !== 'failed'
  const checks = isFound ? found.earlier : []
  const published = isFound ? found.published : []
  const count = checks.length + published.length
  return (
    <div aria-live="polite">
      {count > 0 && (
        <details className="checked-before">
          <summary>Checked before: {count}</summary>
          {checks.length > 0 && <EarlierList {...{ newsroom, checks }} />}
          <PublishedList checks={published} claim={null} />
          <p className="small quiet">
            Once these words are a claim, you can say which of them are the same and take over their
            sources.
          </p>
        </details>
      )}
    </div>
  )
}
