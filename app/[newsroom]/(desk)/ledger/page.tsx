import { AddFact } from '@/components/ledger/add-fact'
import { FactConflicts } from '@/components/ledger/fact-conflicts'
import { FactTable } from '@/components/ledger/fact-table'
import { KindLinks } from '@/components/ledger/kind-links'
import { ListFilter } from '@/components/shell/list-filter'
import { said } from '@/components/shell/page-links'
import { Link } from '@/components/ui/links/link'
import { requireActor } from '@/lib/auth/current-actor'
import { listFacts } from '@/lib/db/ledger/facts'
import { listRulings } from '@/lib/db/ledger/rulings'
import { counted } from '@/lib/domain/counting'
import { filterFacts, isFactFilter } from '@/lib/domain/ledger/filter-facts'
import { ledgerStanding } from '@/lib/domain/ledger/rulings'
import { can } from '@/lib/domain/policy'
import { dayOf } from '@/lib/domain/times/days'

type Props = PageProps<'/[newsroom]/ledger'>

export async function generateMetadata({ params }: Props) {
  return { title: `Ledger · ${(await requireActor((await params).newsroom)).newsroomName}` }
}

/** The facts that the newsroom keeps, and those that exclude each other. */
export default async function LedgerPage({ params, searchParams }: Props) {
  const actor = await requireActor((await params).newsroom)
  const asked = await searchParams
  const [words, kind] = [said(asked.q), said(asked.kind)]
  const [all, rulings] = await Promise.all([
    listFacts(actor, { retired: true }),
    listRulings(actor),
  ])
  const today = dayOf(new Date(), actor.timeZone)
  const home = `/${actor.newsroomSlug}`
  const inUse = all.filter(({ retiredAt }) => retiredAt === null)
  const { open, overruled } = ledgerStanding(inUse, rulings)
  const filter = isFactFilter(kind) ? kind : null
  const found = filterFacts(all, { words, filter, today })
  const shown = found.slice(0, SHOWN)
  const total = inUse.length === 1 ? '1 fact' : `${counted(inUse.length)} facts`
  const manages = can(actor, 'ledger.manage', {})

  return (
    <div className="page ledger-page">
      <div className="page-head">
        <h1>Ledger</h1>
        {all.length > 0 && (
          <ListFilter
            words={words}
            found={words || filter ? `${counted(found.length)} of ${total}` : total}
            by="what a fact says"
            kept={filter ? { kind: filter } : {}}
          />
        )}
      </div>
      <p className="quiet">
        Facts that keep, each from a checked claim or with where it comes from. Every text is read
        against them; what differs is proposed, and a person decides.
      </p>
      <div className="actions ledger-actions">
        {manages && <AddFact me={actor.userId} />}
        {manages && (
          <Link className="button" href={`${home}/ledger/import`}>
            Import a house list
          </Link>
        )}
        {all.length > 0 && (
          <a className="button plain" href={`${home}/ledger/export`} download>
            Export as CSV
          </a>
        )}
      </div>
      <FactConflicts
        me={actor.userId}
        home={home}
        conflicts={open}
        mayRule={can(actor, 'fact.rule', {})}
      />
      {all.length === 0 && (
        <div className="empty">
          <h2>Nothing is kept yet</h2>
          <p>
            Open a claim that was confirmed and choose “Keep in the ledger”: a name with its
            spelling and titles, a day of birth, a place, a figure with the day that it is of. An
            editor imports the house’s own spelling as a list.
          </p>
        </div>
      )}
      {all.length > 0 && <KindLinks home={home} words={words} filter={filter} />}
      {all.length > 0 && shown.length === 0 && (
        <div className="empty">
          <h2>{words ? `No fact like “${words}”` : 'No fact of this kind'}</h2>
          <p>The filter looks at what a fact is about and at what it says. Try fewer words.</p>
        </div>
      )}
      {shown.length > 0 && <FactTable {...{ home, overruled, today }} facts={shown} />}
      {found.length > SHOWN && (
        <p className="quiet">
          And {counted(found.length - SHOWN)} more. Look for words to see them, or export the
          ledger.
        </p>
      )}
    </div>
  )
}

/** How many are drawn at once. */
const SHOWN = 300
