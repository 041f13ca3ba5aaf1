import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { ArticleHead } from '@/components/articles/article-head'
import { BringAnnotations } from '@/components/claims/bring-annotations'
import { requireActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { listClaims } from '@/lib/db/claims/claims'
import { findRevision } from '@/lib/db/revisions/revisions'
import { can } from '@/lib/domain/policy'
import { claimNumber } from '@/lib/domain/vocabulary'

type Props = PageProps<'/[newsroom]/articles/[article]/bring-annotations'>

export async function generateMetadata({ params }: Props) {
  const { article } = await params
  return { title: `Bring annotations · ${article}` }
}

/** Proposes claims from what somebody marked elsewhere. */
export default async function BringAnnotationsPage({ params }: Props) {
  const { newsroom, article: slug } = await params
  const actor = await requireActor(newsroom)
  const article = (await findArticle(actor, { slug })) ?? notFound()
  if (!can(actor, 'claim.mark', article)) notFound()
  const revision = (await findRevision(actor, article.id)) ?? notFound()
  const claims = await listClaims(actor, article.id, revision.id)
  const path = `/${newsroom}/articles/${encodeURIComponent(slug)}`

  return (
    <div className="page exchange-page">
      <ArticleHead article={article} address={`/${newsroom}/articles/${slug}`}>
        <h1>Bring annotations</h1>
      </ArticleHead>
      <p>
        What somebody marked in this text elsewhere becomes proposed claims, with the sources that
        it cites. The list is read here; nothing is stored before you choose.
      </p>
      <BringAnnotations
        articleId={article.id}
        revision={revision.number}
        text={revision.text}
        language={article.language}
        address={`${await originOfStet()}${path}`}
        claims={claims
          .filter(({ status }) => status !== 'cut')
          .map(({ start, end, number }) => ({ start, end, number: claimNumber(number) }))}
      />
    </div>
  )
}

async function originOfStet(): Promise<string> {
  const configured = process.env.NEXTAUTH_URL
  if (configured) return new URL(configured).origin
  return `http://${(await headers()).get('host') ?? 'localhost'}`
}
