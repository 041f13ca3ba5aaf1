import { notFound } from 'next/navigation'
import { ArticleHead } from '@/components/articles/article-head'
import { OldText } from '@/components/revisions/revision-text'
import { seenAs } from '@/components/revisions/since-actions'
import { SinceLinks } from '@/components/revisions/since-links'
import { Link } from '@/components/ui/links/link'
import { Timestamp } from '@/components/ui/timestamp'
import { requireActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { listClaims } from '@/lib/db/claims/claims'
import { findLastChecked } from '@/lib/db/claims/verdicts'
import { findNames } from '@/lib/db/newsroom/members'
import { findRevision } from '@/lib/db/revisions/revisions'

type Props = PageProps<'/[newsroom]/articles/[article]/revisions/[number]'>

export async function generateMetadata({ params }: Props) {
  const { newsroom, article: slug, number } = await params
  const article = await findArticle(await requireActor(newsroom), { slug })
  return { title: article ? `Revision ${number} · ${article.headline}` : 'Revision' }
}

export default async function RevisionPage({ params, searchParams }: Props) {
  const { newsroom, article: slug, number } = await params
  const actor = await requireActor(newsroom)
  const article = await findArticle(actor, { slug })
  const known = /^[1-9]\d{0,5}$/.test(number)
  const revision = article && known && (await findRevision(actor, article.id, Number(number)))
  if (!article || !revision) notFound()
  const [claims, names, checked] = await Promise.all([
    listClaims(actor, article.id, revision.id),
    findNames(actor),
    findLastChecked(actor, article.id),
  ])
  const path = `/${newsroom}/articles/${slug}`
  const isNewest = revision.number === article.revisionNumber

  return (
    <div className="page wide revision-page">
      <ArticleHead article={article} address={path}>
        <h1>Revision {revision.number}</h1>
        <p>
          Brought in by {names.get(revision.createdById) ?? 'Somebody'},{' '}
          <Timestamp at={revision.createdAt.toISOString()} />, {revision.words.toLocaleString('en')}{' '}
          words. It is not changed any more.{' '}
          {isNewest ? (
            'It is the newest.'
          ) : (
            <Link href={`${path}/compare?from=${revision.number}&to=${article.revisionNumber}`}>
              Compare with revision {article.revisionNumber}
            </Link>
          )}
        </p>
        <p className="since-links">
          <SinceLinks
            seenAs={seenAs(actor.userId, article.id)}
            looked={revision.number}
            newest={article.revisionNumber}
            checked={checked}
            path={`${path}/compare`}
          />
        </p>
        <p className="mono small quiet hash">SHA-256 {revision.sha256}</p>
      </ArticleHead>
      <OldText
        text={revision.text}
        blocks={revision.blocks}
        language={article.language}
        current={Number((await searchParams).claim) || null}
        claims={claims.map(({ number, start, end, status }) => ({ number, start, end, status }))}
      />
    </div>
  )
}
