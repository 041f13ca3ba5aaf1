import { DemoDraft } from '@/components/articles/demo-draft'
import { FilterBar } from '@/components/articles/list/filter-bar'
import { FilterNotes } from '@/components/articles/list/filter-notes'
import { ListKeys } from '@/components/articles/list/list-keys'
import { SavedViews } from '@/components/articles/list/saved-views'
import { ViewSwitch } from '@/components/articles/list/view-switch'
import { ListFilter } from '@/components/shell/list-filter'
import { said } from '@/components/shell/page-links'
import { Link } from '@/components/ui/links/link'
import { requireActor } from '@/lib/auth/current-actor'
import { hasArticles } from '@/lib/db/articles/articles'
import { listSavedViews, type SavedView } from '@/lib/db/articles/saved-views'
import { listMembers, type Member } from '@/lib/db/newsroom/members'
import { addressOf, filterIn, NO_FILTER, queryOf } from '@/lib/domain/articles/list-filter'
import { type Actor, can } from '@/lib/domain/policy'
import { isMonth } from '@/lib/domain/times/days'
import { demoDraft } from '../../demo-draft/demo-draft'
import { BoardView } from './board-view'
import { CalendarView } from './calendar-view'
import { EmptyList } from './empty-list'
import { ListView } from './list-view'

export async function generateMetadata({ params }: PageProps<'/[newsroom]/articles'>) {
  return { title: `Articles · ${(await requireActor((await params).newsroom)).newsroomName}` }
}

/** The newsroom's articles, filtered by what the address says, as a list, a board or a calendar. */
export default async function ArticlesPage({
  params,
  searchParams,
}: PageProps<'/[newsroom]/articles'>) {
  const actor = await requireActor((await params).newsroom)
  const address = await searchParams
  const { filter, ignored } = filterIn(address)
  const [after, asked] = [said(address.after), said(address.month)]
  const month = isMonth(asked) ? asked : null
  const [members, views, isBegun] = await Promise.all([
    listMembers(actor),
    listSavedViews(actor),
    hasArticles(actor),
  ])
  const names = new Map(members.map(({ userId, name }) => [userId, name]))
  const path = `/${actor.newsroomSlug}/articles`
  const { q: _, ...kept } = addressOf(filter)
  const shown = { actor, path, filter, names }
  const also = filter.view === 'calendar' && month ? `month=${month}` : ''
  const person = members.find(({ userId }) => userId === filter.person)

  if (!isBegun) {
    return (
      <div className="page wide">
        <div className="page-head">
          <h1>Articles</h1>
        </div>
        <EmptyList actor={actor} path={path} filter={NO_FILTER} />
      </div>
    )
  }
  return (
    <div className="page wide">
      <div className="page-head">
        <h1>{filter.archived ? 'Archived articles' : 'Articles'}</h1>
        <ViewSwitch path={path} filter={filter} />
        <SavedViews
          me={actor.userId}
          path={path}
          query={queryOf(filter)}
          views={views.map((view) => viewShown(actor, view, members))}
          mayShare={can(actor, 'view.share', {})}
        />
        <ListFilter
          words={filter.words}
          found=""
          by="headline"
          kept={{ ...kept, ...(also && month && { month }) }}
        />
        {!filter.archived && can(actor, 'article.bring', {}) && (
          <Link className="button primary" href={`${path}/new`}>
            Bring in an article
          </Link>
        )}
      </div>
      <FilterBar
        path={path}
        filter={filter}
        people={members
          .filter((member) => member.removedAt === null || member === person)
          .map(named)}
        also={also}
      />
      <FilterNotes
        ignored={[
          ...ignored,
          ...(asked && !month ? [{ name: 'month' as const, value: asked }] : []),
        ]}
        person={
          filter.person !== null && person?.removedAt !== null
            ? { name: person?.name ?? null }
            : null
        }
      />
      {filter.view === 'list' && <ListView {...shown} after={after} />}
      {filter.view === 'board' && <BoardView {...shown} />}
      {filter.view === 'calendar' && <CalendarView {...shown} month={month} />}
      {demoDraft() && !filter.archived && <DemoDraft path={`/${actor.newsroomSlug}`} />}
      <div className="list-foot">
        <p className="small">
          <Link
            href={filter.archived ? path : `${path}?${queryOf({ ...NO_FILTER, archived: true })}`}
          >
            {filter.archived ? 'Back to the articles' : 'Archived articles'}
          </Link>
        </p>
        <ListKeys />
      </div>
    </div>
  )
}

const named = ({ userId, name, removedAt }: Member) => ({
  userId,
  name: removedAt ? `${name} (left)` : name,
})

function viewShown(actor: Actor, view: SavedView, members: readonly Member[]) {
  const owner = members.find(({ userId }) => userId === view.ownedById)
  const isMine = view.ownedById === actor.userId
  return {
    ...{ id: view.id, name: view.name, query: view.query, isShared: view.isShared },
    by: isMine ? null : { name: owner?.name ?? 'somebody', isGone: owner?.removedAt !== null },
    may: { edit: can(actor, 'view.edit', view), share: can(actor, 'view.share', {}) },
  }
}
