import type { ReactNode } from 'react'
import { Link } from '../ui/links/link'

/** The head of a page about one article, with the way back to the article. */
export function ArticleHead({
  article: { headline, language },
  address,
  children,
}: {
  article: { headline: string; language: string }
  /** Of the article's own page. */
  address: string
  children: ReactNode
}) {
  return (
    <div className="page-head crumbed">
      <div>
        <p className="crumb">
          <Link href={address}>
            <bdi lang={language}>{headline}</bdi>
          </Link>
        </p>
        {children}
      </div>
    </div>
  )
}
