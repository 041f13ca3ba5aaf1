import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BringArticle } from '@/components/articles/bring-article'
import { requireActor } from '@/lib/auth/current-actor'
import { listMembers } from '@/lib/db/newsroom/members'
import { can } from '@/lib/domain/policy'

export const metadata: Metadata = { title: 'Bring in an article' }

export default async function NewArticlePage({ params }: PageProps<'/[newsroom]/articles/new'>) {
  const actor = await requireActor((await params).newsroom)
  if (!can(actor, 'article.bring', {})) notFound()
  const members = (await listMembers(actor)).filter(({ removedAt }) => removedAt === null)

  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>Bring in an article</h1>
          <p>
            Its text becomes revision 1 and never changes again; a new text will be a new revision.
          </p>
        </div>
      </div>
      <BringArticle
        me={actor.userId}
        newsroom={actor.newsroomSlug}
        selfCheck={actor.selfCheck}
        members={members.map(({ userId, name, role }) => ({ userId, name, role }))}
      />
    </div>
  )
}
