/** What whoever watches over an installation may know of its database: nothing of any newsroom. */

import { db } from '../client'
import { JOB_PROCESS_RUNS } from './queue'

export interface DatabaseState {
  /** The newest migration that it went through. */
  schema: string
  /** Whether a process does jobs. */
  jobs: boolean
}

/** How the database stands; rejects where it cannot be reached. */
export async function databaseState(): Promise<DatabaseState> {
  const [row] = await db().$queryRaw<DatabaseState[]>`
    SELECT "newest_migration"() AS schema, ${JOB_PROCESS_RUNS} AS jobs`
  if (!row) throw new Error('the database said nothing')
  return row
}

/** How many jobs are in each state that still asks for something: waiting, running, failed. */
export async function countJobsByState(): Promise<Map<string, number>> {
  const rows = await db().job.groupBy({
    by: ['state'],
    where: { state: { in: ['waiting', 'running', 'failed'] } },
    _count: true,
  })
  return new Map(rows.map(({ state, _count }) => [state, _count]))
}
