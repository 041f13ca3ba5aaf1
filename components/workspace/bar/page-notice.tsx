import type { Desk } from '@/lib/db/workspace/find-desk'
import { Link } from '../../ui/links/link'

/** Over the text that is out: that pages which it cites say something else now, or are gone; nothing where none is. */
export function PageNotice({ desk: { newsroom, article, pageNews } }: { desk: Desk }) {
  if (pageNews === 0) return null
  return (
    <p className="notice-line small">
      {pageNews === 1
        ? 'A page that it cites has changed or is gone since it was kept:'
        : `${pageNews} pages that it cites have changed or are gone since they were kept:`}{' '}
      <Link href={`/${newsroom}/articles/${article.slug}/pages`}>Cited pages</Link>
    </p>
  )
}
