import Link from 'next/link'
import { notFound } from 'next/navigation'
import { DetailsForm } from '@/components/articles/details-form'
import { requireActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { listMembers } from '@/lib/db/newsroom/members'
import { can } from '@/lib/domain/policy'

type Props = PageProps<'/[newsroom]/articles/[article]/details'>

export async function generateMetadata({ params }: Props) {
  const { newsroom, article: slug } = await params
  const article = await findArticle(await requireActor(newsroom), { slug })
  return { title: article ? `Details · ${article.headline}` : 'Details' }
}

export default async function DetailsPage({ params }: Props) {
  const { newsroom, article: slug } = await params
  const actor = await requireActor(newsroom)
  const article = await findArticle(actor, { slug })
  if (!article || !can(actor, 'article.edit', article)) notFound()
  const members = (await listMembers(actor)).filter(({ removedAt }) => removedAt === null)
  const path = `/${newsroom}/articles/${slug}`
  const { id, version, headline, language, worry, editorId, writerIds, checkerIds } = article
  const deadline = article.deadline?.toISOString() ?? null

  return (
    <div className="page narrow">
      <div className="page-head crumbed">
        <div>
          <p className="crumb">
            <Link href={path}>
              <bdi lang={language}>{headline}</bdi>
            </Link>
          </p>
          <h1>Details</h1>
        </div>
        <Link href={`${path}/history`}>History</Link>
      </div>
      <DetailsForm
        me={actor.userId}
        path={path}
        members={members.map(({ userId, name, role }) => ({ userId, name, role }))}
        selfCheck={actor.selfCheck}
        article={{
          ...{ id, version, headline, language, deadline },
          ...{ worry, editorId, writerIds, checkerIds },
        }}
      />
    </div>
  )
}
