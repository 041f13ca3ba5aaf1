import type { ListedArticle } from '@/lib/db/articles/article-list'
import type { QueryCounts } from '@/lib/db/discussion/queries'
import { type Need, needsOf, type Standing } from '@/lib/domain/articles/needs'
import { countByStatus } from '@/lib/domain/claims/status'
import { percentCovered } from '@/lib/domain/coverage/coverage'
import { ARTICLE_STATES } from '@/lib/domain/vocabulary'
import { Link } from '../ui/links/link'
import { LinkAhead } from '../ui/links/link-ahead'
import { ProgressBar } from '../ui/progress-bar'
import { Timestamp } from '../ui/timestamp'

/** An article in the list: how it stands, whose it is, and what it needs of the person who looks. */
export function ArticleRow({
  newsroom,
  me,
  article,
  names,
  queries,
  asked,
  pageNews,
}: {
  newsroom: string
  me: string
  article: ListedArticle
  names: ReadonlyMap<string, string>
  queries: QueryCounts | undefined
  /** How many queries ask this person. */
  asked: number
  /** How many of the pages that it cites changed or are gone while it is out. */
  pageNews: number
}) {
  const { headline, slug, state, deadline, claims, words, coveredWords } = article
  const here = `/${newsroom}/articles/${slug}`
  const people = peopleOf(article, names)
  const toCheck = claims.reduce((sum, alike) => sum + alike.todo, 0)
  const isEditor = article.editorId === me
  const { undecided } = article
  const toRead = queries?.toRead ?? 0

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
        <Needs here={here} standing={{ state, isEditor, asked, toRead, toCheck, undecided }} />
      </td>
    </tr>
  )
}

/** What this person has to do, each a way to where it is done. */
function Needs({ here, standing }: { here: string; standing: Standing }) {
  const places: Record<Need, string> = {
    answer: `${here}/queries`,
    read: `${here}/queries`,
    check: `${here}?mine=1`,
    decide: `${here}/queries#suggestions`,
    sign: `${here}/sign-off`,
  }
  return needsOf(standing).map(({ need, words }) => (
    <Link key={need} href={places[need]}>
      {words}
    </Link>
  ))
}

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
