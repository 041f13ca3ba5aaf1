import { notFound } from 'next/navigation'
import { ArticleHead } from '@/components/articles/article-head'
import { TextIsOut } from '@/components/corrections/text-is-out'
import { ReviseArticle } from '@/components/revisions/revise-article'
import { FallsNotice } from '@/components/sign-off/falls-notice'
import { requireActor } from '@/lib/auth/actor'
import { findArticle, findRevision } from '@/lib/db/articles'
import { listBases } from '@/lib/db/bases'
import { listMarks } from '@/lib/db/coverage'
import { isOut } from '@/lib/domain/correction'
import { can } from '@/lib/domain/policy'
import { COVERAGE_KINDS } from '@/lib/domain/vocabulary'

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
  const [bases, revision] = await Promise.all([
    listBases(actor, article.id),
    findRevision(actor, article.id),
  ])
  if (!bases || !revision) notFound()
  const marks = await listMarks(actor, revision.id)
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
      {isOut(article.state) ? (
        <TextIsOut
          state={article.state}
          path={path}
          mayCorrect={can(actor, 'article.correct', article)}
        />
      ) : (
        <ReviseArticle
          me={actor.userId}
          path={path}
          article={{ id: article.id, language: article.language }}
          bases={bases}
          marks={marks.map(({ kind, start, end }) => ({ kind: COVERAGE_KINDS[kind], start, end }))}
        />
      )}
    </div>
  )
}
