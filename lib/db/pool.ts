import pg from 'pg'

/**
 * Connections to the database at this address, at most ten. A transaction's beginning is not waited for: what is done
 * in it is sent with it, and fails where it could not begin.
 */
export function connectionPool(address: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: inUtc(address),
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    pipeline: true,
  })
  return pool.on('connect', (client) => {
    const send = (...args: unknown[]) => {
      const answer = Reflect.apply(pg.Client.prototype.query, client, args)
      if (!isBegin(args[0])) return answer
      Promise.resolve(answer).catch(() => {})
      return Promise.resolve(BEGUN)
    }
    Object.assign(client, { query: send })
  })
}

const isBegin = (config: unknown) =>
  typeof config === 'object' && config !== null && Reflect.get(config, 'text') === 'BEGIN'

const BEGUN = { command: 'BEGIN', rowCount: 0, rows: [], fields: [] }

/**
 * The database at this address, with sessions in UTC. Prisma writes and reads every moment as if they were,
 * and would store it hours off where the database lives in another zone (prisma/orm#26786, #28629).
 */
function inUtc(address: string): string {
  const url = new URL(address)
  const options = url.searchParams.get('options')
  url.searchParams.set('options', `${options ?? ''} -c TimeZone=UTC`.trim())
  return url.href
}
