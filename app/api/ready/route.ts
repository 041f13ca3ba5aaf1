import { setTimeout as delay } from 'node:timers/promises'
import { databaseState } from '@/lib/db/jobs/installation'

export const dynamic = 'force-dynamic'

/** How long the database may take to answer, in milliseconds. */
const PATIENCE = 2_000

/**
 * Whether this process can serve: 200 where the database answers and has the schema that this version needs, else 503
 * with what is missing. That no process does jobs is said, and keeps nobody from reading and checking.
 */
export async function GET() {
  const state = await Promise.race([
    databaseState().catch(() => null),
    delay(PATIENCE, null, { ref: false }),
  ])
  const needed = process.env.STET_SCHEMA
  const schema = !state ? 'unknown' : !needed || state.schema >= needed ? 'current' : 'older'
  const isReady = schema === 'current'
  return Response.json(
    {
      status: isReady ? 'ready' : 'not ready',
      database: state ? 'answers' : 'away',
      schema,
      jobs: !state ? 'unknown' : state.jobs ? 'running' : 'not running',
    },
    { status: isReady ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
