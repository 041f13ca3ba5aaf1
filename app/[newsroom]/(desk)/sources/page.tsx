import { redirect } from 'next/navigation'
import { ListFilter } from '@/components/shell/list-filter'
import { PageLinks, said } from '@/components/shell/page-links'
import { AddSource } from '@/components/sources/add-source'
import { SourceTable } from '@/components/sources/source-table'
import { Link } from '@/components/ui/links/link'
import { requireActor } from '@/lib/auth/current-actor'
import { countSources, listSources } from '@/lib/db/sources/source-list'
import { counted } from '@/lib/domain/counting'
import { can } from '@/lib/domain/policy'

export async function generateMetadata({ params }: PageProps<'/[newsroom]/sources'>) {
  return { title: `Sources · ${(await requireActor((await params).newsroom)).newsroomName}` }
}

export default async function SourcesPage({
  params,
  searchParams,
}: PageProps<'/[newsroom]/sources'>) {
  const actor = await requireActor((await params).newsroom)
  const asked = await searchParams
  const path = `/${actor.newsroomSlug}/sources`
  // As older links have it.
  if (said(asked.source)) redirect(`${path}/${encodeURIComponent(said(asked.source))}`)
  const [words, after] = [said(asked.q), said(asked.after)]
  const [{ sources, next }, all, found] = await Promise.all([
    listSources(actor, { words, after }),
    countSources(actor, ''),
    words ? countSources(actor, words) : null,
  ])
  const add = can(actor, 'source.add', {}) && <AddSource me={actor.userId} />
  const total = all === 1 ? '1 source' : `${counted(all)} sources`

  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>Sources</h1>
          <p className="small">
            <Link href={`/${actor.newsroomSlug}/ledger`}>The ledger of facts</Link>
          </p>
        </div>
        {all > 0 && (
          <ListFilter
            words={words}
            found={found === null || found === all ? total : `${counted(found)} of ${total}`}
            by="title, publisher or kind"
          />
        )}
      </div>
      {all === 0 && (
        <div className="empty">
          <h2>No sources yet</h2>
          <p>
            {add
              ? 'A source is anything that can be cited: a document, a recording, a page, a person. Add one here, or attach one to a claim as you check it. It stands in this list for every article.'
              : 'Nothing is on file yet. A source appears here when a colleague adds it or attaches it to a claim.'}
          </p>
        </div>
      )}
      {add}
      <p className="small">
        <Link href={`/${actor.newsroomSlug}/published-checks`}>
          Fact-checks that others published
        </Link>
      </p>
      {all > 0 && sources.length === 0 && (
        <div className="empty">
          <h2>{words ? `No source like “${words}”` : 'No more sources'}</h2>
          <p>
            {words
              ? 'The filter looks at titles, publishers and kinds. Try fewer words.'
              : 'The list ends here.'}
          </p>
        </div>
      )}
      {sources.length > 0 && <SourceTable actor={actor} sources={sources} />}
      <PageLinks
        path={path}
        kept={{ q: words }}
        begun={after !== ''}
        next={next}
        label="Pages of the list"
      />
    </div>
  )
}
