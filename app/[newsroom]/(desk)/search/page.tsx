import { redirect } from 'next/navigation'
import { HitItem } from '@/components/search/hit-item'
import { SearchForm } from '@/components/search/search-form'
import { PageLinks, said } from '@/components/shell/page-links'
import { Link } from '@/components/ui/links/link'
import { requireActor } from '@/lib/auth/current-actor'
import { findNames } from '@/lib/db/newsroom/members'
import { type Found, findHits, MOST_HITS, NEWEST } from '@/lib/db/search-index/find-hits'
import { showHits } from '@/lib/db/search-index/show-hits'
import {
  isNarrowed,
  parseSearch,
  SEARCH_KINDS,
  type SearchQuery,
  searchAddress,
} from '@/lib/domain/search/search-query'
import { keysOf } from '@/lib/domain/vocabulary'

export async function generateMetadata({ params }: PageProps<'/[newsroom]/search'>) {
  return { title: `Search · ${(await requireActor((await params).newsroom)).newsroomName}` }
}

const AT_ONCE = 20

/** Everything that the newsroom holds and the reader may see, by its words. */
export default async function SearchPage({
  params,
  searchParams,
}: PageProps<'/[newsroom]/search'>) {
  const actor = await requireActor((await params).newsroom)
  const address = await searchParams
  const { query, problems } = parseSearch((name) => said(address[name]))
  const path = `/${actor.newsroomSlug}/search`
  // A form sends also what was left empty.
  if (Object.values(address).includes('')) redirect(searchAddress(path, query))
  const [found, names] = await Promise.all([findHits(actor, query), findNames(actor)])
  const people = [...names].map(([userId, name]) => ({ userId, name }))
  const kept = query.kind ? found.hits.filter(({ kind }) => kind === query.kind) : found.hits
  const begin = Math.min(Number.parseInt(said(address.after), 10) || 0, MOST_HITS)
  const shown = await showHits(actor, kept.slice(begin, begin + AT_ONCE))
  const next = kept.length > begin + AT_ONCE ? String(begin + AT_ONCE) : null
  const { typed, kind, person, type, verdict, from, to } = query
  const isAsked = typed !== ''

  return (
    <div className="page search-page">
      <h1>Search</h1>
      <SearchForm
        key={searchAddress('', query)}
        query={query}
        people={people.sort((a, b) => a.name.localeCompare(b.name))}
      />
      {problems.map((problem) => (
        <p key={problem} role="alert" className="form-message">
          {problem}
        </p>
      ))}
      {isAsked && found.sought.length === 0 && (
        <div className="empty">
          <h2>There is no word in that</h2>
          <p>Letters and figures are looked for; marks and pictures are not.</p>
        </div>
      )}
      {found.hits.length > 0 && <Kinds {...{ path, query, found }} />}
      {found.sought.length > 0 && (
        <p role="status" className="quiet small search-count">
          {countOf(kept.length, found)}
        </p>
      )}
      {shown.length > 0 && (
        <ol className="bare hits">
          {shown.map((hit) => (
            <HitItem
              key={`${hit.kind} ${hit.id}`}
              newsroom={actor.newsroomSlug}
              {...{ hit, sought: found.sought, phrases: query.phrases }}
            />
          ))}
        </ol>
      )}
      {found.sought.length > 0 && kept.length === 0 && <Nothing {...{ path, query }} />}
      <PageLinks
        path={path}
        kept={{
          q: typed,
          kind: kind ?? '',
          person,
          type: type ?? '',
          verdict: verdict ?? '',
          from,
          to,
        }}
        begun={begin > 0}
        {...{ next, label: 'Pages of what was found' }}
      />
    </div>
  )
}

/** How many there are of each kind, each a way to see them alone. */
function Kinds({ path, query, found }: { path: string; query: SearchQuery; found: Found }) {
  const kinds = keysOf(SEARCH_KINDS).filter((kind) => found.counts[kind] > 0 || kind === query.kind)
  return (
    <nav aria-label="Kinds of what was found">
      <ul className="bare search-kinds">
        <li>
          <Link
            className="search-kind"
            href={searchAddress(path, { ...query, kind: null })}
            aria-current={query.kind ? undefined : 'true'}
          >
            All {found.hits.length}
          </Link>
        </li>
        {kinds.map((kind) => (
          <li key={kind}>
            <Link
              className="search-kind"
              href={searchAddress(path, { ...query, kind })}
              aria-current={query.kind === kind ? 'true' : undefined}
            >
              {SEARCH_KINDS[kind]} {found.counts[kind]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function countOf(count: number, { isPart }: Found): string {
  if (isPart === 'more')
    return `More than ${MOST_HITS.toLocaleString('en')} hold these words. The newest are shown; another word finds fewer.`
  if (isPart === 'newest')
    return `${count.toLocaleString('en')} of the newest ${NEWEST.toLocaleString('en')} entries. Older ones hold these words too; another word finds fewer.`
  return count === 1 ? '1 found' : `${count.toLocaleString('en')} found`
}

function Nothing({ path, query }: { path: string; query: SearchQuery }) {
  return (
    <div className="empty">
      <h2>Nothing holds all of these words</h2>
      <p>
        Try fewer words, or other ones.{' '}
        {(isNarrowed(query) || query.kind) && (
          <Link href={searchAddress(path, { typed: query.typed })}>Search without narrowing</Link>
        )}
      </p>
    </div>
  )
}
