import { notFound } from 'next/navigation'
import { ArticleHead } from '@/components/articles/article-head'
import { CorrectionList } from '@/components/publication/correction-list'
import { Link } from '@/components/ui/links/link'
import { requireActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { listCorrections } from '@/lib/db/publication/corrections'
import { can } from '@/lib/domain/policy'
import { isCorrectable } from '@/lib/domain/publication/publication'

type Props = PageProps<'/[newsroom]/articles/[article]/corrections'>

export async function generateMetadata({ params }: Props) {
  const { newsroom, article: slug } = await params
  const article = await findArticle(await requireActor(newsroom), { slug })
  return { title: article ? `Corrections · ${article.headline}` : 'Corrections' }
}

/** Every correction of an article since it was published. */
export default async function CorrectionsPage({ params }: Props) {
  const { newsroom, article: slug } = await params
  const actor = await requireActor(newsroom)
  const article = await findArticle(actor, { slug })
  if (!article) notFound()
  const corrections = await listCorrections(actor, article.id)
  const path = `/${newsroom}/articles/${slug}`
  const mayCorrect = can(actor, 'article.correct', article) && isCorrectable(article.state)

  return (
    <div className="page corrections-page">
      <ArticleHead article={article} address={path}>
        <h1>Corrections</h1>
        {mayCorrect && (
          <p className="ways">
            <Link href={`${path}/correct`}>Correct…</Link>
          </p>
        )}
      </ArticleHead>
      {corrections.length === 0 && (
        <p className="empty quiet">Nothing was corrected since it was published.</p>
      )}
      <CorrectionList corrections={corrections} language={article.language} path={path} />
    </div>
  )
}
