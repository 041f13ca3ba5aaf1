import { notFound } from 'next/navigation'
import { ArticleHead } from '@/components/articles/article-head'
import { UnlessPublished } from '@/components/publication/unless-published'
import { ApplyChanges } from '@/components/revisions/apply-changes'
import { GoneChanges } from '@/components/revisions/stale-changes'
import { FallsNotice } from '@/components/sign-off/invalidation-notice'
import { requireActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { listSuggestions } from '@/lib/db/discussion/suggestions'
import { findBases } from '@/lib/db/revisions/preview-bases'
import { can } from '@/lib/domain/policy'

type Props = PageProps<'/[newsroom]/articles/[article]/apply'>

export async function generateMetadata({ params }: Props) {
  const { newsroom, article: slug } = await params
  const article = await findArticle(await requireActor(newsroom), { slug })
  return { title: article ? `Apply changes · ${article.headline}` : 'Apply changes' }
}

/** The accepted suggestions of an article, and the new text that they make together. */
export default async function ApplyPage({ params }: Props) {
  const { newsroom, article: slug } = await params
  const actor = await requireActor(newsroom)
  const article = await findArticle(actor, { slug })
  if (!article || !can(actor, 'suggestion.apply', article)) notFound()
  const [found, suggestions] = await Promise.all([
    findBases(actor, article.id),
    listSuggestions(actor, article.id),
  ])
  const { bases, revision, marks } = found ?? notFound()
  const gone = suggestions.filter(
    ({ state, decision }) => state === 'words_gone' && decision?.kind === 'accepted',
  )
  const path = `/${newsroom}/articles/${slug}`

  return (
    <div className="page wide apply-page">
      <ArticleHead article={article} address={path}>
        <h1>Apply accepted changes</h1>
        <p>
          Revision {revision.number} never changes. The changes that you choose here make revision{' '}
          {revision.number + 1}, all of them at once.
        </p>
        <FallsNotice article={article} address={path} />
      </ArticleHead>
      <UnlessPublished
        state={article.state}
        path={path}
        mayCorrect={can(actor, 'article.correct', article)}
      >
        <ApplyChanges
          me={actor.userId}
          path={path}
          article={{ id: article.id, language: article.language }}
          bases={bases}
          marks={marks}
          accepted={suggestions.filter(({ state }) => state === 'accepted')}
        />
      </UnlessPublished>
      <GoneChanges gone={gone} newest={revision.number} language={article.language} />
    </div>
  )
}
