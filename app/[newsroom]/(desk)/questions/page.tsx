import Link from 'next/link'
import { SecondChecks } from '@/components/claims/second-check-inbox'
import { CommentItem } from '@/components/discussion/comments'
import { QueryPlace } from '@/components/discussion/query-excerpt'
import { QueryThread } from '@/components/discussion/query-thread'
import { requireActor } from '@/lib/auth/current-actor'
import { listSecondChecksFor } from '@/lib/db/claims/second-checks'
import { listMentions } from '@/lib/db/discussion/comments'
import { listQueriesFor, type QueryShown } from '@/lib/db/discussion/queries'
import { claimNumber } from '@/lib/domain/vocabulary'

export async function generateMetadata({ params }: PageProps<'/[newsroom]/questions'>) {
  return { title: `Questions · ${(await requireActor((await params).newsroom)).newsroomName}` }
}

/** What waits for this person: what is asked of them, what they asked, and where colleagues call them. */
export default async function QuestionsPage({ params }: PageProps<'/[newsroom]/questions'>) {
  const actor = await requireActor((await params).newsroom)
  const [{ asked, answered, told }, checks, mentions] = await Promise.all([
    listQueriesFor(actor),
    listSecondChecksFor(actor),
    listMentions(actor),
  ])
  const nothing =
    asked.length + answered.length + told.length + checks.length + mentions.length === 0
  const listed = (query: QueryShown) => (
    <li key={query.id}>
      <QueryPlace newsroom={actor.newsroomSlug} query={query} named />
      <QueryThread me={actor.userId} query={query} answering={query.state === 'open'} />
    </li>
  )

  return (
    <div className="page questions">
      <div className="page-head">
        <h1>Questions</h1>
      </div>
      {nothing && (
        <div className="empty">
          <h2>Nothing waits for you</h2>
          <p>
            What is asked of you stands here, with the words it is about. So does what you asked,
            once it is answered.
          </p>
        </div>
      )}
      {asked.length + told.length > 0 && (
        <section className="section" aria-labelledby="asked">
          <h2 id="asked">
            Asked of you <span className="quiet">{asked.length}</span>
          </h2>
          <ul className="bare">{[...asked, ...told].map(listed)}</ul>
        </section>
      )}
      {answered.length > 0 && (
        <section className="section" aria-labelledby="answered">
          <h2 id="answered">
            Answered, for you to close <span className="quiet">{answered.length}</span>
          </h2>
          <ul className="bare">{answered.map(listed)}</ul>
        </section>
      )}
      <SecondChecks newsroom={actor.newsroomSlug} checks={checks} />
      {mentions.length > 0 && (
        <section className="section" aria-labelledby="mentions">
          <h2 id="mentions">
            Mentions <span className="quiet">{mentions.length}</span>
          </h2>
          <ul className="bare">
            {mentions.map((comment) => (
              <li key={comment.id}>
                <p className="small query-where">
                  <Link
                    href={`/${actor.newsroomSlug}/articles/${comment.article.slug}?claim=${comment.claim}`}
                  >
                    <bdi lang={comment.article.language}>{comment.article.headline}</bdi>{' '}
                    <span className="chip">{claimNumber(comment.claim)}</span>
                  </Link>
                </p>
                <CommentItem newsroom={actor.newsroomSlug} comment={comment} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
