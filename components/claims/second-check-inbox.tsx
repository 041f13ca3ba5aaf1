import type { SecondCheckShown } from '@/lib/db/claims/second-checks'
import { claimNumber, SECOND_CHECK_STANDINGS } from '@/lib/domain/vocabulary'
import { Link } from '../ui/links/link'

/** A second check that waits for the reader, or a disagreement that is theirs to end. */
export function SecondCheckItem({
  newsroom,
  check: { number, words, second, todo, article },
}: {
  newsroom: string
  check: SecondCheckShown
}) {
  return (
    <li>
      <p className="small query-where">
        <Link href={`/${newsroom}/articles/${article.slug}?claim=${number}`}>
          <bdi lang={article.language}>{article.headline}</bdi>{' '}
          <span className="chip">{claimNumber(number)}</span>
        </Link>{' '}
        <span className="thread-state" data-state="open">
          {SECOND_CHECK_STANDINGS[second]}
        </span>
      </p>
      <blockquote className="query-words" lang={article.language} dir="auto">
        <mark>{words}</mark>
      </blockquote>
      <p className="quiet">{TODO[todo]}</p>
    </li>
  )
}

const TODO: Record<SecondCheckShown['todo'], string> = {
  check: 'The first verdict is given. You see it once your own check is saved.',
  agree:
    'Look at the other check. Give another verdict if it convinces you; else an editor decides.',
  decide:
    'Neither of the two gave way so far. You can decide between them, in your name and with a reason.',
}
