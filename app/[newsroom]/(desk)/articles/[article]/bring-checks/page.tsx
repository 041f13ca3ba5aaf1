import { notFound } from 'next/navigation'
import { ArticleHead } from '@/components/articles/article-head'
import { BringChecks } from '@/components/sheets/bring-checks'
import { requireActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { findRevision } from '@/lib/db/revisions/revisions'
import { listClaimsOnFile } from '@/lib/db/workspace/claims-on-file'
import { can } from '@/lib/domain/policy'

type Props = PageProps<'/[newsroom]/articles/[article]/bring-checks'>

export async function generateMetadata({ params }: Props) {
  const { article } = await params
  return { title: `Bring a sheet of checks · ${article}` }
}

/** Makes claims with their sources of the rows of a sheet in which a text was checked elsewhere. */
export default async function BringChecksPage({ params }: Props) {
  const { newsroom, article: slug } = await params
  const actor = await requireActor(newsroom)
  const article = (await findArticle(actor, { slug })) ?? notFound()
  if (!can(actor, 'claim.mark', article)) notFound()
  const revision = (await findRevision(actor, article.id)) ?? notFound()
  const claims = await listClaimsOnFile(actor, { articleId: article.id, revisionId: revision.id })

  return (
    <div className="page sheet-page">
      <ArticleHead article={article} address={`/${newsroom}/articles/${slug}`}>
        <h1>Bring a sheet of checks</h1>
        <p>
          Rows of a spreadsheet in which this text was checked elsewhere become claims with their
          sources. The sheet is read and not kept; nothing is stored before you choose.
        </p>
      </ArticleHead>
      <BringChecks
        me={actor.userId}
        newsroom={newsroom}
        article={{ id: article.id, slug, language: article.language }}
        revision={{ number: revision.number, text: revision.text, blocks: revision.blocks }}
        claims={claims}
      />
    </div>
  )
}
