import { notFound } from 'next/navigation'
import { ArticleHead } from '@/components/articles/article-head'
import { UnlessPublished } from '@/components/publication/unless-published'
import { ReviseArticle } from '@/components/revisions/revise-article'
import { FallsNotice } from '@/components/sign-off/invalidation-notice'
import { requireActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { findNewestItem } from '@/lib/db/articles/item-versions'
import { findBases } from '@/lib/db/revisions/preview-bases'
import { can } from '@/lib/domain/policy'

type Props = PageProps<'/[newsroom]/articles/[article]/revise'>

export async function generateMetadata({ params }: Props) {
  const { newsroom, article: slug } = await params
  const article = await findArticle(await requireActor(newsroom), { slug })
  return { title: article ? `New revision · ${article.headline}` : 'New revision' }
}

export default async function RevisePage({ params }: Props) {
  const { newsroom, article: slug } = await params
  const actor = await requireActor(newsroom)
  const article = await findArticle(actor, { slug })
  if (!article || !can(actor, 'article.revise', article)) notFound()
  const { bases, revision, marks } = (await findBases(actor, article.id)) ?? notFound()
  const item = await findNewestItem(actor, article.id)
  const path = `/${newsroom}/articles/${slug}`

  return (
    <div className="page wide revise-page">
      <ArticleHead article={article} address={path}>
        <h1>New revision</h1>
        <p>
          Revision {revision.number} never changes. Change its text here, or paste a new one, and
          save it as revision {revision.number + 1}.
        </p>
        <FallsNotice article={article} address={path} />
      </ArticleHead>
      <UnlessPublished
        state={article.state}
        path={path}
        mayCorrect={can(actor, 'article.correct', article)}
      >
        <ReviseArticle
          me={actor.userId}
          path={path}
          article={{ id: article.id, language: article.language, item }}
          bases={bases}
          marks={marks}
        />
      </UnlessPublished>
    </div>
  )
}
