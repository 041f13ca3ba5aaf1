import Link from 'next/link'
import { isCorrectable } from '@/lib/domain/correction'
import { ARTICLE_STATES, type ArticleState } from '@/lib/domain/vocabulary'

/** Where a new text would be brought in: that there can be none, and what can be done instead. */
export function TextIsOut({
  state,
  path,
  mayCorrect,
}: {
  state: ArticleState
  /** The article's page. */
  path: string
  mayCorrect: boolean
}) {
  return (
    <p>
      This article is {ARTICLE_STATES[state].toLowerCase()}, so its text stays as it is.{' '}
      {isCorrectable(state) && !mayCorrect && 'An editor can correct it.'}
      {isCorrectable(state) && mayCorrect && (
        <Link href={`${path}/correct`}>Correct it, with a notice to its readers</Link>
      )}
    </p>
  )
}
