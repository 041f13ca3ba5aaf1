import type { Desk } from '@/lib/db/workspace/find-desk'
import { Link } from '../../ui/links/link'
import { Timestamp } from '../../ui/timestamp'

/** Over the text: that what is published was corrected, when last, and how often; nothing where it was not. */
export function CorrectionNotice({ desk: { newsroom, article, corrected } }: { desk: Desk }) {
  if (!corrected) return null
  const { count, at } = corrected
  return (
    <p className="notice-line small">
      Corrected on <Timestamp at={at} full />:{' '}
      <Link href={`/${newsroom}/articles/${article.slug}/corrections`}>
        {count === 1 ? '1 correction' : `${count} corrections`}
      </Link>
    </p>
  )
}
