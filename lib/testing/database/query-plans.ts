/** How the database goes about what is read, to see that no read looks at everything. */

import pg from 'pg'
import { withClient } from '@/lib/server/postgres/access'
import { databaseUrls } from './isolated-database'

/** A statement reads no more rows than this, whatever it gives. */
const MOST_READ = 4_000

/** A table with more rows than this is never read as a whole. */
const SMALL = 1_000

/** Where a plan reads a table as a whole, or too many rows in all. */
export function problemsIn(node: Plan): string[] {
  const scans = scansIn(node)
  const whole = scans.filter(({ type, each }) => type === 'Seq Scan' && each > SMALL)
  const read = scans.reduce((sum, scan) => sum + scan.read, 0)
  return [
    ...whole.map(({ table }) => `reads all of ${table}`),
    ...(read < MOST_READ ? [] : [`reads ${read} rows`]),
  ]
}

interface Statement {
  text: string
  values: unknown[]
}

/** Does something, and gives the statements by which it read the database. */
export async function recorded(work: () => Promise<unknown>): Promise<Statement[]> {
  await work()
  const statements: Statement[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...sent: unknown[]) {
    const [asked] = sent as [Partial<Statement> | string]
    if (typeof asked === 'object' && /^\s*(SELECT|WITH|\()/.test(asked.text ?? '')) {
      statements.push({ text: asked.text ?? '', values: asked.values ?? [] })
    }
    return Reflect.apply(query, this, sent)
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return statements
}

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Plan[]
}

/** How the database goes about a statement, or would without an index. */
export function plan({ text, values }: Statement, without?: string): Promise<Plan> {
  return withClient(databaseUrls().owner, async (client) => {
    await client.query('BEGIN')
    if (without) await client.query(`DROP INDEX ${client.escapeIdentifier(without)}`)
    const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values)
    await client.query('ROLLBACK')
    return rows[0]['QUERY PLAN'][0].Plan
  })
}

/** Every scan of a table in a plan, with the rows that it read. */
export function scansIn(node: Plan): { table: string; type: string; each: number; read: number }[] {
  const below = (node.Plans ?? []).flatMap(scansIn)
  const table = node['Relation Name']
  if (!table) return below
  const each =
    node['Actual Rows'] +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0)
  return [...below, { table, type: node['Node Type'], each, read: each * node['Actual Loops'] }]
}
