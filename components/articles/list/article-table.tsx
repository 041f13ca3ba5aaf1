import type { ListedArticle } from '@/lib/db/articles/article-list'
import type { OpenQueries } from '@/lib/db/discussion/queries'
import { DEADLINE_GROUPS, deadlineGroup } from '@/lib/domain/articles/deadline-groups'
import type { ArticleFilter } from '@/lib/domain/articles/list-filter'
import type { Actor } from '@/lib/domain/policy'
import { keysOf } from '@/lib/domain/vocabulary'
import type { Need } from '@/lib/domain/waiting/needs'
import { ArticleRow } from './article-row'

interface Props {
  actor: Actor
  articles: ListedArticle[]
  filter: Pick<ArticleFilter, 'sort' | 'isGrouped'>
  now: Date
  names: ReadonlyMap<string, string>
  /** The queries that nobody closed, by the article's id. */
  queries: OpenQueries
  /** What the articles need of the actor, by the article's id. */
  needs: ReadonlyMap<string, Need[]>
  /** How many cited pages changed or are gone, by the article's id. */
  pageNews: ReadonlyMap<string, number>
}

/** The moment that another column tells where the list is sorted by none that stands in a row. */
const WHEN: Partial<Record<ArticleFilter['sort'], string>> = {
  newest: 'Brought in',
  changed: 'Last changed',
}

/** A page of the articles that the actor sees, in their groups. */
export function ArticleTable({ names, queries, needs, pageNews, ...props }: Props) {
  const { actor, articles, filter } = props
  const when = WHEN[filter.sort]
  const whenOf = ({ createdAt, changedAt }: ListedArticle) =>
    filter.sort === 'newest' ? createdAt : changedAt
  return (
    <table className="table stacking articles">
      <thead>
        <tr>
          <th scope="col">Article</th>
          <th scope="col">State</th>
          <th scope="col">Progress</th>
          <th scope="col">Queries</th>
          <th scope="col">Deadline</th>
          {when && <th scope="col">{when}</th>}
          <th scope="col">People</th>
          <th scope="col">Needs next</th>
          <th scope="col">
            <span className="visually-hidden">More</span>
          </th>
        </tr>
      </thead>
      {groupsOf(props).map(({ label, isHeaded, isIn }) => {
        const rows = articles.filter(isIn)
        if (rows.length === 0) return null
        return [
          isHeaded && (
            <GroupHead key={`${label}-head`} columns={when ? 9 : 8}>
              {label}
            </GroupHead>
          ),
          <tbody key={label} aria-label={label}>
            {rows.map((article) => (
              <ArticleRow
                key={article.id}
                actor={actor}
                article={article}
                when={when ? whenOf(article) : null}
                names={names}
                queries={queries.get(article.id)}
                needs={needs.get(article.id) ?? []}
                pageNews={pageNews.get(article.id) ?? 0}
              />
            ))}
          </tbody>,
        ]
      })}
    </table>
  )
}

interface Group {
  label: string
  isHeaded: boolean
  isIn: (article: ListedArticle) => boolean
}

/** The groups of a page of the list, in the order in which it is read. */
function groupsOf({
  actor,
  articles,
  filter,
  now,
}: Omit<Props, 'names' | 'queries' | 'needs' | 'pageNews'>): Group[] {
  const isOut = ({ group }: ListedArticle) => group === 'out'
  const out = { label: 'Published and withdrawn', isHeaded: true, isIn: isOut }
  if (filter.isGrouped) {
    const byDeadline = keysOf(DEADLINE_GROUPS).map((group) => ({
      label: DEADLINE_GROUPS[group],
      isHeaded: true,
      isIn: (article: ListedArticle) =>
        !isOut(article) && deadlineGroup(article.deadline, now, actor.timeZone) === group,
    }))
    return [...byDeadline, out]
  }
  if (filter.sort !== 'mine') {
    const label = 'Articles'
    return [{ label, isHeaded: false, isIn: (article) => !isOut(article) }, out]
  }
  const hasMine = articles.some(({ group }) => group === 'mine')
  return [
    { label: 'Mine', isHeaded: false, isIn: ({ group }) => group === 'mine' },
    {
      label: 'Others in the newsroom',
      isHeaded: hasMine,
      isIn: ({ group }) => group === 'others',
    },
    out,
  ]
}

function GroupHead({ columns, children }: { columns: number; children: string }) {
  return (
    <tbody>
      <tr className="group">
        <th colSpan={columns} scope="rowgroup">
          {children}
        </th>
      </tr>
    </tbody>
  )
}
