import type { ReactNode } from 'react'
import { isCorrectable, isOut } from '@/lib/domain/publication/publication'
import { ARTICLE_STATES, type ArticleState } from '@/lib/domain/vocabulary'
import { Link } from '../ui/links/link'

/** Where a new text is brought in; of an article that is out, that there can be none, and what can be done instead. */
export function UnlessPublished({
  state,
  path,
  mayCorrect,
  children,
}: {
  state: ArticleState
  /** The article's page. */
  path: string
  mayCorrect: boolean
  children: ReactNode
}) {
  if (!isOut(state)) return children
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
