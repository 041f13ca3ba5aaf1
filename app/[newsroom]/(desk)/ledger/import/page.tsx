import { notFound } from 'next/navigation'
import { ImportList } from '@/components/ledger/import-list'
import { Link } from '@/components/ui/links/link'
import { requireActor } from '@/lib/auth/current-actor'
import { listFacts } from '@/lib/db/ledger/facts'
import { can } from '@/lib/domain/policy'
import { dayOf } from '@/lib/domain/times/days'

export const metadata = { title: 'Import a house list' }

/** Brings the house's spelling, or a whole ledger, in from a sheet. */
export default async function ImportPage({ params }: PageProps<'/[newsroom]/ledger/import'>) {
  const { newsroom } = await params
  const actor = await requireActor(newsroom)
  if (!can(actor, 'ledger.manage', {})) notFound()
  const facts = await listFacts(actor)
  return (
    <div className="page sheet-page ledger-page">
      <div className="page-head">
        <div>
          <p className="small">
            <Link href={`/${newsroom}/ledger`}>← Ledger</Link>
          </p>
          <h1>Import a house list</h1>
        </div>
      </div>
      <p className="list-lead">
        Two columns are enough: what to print (“Use”), and what not (“Not”); a note may follow. A
        sheet that was exported from a ledger comes in with all its kinds. It is read and not kept;
        nothing is stored before you have seen each row.
      </p>
      <ImportList
        newsroom={newsroom}
        onFile={facts.map(({ keptById: _, keptAt: __, ...fact }) => fact)}
        today={dayOf(new Date(), actor.timeZone)}
      />
    </div>
  )
}
