import { createHash, timingSafeEqual } from 'node:crypto'
import { connections } from '@/lib/db/client'
import { countJobsByState } from '@/lib/db/jobs/installation'
import { metrics } from '@/lib/live/metrics/registry'

export const dynamic = 'force-dynamic'

/** What Prometheus reads, for whoever has the token of STET_METRICS_TOKEN; without that setting there is no such page. */
export async function GET(request: Request) {
  const token = process.env.STET_METRICS_TOKEN
  if (!token) return new Response(null, { status: 404 })
  if (!isSame(request.headers.get('authorization') ?? '', `Bearer ${token}`)) {
    return new Response('Give the token of STET_METRICS_TOKEN as a bearer token.\n', {
      status: 401,
      headers: { 'www-authenticate': 'Bearer realm="metrics"' },
    })
  }
  const { registry } = metrics()
  const told = [await registry.metrics(), pool(), await jobs()]
  return new Response(told.join(''), {
    headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' },
  })
}

const pool = () =>
  gauges(
    'stet_database_connections',
    'Connections of this process to the database.',
    Object.entries(connections()),
  )

/** Left out while the database is away: the rest is told all the more. */
async function jobs(): Promise<string> {
  const counts = await countJobsByState().catch(() => null)
  if (!counts) return ''
  const states = ['waiting', 'running', 'failed'] as const
  const values = states.map((state) => [state, counts.get(state) ?? 0] as [string, number])
  return gauges('stet_jobs', 'Jobs of all newsrooms that are not done.', values)
}

/** A gauge by state, in the text format of Prometheus. */
const gauges = (name: string, help: string, values: readonly [state: string, value: number][]) =>
  [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} gauge`,
    ...values.map(([state, value]) => `${name}{state="${state}"} ${value}`),
    '',
  ].join('\n')

/** Compared by their digests, which takes as long whatever is alike. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}
