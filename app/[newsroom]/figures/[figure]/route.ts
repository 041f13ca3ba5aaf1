import { findActor } from '@/lib/auth/current-actor'
import { findFigures } from '@/lib/db/figures/find-figures'
import { isFigureKey } from '@/lib/domain/figures/figure'
import { periodOf } from '@/lib/domain/figures/period'
import { figureCsv } from '@/lib/reports/table/figure-csv'

/** The table behind a figure as a file, for whoever sees the figure. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[newsroom]/figures/[figure]'>,
) {
  const { newsroom, figure: key } = await params
  const actor = await findActor(newsroom)
  if (!actor || !isFigureKey(key)) return missing()
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const now = new Date()
  const period = periodOf(asked, actor.timeZone, now)
  const figure = (await findFigures(actor, period, now)).find((one) => one.key === key)
  if (!figure) return missing()
  return new Response(figureCsv(figure), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${newsroom}-${key}-${period.from}-${period.to}.csv"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

const missing = () => new Response('There is no such figure.', { status: 404 })
