import { Link } from '@/components/ui/links/link'
import { type ArticleFilter, isNarrowed } from '@/lib/domain/articles/list-filter'
import { type Actor, can } from '@/lib/domain/policy'

/** Why no article stands here, and what to do about it. */
export function EmptyList({
  actor,
  path,
  filter,
  isBegun = false,
}: {
  actor: Actor
  path: string
  filter: ArticleFilter
  /** Whether this is a later page of the list. */
  isBegun?: boolean
}) {
  const { words, archived } = filter
  if (isNarrowed(filter) || isBegun) {
    return (
      <Empty
        head={
          words ? `No article like “${words}”` : isBegun ? 'No more articles' : 'No such article'
        }
      >
        {words && isOnlyWords(filter)
          ? 'The filter looks at headlines. Try fewer words.'
          : isBegun
            ? 'The list ends here.'
            : 'Nothing answers to all of the filter. Take something off it.'}
      </Empty>
    )
  }
  if (archived) {
    return (
      <Empty head="Nothing is archived">
        An editor puts an article away in the list, or on the page of its details.
      </Empty>
    )
  }
  const mayBring = can(actor, 'article.bring', {})
  return (
    <div className="empty">
      <h2>No articles yet</h2>
      <p>
        {mayBring
          ? 'Paste a draft or open a file. Its text becomes revision 1, and every claim you mark is tied to its exact words.'
          : 'Nothing has been given to you. An article appears here when you are made one of its people.'}
      </p>
      {mayBring && (
        <div className="actions">
          <Link className="button primary" href={`${path}/new`}>
            Bring in an article
          </Link>
        </div>
      )}
    </div>
  )
}

const isOnlyWords = (filter: ArticleFilter) => !isNarrowed({ ...filter, words: '' })

function Empty({ head, children }: { head: string; children: string }) {
  return (
    <div className="empty">
      <h2>{head}</h2>
      <p>{children}</p>
    </div>
  )
}
