import type { ListedArticle } from '@/lib/db/articles/article-list'
import type { QueryCounts } from '@/lib/db/discussion/queries'
import { countByStatus } from '@/lib/domain/claims/status'
import { percentCovered } from '@/lib/domain/coverage/coverage'
import { ARTICLE_STATES } from '@/lib/domain/vocabulary'
import { addressOf } from '@/lib/domain/waiting/addresses'
import type { Need } from '@/lib/domain/waiting/needs'
import { Link } from '../ui/links/link'
import { LinkAhead } from '../ui/links/link-ahead'
import { ProgressBar } from '../ui/progress-bar'
import { Timestamp } from '../ui/timestamp'

/** An article in the list: how it stands, whose it is, and what it needs of the person who looks. */
export function ArticleRow({
  newsroom,
  article,
  names,
  queries,
  needs,
  pageNews,
}: {
  newsroom: string
  article: ListedArticle
  names: ReadonlyMap<string, string>
  queries: QueryCounts | undefined
  /** What it needs of this person, the most pressing first. */
  needs: readonly Need[]
  /** How many of the pages that it cites changed or are gone while it is out. */
  pageNews: number
}) {
  const { headline, slug, state, deadline, claims, words, coveredWords } = article
  const here = `/${newsroom}/articles/${slug}`
  const people = peopleOf(article, names)

  return (
    <tr>
      <td className="article-name">
        <LinkAhead href={here} lang={article.language} dir="auto" title={headline}>
          {headline}
        </LinkAhead>
      </td>
      <td data-label="State">
        {ARTICLE_STATES[state]}
        {article.corrections > 0 && (
          <Link className="small" href={`${here}/corrections`}>
            {article.corrections === 1 ? '1 correction' : `${article.corrections} corrections`}
          </Link>
        )}
        {pageNews > 0 && (
          <Link className="small" href={`${here}/pages`}>
            {pageNews === 1 ? '1 cited page changed' : `${pageNews} cited pages changed`}
          </Link>
        )}
        {article.isEmergency && (
          <Link className="emergency-mark small" href={`${here}/sign-off`}>
            Emergency
          </Link>
        )}
      </td>
      <td className="progress-cell">
        <ProgressBar
          counts={countByStatus(claims)}
          coverage={percentCovered({ words, covered: coveredWords })}
        />
      </td>
      <td data-label="Queries">
        {queries && (
          <Link href={`${here}/queries`}>{standingOf(queries).filter(Boolean).join(' · ')}</Link>
        )}
      </td>
      <td data-label="Deadline">
        {deadline ? (
          <Timestamp at={deadline.toISOString()} />
        ) : (
          <span className="quiet">No deadline</span>
        )}
      </td>
      <td data-label="People" className="people quiet small" title={people}>
        {people}
      </td>
      <td data-label="Needs you" className="needs">
        <Needs newsroom={newsroom} here={here} needs={needs} />
      </td>
    </tr>
  )
}

/** What this person has to do, each a way to where it is done; where it is much, the rest stands on their first page. */
function Needs({
  newsroom,
  here,
  needs,
}: {
  newsroom: string
  here: string
  needs: readonly Need[]
}) {
  const left = needs.length - SHOWN
  return (
    <>
      {needs.slice(0, SHOWN).map(({ kind, words }) => (
        <Link key={kind} href={`${here}${addressOf(kind)}`}>
          {words}
        </Link>
      ))}
      {left > 0 && (
        <Link className="quiet" href={`/${newsroom}`}>
          {left} more
        </Link>
      )}
    </>
  )
}

const SHOWN = 2

const standingOf = ({ open, blocking, answered }: QueryCounts) => [
  open > 0 && `${open} open`,
  blocking > 0 && `${blocking} blocking`,
  answered > 0 && `${answered} answered`,
]

/** Who works on an article, on one line: “By Lena Brandt · checked by Tom Okafor · edited by Ines Marek”. */
function peopleOf(
  { editorId, writerIds, checkerIds }: ListedArticle,
  names: ReadonlyMap<string, string>,
): string {
  const list = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? 'somebody').join(', ')
  const parts = [
    writerIds.length > 0 && `by ${list(writerIds)}`,
    checkerIds.length > 0 && `checked by ${list(checkerIds)}`,
    editorId && `edited by ${list([editorId])}`,
  ].filter((part) => typeof part === 'string' && part !== '')
  const line = parts.join(' · ')
  return line.charAt(0).toUpperCase() + line.slice(1)
}
