import { SecondCheckItem } from '@/components/claims/second-check-inbox'
import { CommentItem } from '@/components/discussion/comments'
import { SentQueries } from '@/components/discussion/sent-queries'
import { PageLinks, said } from '@/components/shell/page-links'
import { Link } from '@/components/ui/links/link'
import { requireActor } from '@/lib/auth/current-actor'
import { findInbox, INBOX_GROUPS, type InboxGroup } from '@/lib/db/workspace/inbox'
import { counted } from '@/lib/domain/counting'
import type { Actor } from '@/lib/domain/policy'
import { claimNumber } from '@/lib/domain/vocabulary'
import { findWaitingOnce } from '../find-waiting'

export async function generateMetadata({ params }: PageProps<'/[newsroom]/questions'>) {
  return { title: `Questions · ${(await requireActor((await params).newsroom)).newsroomName}` }
}

/** How much of each kind stands on the page for all of them, and on one of its own. */
const AT_ONCE = { all: 6, alone: 20 }

/** What waits for this person: what is asked of them, what they asked, and where colleagues call them. */
export default async function QuestionsPage({
  params,
  searchParams,
}: PageProps<'/[newsroom]/questions'>) {
  const actor = await requireActor((await params).newsroom)
  const asked = await searchParams
  const only = INBOX_GROUPS.find((group) => group === said(asked.only))
  const after = only ? said(asked.after) : ''
  const take = only ? AT_ONCE.alone : AT_ONCE.all
  const inbox = await findInbox(actor, await findWaitingOnce(actor), { only, after, take })
  const path = `/${actor.newsroomSlug}/questions`

  return (
    <div className="page questions">
      <div className="page-head">
        <h1>Questions</h1>
      </div>
      {inbox.length === 0 && (
        <div className="empty">
          <h2>Nothing waits for you</h2>
          <p>
            What is asked of you stands here, with the words it is about. So does what you asked,
            once it is answered.
          </p>
        </div>
      )}
      {inbox.map((section) => (
        <section key={section.group} className="section" aria-labelledby={section.group}>
          <h2 id={section.group}>
            {TITLES[section.group]} <span className="quiet">{counted(section.count)}</span>
          </h2>
          <ul className="bare">
            <Items actor={actor} section={section} />
          </ul>
          <PageLinks
            path={path}
            kept={{ only: section.group }}
            begun={only !== undefined && after !== ''}
            next={section.next}
            label={`Pages of “${TITLES[section.group]}”`}
          />
        </section>
      ))}
      {only && (
        <p>
          <Link href={path}>All that waits for you</Link>
        </p>
      )}
    </div>
  )
}

const TITLES: Record<InboxGroup, string> = {
  asked: 'Asked of you',
  answered: 'Answered, for you to close',
  differing: 'Checks that disagree',
  waiting: 'For you to check second',
  mentions: 'Mentions',
}

function Items({
  actor,
  section,
}: {
  actor: Actor
  section: Awaited<ReturnType<typeof findInbox>>[number]
}) {
  const newsroom = actor.newsroomSlug
  switch (section.group) {
    case 'asked':
    case 'answered':
      return (
        <SentQueries newsroom={newsroom} me={actor.userId} sent={JSON.stringify(section.items)} />
      )
    case 'differing':
    case 'waiting':
      return section.items.map((check) => (
        <SecondCheckItem key={check.id} newsroom={newsroom} check={check} />
      ))
    case 'mentions':
      return section.items.map((comment) => (
        <li key={comment.id}>
          <p className="small query-where">
            <Link href={`/${newsroom}/articles/${comment.article.slug}?claim=${comment.claim}`}>
              <bdi lang={comment.article.language}>{comment.article.headline}</bdi>{' '}
              <span className="chip">{claimNumber(comment.claim)}</span>
            </Link>
          </p>
          <CommentItem newsroom={newsroom} comment={comment} />
        </li>
      ))
  }
}
