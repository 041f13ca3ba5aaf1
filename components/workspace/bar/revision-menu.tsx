import type { Desk } from '@/lib/db/workspace/find-desk'
import { Link } from '../../ui/links/link'
import { Menu } from '../../ui/menu'
import { Timestamp } from '../../ui/timestamp'

/** Which text this is, and the ways to those before it. */
export function RevisionMenu({
  desk: { newsroom, article, revision, revisions, names },
}: {
  desk: Desk
}) {
  const here = `/${newsroom}/articles/${article.slug}`
  return (
    <Menu hasCaret label={<span className="revision quiet">r{revision.number}</span>}>
      <ul className="bare revision-list">
        {revisions.map(({ number, words, createdById, createdAt }) => (
          <li key={number}>
            <span>
              r{number}{' '}
              <span className="quiet small">
                {names[createdById] ?? 'Somebody'}, <Timestamp at={createdAt} />,{' '}
                {words.toLocaleString('en')} words
              </span>
            </span>
            {number !== revision.number && (
              <span className="small">
                <Link href={`${here}/revisions/${number}`}>View</Link>
                <Link href={`${here}/compare?from=${number}&to=${revision.number}`}>
                  Compare<span className="visually-hidden"> r{number} with the newest</span>
                </Link>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Menu>
  )
}
