import { notFound } from 'next/navigation'
import { ChainVerification } from '@/components/audit/chain-verification'
import { EventList } from '@/components/audit/event-list'
import { Proof } from '@/components/audit/log-proof'
import { OlderLinks, ON_A_PAGE, placeIn } from '@/components/audit/pagination'
import { Link } from '@/components/ui/links/link'
import { requireActor } from '@/lib/auth/current-actor'
import { findArticleNames } from '@/lib/db/articles/articles'
import { findChainHead, isRecordGuarded } from '@/lib/db/audit/log'
import { listEvents } from '@/lib/db/audit/log-events'
import { listHiddenClaims } from '@/lib/db/claims/second-checks'
import { findNames } from '@/lib/db/newsroom/members'
import { can } from '@/lib/domain/policy'
import { signedCheckpoint } from '@/lib/keys/signing-key'

/** So many claims on which something is hidden are named at most. */
const MOST_NAMED = 5

export async function generateMetadata({ params }: PageProps<'/[newsroom]/log'>) {
  return { title: `Log · ${(await requireActor((await params).newsroom)).newsroomName}` }
}

export default async function LogPage({ params, searchParams }: PageProps<'/[newsroom]/log'>) {
  const actor = await requireActor((await params).newsroom)
  if (!can(actor, 'newsroom.read-log', {})) notFound()
  const asked = await searchParams
  const { before, entry } = placeIn(asked)
  const [events, names, head, guarded, hidden] = await Promise.all([
    listEvents(actor, { before, take: ON_A_PAGE }),
    findNames(actor),
    findChainHead(actor),
    isRecordGuarded(actor),
    listHiddenClaims(actor, MOST_NAMED),
  ])
  const about = events.flatMap(({ event }) => ('articleId' in event ? [event.articleId] : []))
  const articles = await findArticleNames(actor, about)
  const path = `/${actor.newsroomSlug}/log`

  return (
    <div className="page log-page">
      <div className="page-head">
        <div>
          <h1>Log</h1>
          <p>
            Everything that was done in the newsroom. Each entry is sealed with a hash that covers
            all before it.
          </p>
        </div>
        <Link className="button" href={`${path}?verify=1`}>
          Verify the log
        </Link>
      </div>
      {asked.verify === '1' && <ChainVerification address={`${path}/verification`} />}
      <Proof
        path={path}
        checkpoint={signedCheckpoint({ newsroomId: actor.newsroomId, ...head })}
        guarded={guarded}
        hidden={hidden}
        asks={asked.confirm === 'export'}
      />
      {events.length === 0 && <p className="empty quiet">No entry is older than this.</p>}
      <EventList
        newsroom={actor.newsroomSlug}
        events={events}
        names={names}
        articles={articles}
        path={path}
        entry={entry}
        named
      />
      <OlderLinks path={path} events={events} before={before} />
    </div>
  )
}
