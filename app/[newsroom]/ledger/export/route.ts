import { findActor } from '@/lib/auth/current-actor'
import { listFacts } from '@/lib/db/ledger/facts'
import { ledgerCsv } from '@/lib/reports/table/ledger-csv'

/** The facts in use as CSV, to read elsewhere or to bring in again. */
export async function GET(_: Request, { params }: RouteContext<'/[newsroom]/ledger/export'>) {
  const actor = await findActor((await params).newsroom)
  if (!actor) return new Response(null, { status: 404 })
  return new Response(ledgerCsv(await listFacts(actor)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="ledger-${actor.newsroomSlug}.csv"`,
      'cache-control': 'no-store',
    },
  })
}
