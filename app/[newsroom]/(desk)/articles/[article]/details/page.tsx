import { notFound } from 'next/navigation'
import { ArchiveForm } from '@/components/articles/archive-form'
import { CopyForm } from '@/components/articles/copy-form'
import { DetailsForm } from '@/components/articles/details-form'
import { ItemOrigin } from '@/components/articles/item-origin'
import { Link } from '@/components/ui/links/link'
import { requireActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { findNewestItem } from '@/lib/db/articles/item-versions'
import { listMembers } from '@/lib/db/newsroom/members'
import { can } from '@/lib/domain/policy'
import { isInWork } from '@/lib/domain/publication/publication'

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
  const item = await findNewestItem(actor, article.id)
  const path = `/${newsroom}/articles/${slug}`
  const { id, version, headline, language, worry, editorId, writerIds, checkerIds } = article
  const deadline = article.deadline?.toISOString() ?? null
  const isArchived = article.archivedAt !== null

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
        <p className="ways">
          <Link href={`${path}/pages`}>Cited pages</Link>
          {' · '}
          <Link href={`${path}/history`}>History</Link>
        </p>
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
      {item && <ItemOrigin item={item} />}
      <section className="section" aria-labelledby="copy">
        <h2 id="copy">Copy</h2>
        <p>
          Makes an article of its own of revision {article.revisionNumber}: its text, its language
          and its people. Claims, verdicts, sources, queries, suggestions, coverage and signatures
          are not copied, nor are deadline and worry. Whoever wrote the words still counts as their
          writer in the copy, and so do you, who bring it in.
        </p>
        <CopyForm
          newsroom={newsroom}
          me={actor.userId}
          article={{ id, headline, revisionNumber: article.revisionNumber }}
        />
      </section>
      {(isInWork(article.state) || isArchived) && (
        <section className="section" aria-labelledby="archive">
          <h2 id="archive">Archive</h2>
          <p>
            {isArchived
              ? 'This article is put away. Restored, it stands again where it stood.'
              : 'Puts the article away: lists leave it out, nobody is asked about it, and it is not signed off. All of it stays on file, at the same address, and it can be restored.'}
          </p>
          <ArchiveForm articleId={id} isArchived={isArchived} />
        </section>
      )}
    </div>
  )
}
