import type { ListedArticle } from '@/lib/db/articles/article-list'
import type { QueryCounts } from '@/lib/db/discussion/queries'
import { nextSteps, type Step } from '@/lib/domain/articles/next-steps'
import { countByStatus, needsWork } from '@/lib/domain/claims/status'
import { percentCovered } from '@/lib/domain/coverage/coverage'
import type { Actor } from '@/lib/domain/policy'
import { ARTICLE_STATES } from '@/lib/domain/vocabulary'
import { addressOf } from '@/lib/domain/waiting/addresses'
import type { WaitingKind } from '@/lib/domain/waiting/kinds'
import type { Need } from '@/lib/domain/waiting/needs'
import { Link } from '../../ui/links/link'
import { LinkAhead } from '../../ui/links/link-ahead'
import { ProgressBar } from '../../ui/progress-bar'
import { Timestamp } from '../../ui/timestamp'
import { menuOf } from './menu-of'
import { RowMenu } from './row-menu'

/** An article in the list: how it stands, whose it is, and what it needs of the person who looks. */
export function ArticleRow({
  actor,
  article,
  when,
  names,
  queries,
  needs,
  pageNews,
}: {
  actor: Actor
  article: ListedArticle
  /** The moment by which the list is sorted, where no other column tells it. */
  when: Date | null
  names: ReadonlyMap<string, string>
  queries: QueryCounts | undefined
  /** What it needs of this person, the most pressing first. */
  needs: readonly Need[]
  /** How many of the pages that it cites changed or are gone while it is out. */
  pageNews: number
}) {
  const { headline, slug, state, deadline, claims, words, coveredWords } = article
  const here = `/${actor.newsroomSlug}/articles/${slug}`
  const people = peopleOf(article, names)

  return (
    <tr data-article-row={article.id}>
      <td className="article-name">
        <LinkAhead data-article href={here} lang={article.language} dir="auto" title={headline}>
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
      {when && (
        <td data-label="When" className="when">
          <Timestamp at={when.toISOString()} />
        </td>
      )}
      <td data-label="People" className="people quiet small" title={people}>
        {people}
      </td>
      <td data-label="Needs next" className="needs">
        <Needs newsroom={actor.newsroomSlug} here={here} article={article} needs={needs} />
      </td>
      <td className="row-more">
        <RowMenu me={actor.userId} article={menuOf(actor, article)} />
      </td>
    </tr>
  )
}

/**
 * What this person has to do, each a way to where it is done, and where that is much, the rest on their first page; then
 * what others have to, in words.
 */
function Needs({
  newsroom,
  here,
  article,
  needs,
}: {
  newsroom: string
  here: string
  article: ListedArticle
  needs: readonly Need[]
}) {
  const left = needs.length - SAID
  const others = nextSteps(standingOfArticle(article))
    .filter(({ step }) => !needs.some(({ kind }) => SAME[step]?.includes(kind)))
    .map(({ words }) => words)
  return (
    <>
      {needs.slice(0, SAID).map(({ kind, words }) => (
        <Link key={kind} href={`${here}${addressOf(kind)}`}>
          {words}
        </Link>
      ))}
      {left > 0 && (
        <Link className="quiet" href={`/${newsroom}`}>
          {left} more
        </Link>
      )}
      {others.length > 0 && (
        <span className="others-need" title={others.join(' · ')}>
          {others.slice(0, SAID).join(' · ')}
        </span>
      )}
    </>
  )
}

/** So many things that an article needs fit on its line; the most pressing stand first. */
const SAID = 2

/** By which kinds of what waits for a person an article's next step is already said. */
const SAME: Partial<Record<Step, readonly WaitingKind[]>> = {
  fell: ['fallen'],
  decide: ['decide'],
  recheck: ['check'],
  check: ['check'],
  sign: ['sign'],
}

function standingOfArticle({ claims, archivedAt, ...article }: ListedArticle) {
  const count = (alike: ListedArticle['claims']) => alike.reduce((sum, { count }) => sum + count, 0)
  const recheck = claims.filter(({ status }) => status === 'recheck')
  const unchecked = claims.filter((claim) => needsWork(claim) && !recheck.includes(claim))
  return {
    ...article,
    ...{ isArchived: archivedAt !== null, recheck: count(recheck), unchecked: count(unchecked) },
  }
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
