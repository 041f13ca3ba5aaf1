import { notFound } from 'next/navigation'
import { ArticleHead } from '@/components/articles/article-head'
import { NoteList } from '@/components/documents/note-list'
import { JobLine } from '@/components/jobs/job-line'
import { asShownJob } from '@/components/jobs/shown-job'
import { requireActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { listDocumentNotes } from '@/lib/db/discussion/document-notes'
import { findNewestJob } from '@/lib/db/jobs/jobs'
import { can } from '@/lib/domain/policy'

type Props = PageProps<'/[newsroom]/articles/[article]/notes'>

export async function generateMetadata({ params }: Props) {
  const { newsroom, article: slug } = await params
  const article = await findArticle(await requireActor(newsroom), { slug })
  return {
    title: article ? `What the document says · ${article.headline}` : 'What the document says',
  }
}

/** The notes, comments and links of the documents that an article was read from, each beside its words. */
export default async function NotesPage({ params }: Props) {
  const { newsroom, article: slug } = await params
  const actor = await requireActor(newsroom)
  const article = await findArticle(actor, { slug })
  if (!article || !can(actor, 'claim.mark', article)) notFound()
  const [notes, job] = await Promise.all([
    listDocumentNotes(actor, article.id),
    findNewestJob(actor, { articleId: article.id, kind: 'find_notes' }),
  ])
  const { id, language, revisionNumber: revision, writerIds } = article
  return (
    <div className="page">
      <ArticleHead article={article} address={`/${newsroom}/articles/${slug}`}>
        <h1>What the document says</h1>
        <p>
          Notes, comments and links of the document, each on the words that it hangs on. What is
          taken as a source makes those words a claim, with the source as its evidence.
        </p>
      </ArticleHead>
      {job && job.state !== 'done' && (
        <JobLine job={asShownJob(job)} manages={can(actor, 'job.manage', job)} />
      )}
      {notes.length === 0 && job?.state === 'done' && (
        <p className="quiet">The document has no notes, comments or links.</p>
      )}
      {!job && <p className="quiet">This article was not read from a document.</p>}
      {notes.length > 0 && (
        <NoteList
          me={actor.userId}
          newsroom={newsroom}
          article={{ id, slug, language, revision, hasWriter: writerIds.length > 0 }}
          notes={notes}
        />
      )}
    </div>
  )
}
