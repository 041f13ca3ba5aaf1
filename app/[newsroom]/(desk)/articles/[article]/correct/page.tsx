import { notFound } from 'next/navigation'
import { ArticleHead } from '@/components/articles/article-head'
import { CorrectArticle } from '@/components/publication/correct-article'
import { WordsToCorrect } from '@/components/publication/words-to-correct'
import { Link } from '@/components/ui/links/link'
import { requireActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { listClaims } from '@/lib/db/claims/claims'
import { findNames } from '@/lib/db/newsroom/members'
import { wordsAsked } from '@/lib/db/publication/requested-words'
import { findBases } from '@/lib/db/revisions/preview-bases'
import { listStandingSignOffs } from '@/lib/db/sign-off/sign-offs'
import { can } from '@/lib/domain/policy'
import { isCorrectable } from '@/lib/domain/publication/publication'
import { ARTICLE_STATES } from '@/lib/domain/vocabulary'

type Props = PageProps<'/[newsroom]/articles/[article]/correct'>

export async function generateMetadata({ params }: Props) {
  const { newsroom, article: slug } = await params
  const article = await findArticle(await requireActor(newsroom), { slug })
  return { title: article ? `Correct · ${article.headline}` : 'Correct' }
}

/** Corrects words of a published article: those of a claim, or those that were chosen in its text. */
export default async function CorrectPage({ params, searchParams }: Props) {
  const { newsroom, article: slug } = await params
  const actor = await requireActor(newsroom)
  const article = await findArticle(actor, { slug })
  if (!article || !can(actor, 'article.correct', article)) notFound()
  const { bases, revision, marks } = (await findBases(actor, article.id)) ?? notFound()
  const asked = await wordsAsked(actor, revision, await searchParams)
  const [claims, [standing], names] = await Promise.all([
    listClaims(actor, article.id, revision.id),
    listStandingSignOffs(actor, [article.id]),
    findNames(actor),
  ])
  const path = `/${newsroom}/articles/${slug}`

  return (
    <div className="page wide correct-page">
      <ArticleHead article={article} address={path}>
        <h1>Correct what is published</h1>
        {isCorrectable(article.state) ? (
          <p>
            Revision {revision.number} is out and never changes. The correction makes revision{' '}
            {revision.number + 1}, and stays on record with its notice.{' '}
            <Link href={`${path}/corrections`}>Corrections</Link>
          </p>
        ) : (
          <p>
            The article is {ARTICLE_STATES[article.state].toLowerCase()}
            {article.state === 'withdrawn'
              ? '. Reinstate it first, then correct it.'
              : ', not published: there is nothing to correct yet.'}
          </p>
        )}
      </ArticleHead>
      {!isCorrectable(article.state) ? null : asked ? (
        <CorrectArticle
          key={asked.key}
          me={actor.userId}
          path={path}
          article={{ id: article.id, language: article.language }}
          bases={bases}
          marks={marks}
          asked={asked}
          signedBy={standing ? (names.get(standing.signedById) ?? 'Somebody') : null}
        />
      ) : (
        <WordsToCorrect
          path={path}
          language={article.language}
          claims={claims
            .filter(({ status }) => status !== 'cut')
            .map(({ number, start, end }) => ({ number, words: revision.text.slice(start, end) }))}
        />
      )}
    </div>
  )
}
