import pg from 'pg'
import { databaseUrls } from '../database/isolated-database'

export type Isolation = 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE'

/** A connection as the app's role, on which somebody sends what they like. */
export interface RawConnection {
  /** Carries statements out in one transaction; answers with why it was refused, or null if it was committed. */
  try: (
    statements: readonly string[],
    how?: { isolation?: Isolation; begun?: () => Promise<void>; ready?: () => Promise<void> },
  ) => Promise<string | null>
  end: () => Promise<void>
}

/** Opens such a connection to the database that the tests are using. */
export async function openRawConnection(): Promise<RawConnection> {
  const client = new pg.Client({ connectionString: databaseUrls().app })
  await client.connect()
  return {
    async try(statements, { isolation = 'READ COMMITTED', begun, ready } = {}) {
      await client.query(`BEGIN ISOLATION LEVEL ${isolation}`)
      // What a later level sees from here on is what was committed until now.
      await client.query('SELECT count(*) FROM "Article"')
      await begun?.()
      try {
        for (const statement of statements) await client.query(statement)
        await ready?.()
        await client.query('COMMIT')
        return null
      } catch (error) {
        await client.query('ROLLBACK')
        return refusalOf(error)
      }
    },
    end: () => client.end(),
  }
}

/** Raised by a rule, forbidden, against a constraint, not serializable, or a deadlock: anything else is a mistake here. */
const REFUSALS = /^(P0001|42501|23...|40001|40P01)$/

function refusalOf(error: unknown): string {
  if (error instanceof pg.DatabaseError && REFUSALS.test(error.code ?? '')) return error.message
  throw error
}

/** Lets as many go on together as were announced: once all of them are there, or at the latest after so many milliseconds. */
export function gate(count: number, patience = Infinity): () => Promise<void> {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  let waiting = 0
  return () => {
    waiting++
    if (waiting === 1 && patience < Infinity) setTimeout(open, patience)
    if (waiting === count) open()
    return opened
  }
}
