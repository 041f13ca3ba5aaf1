import { PageLinks, said } from '@/components/shell/page-links'
import { Link } from '@/components/ui/links/link'
import { KindFilter } from '@/components/waiting/kind-filter'
import { sentGroups } from '@/components/waiting/sent-line'
import { WaitingList } from '@/components/waiting/waiting-list'
import { requireActor } from '@/lib/auth/current-actor'
import { findWaiting } from '@/lib/db/waiting/find-waiting'
import { placeIn } from '@/lib/db/waiting/scope'
import { findWaitingPage } from '@/lib/db/waiting/waiting-page'
import { can } from '@/lib/domain/policy'
import { keysOf } from '@/lib/domain/vocabulary'
import { keyOf, WAITING_KINDS } from '@/lib/domain/waiting/kinds'
import { findWaitingOnce } from './find-waiting'

export async function generateMetadata({ params }: PageProps<'/[newsroom]'>) {
  return {
    title: `Waiting for you · ${(await requireActor((await params).newsroom)).newsroomName}`,
  }
}

/** What waits for whoever opens the newsroom: in all its articles, the most pressing first. */
export default async function WaitingPage({ params, searchParams }: PageProps<'/[newsroom]'>) {
  const actor = await requireActor((await params).newsroom)
  const asked = await searchParams
  const only = keysOf(WAITING_KINDS).find((kind) => kind === said(asked.only))
  const after = placeIn(said(asked.after))
  const all = await findWaitingOnce(actor)
  const found = after ? await findWaiting(actor, { after }) : all
  const page = await findWaitingPage(actor, found, { only })
  const path = `/${actor.newsroomSlug}`
  const unread = page.unread.map((line) => ({
    ...{ key: keyOf(line), parts: line.parts, isRead: false },
  }))

  return (
    <div className="page waiting">
      <div className="page-head">
        <h1>Waiting for you</h1>
      </div>
      {(all.lines.length > 0 || after) && (
        <KindFilter path={path} counts={page.counts} all={all.lines.length} only={only} />
      )}
      {page.groups.length > 0 && (
        <WaitingList
          newsroom={actor.newsroomSlug}
          me={actor.userId}
          sent={JSON.stringify(sentGroups(actor, page))}
          unread={JSON.stringify(unread)}
        />
      )}
      {page.groups.length === 0 && (
        <div className="empty">
          <h2>{only || after ? 'Nothing more of this waits for you' : 'Nothing waits for you'}</h2>
          <p>
            What is asked of you, what is yours to check or to decide, and what you asked once it is
            answered stand here.
          </p>
          <div className="actions">
            <Link className="button" href={`${path}/articles`}>
              All articles
            </Link>
            {can(actor, 'article.bring', {}) && (
              <Link className="button" href={`${path}/articles/new`}>
                Bring in an article
              </Link>
            )}
          </div>
        </div>
      )}
      <PageLinks
        path={path}
        kept={{ only: only ?? '' }}
        begun={after !== null}
        next={page.next}
        label="Pages of what waits"
      />
    </div>
  )
}
