import { AddSource } from '@/components/sources/add-source'
import { filtered } from '@/components/sources/filter-sources'
import { SourceFilter } from '@/components/sources/source-filter'
import { SourceTable } from '@/components/sources/source-table'
import { FocusOn } from '@/components/ui/scroll-to'
import { requireActor } from '@/lib/auth/current-actor'
import { listSources } from '@/lib/db/sources/sources'
import { can } from '@/lib/domain/policy'

export async function generateMetadata({ params }: PageProps<'/[newsroom]/sources'>) {
  return { title: `Sources · ${(await requireActor((await params).newsroom)).newsroomName}` }
}

export default async function SourcesPage({
  params,
  searchParams,
}: PageProps<'/[newsroom]/sources'>) {
  const actor = await requireActor((await params).newsroom)
  const { q, source } = await searchParams
  const words = typeof q === 'string' ? q : ''
  const sources = await listSources(actor)
  const found = filtered(sources, words)
  const target = found.find(({ id }) => id === source)?.id
  const add = can(actor, 'source.add', {}) && <AddSource me={actor.userId} />

  return (
    <div className="page">
      <div className="page-head">
        <h1>Sources</h1>
        {sources.length > 0 && (
          <SourceFilter words={words} found={found.length} all={sources.length} />
        )}
      </div>
      {sources.length === 0 && (
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
      {sources.length > 0 && found.length === 0 && (
        <div className="empty">
          <h2>No source like “{words}”</h2>
          <p>The filter looks at titles, publishers and kinds. Try fewer words.</p>
        </div>
      )}
      {found.length > 0 && <SourceTable actor={actor} sources={found} target={target} />}
      {target && <FocusOn id={target} />}
    </div>
  )
}
