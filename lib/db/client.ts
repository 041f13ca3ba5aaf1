import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import { Refusal } from '../domain/refusal'
import { type Prisma, PrismaClient } from './generated/client'
import { connectionPool } from './pool'
import { statementName } from './prepared-statements'
import { isUnreachable, withRetry } from './retry'
import { waitingLine } from './waiting-line'

// Kept on `globalThis` so that reloading a module in development does not open another pool.
const kept = globalThis as { stetDatabase?: ReturnType<typeof connect> }

const open = new AsyncLocalStorage<Prisma.TransactionClient>()
const reading = new AsyncLocalStorage<object>()

/** The transaction that is open here, or else a client that waits for a database that is away for a moment. */
export function db(): Prisma.TransactionClient {
  return open.getStore() ?? client().patient
}

/** One writer of a newsroom at work, and the next already at the database: the others leave the connections to readers. */
const inLine = waitingLine(2)

/**
 * Runs `work` in a transaction that every query inside it joins by itself; that of one `line` in the order in which
 * it came.
 *
 * Inside another transaction, what is otherwise checked at the commit is checked when `work` ends.
 *
 * While the database is away it waits and begins anew, but never after `work` has run to its end:
 * then nobody can tell whether the commit arrived, and the person is asked to look.
 */
export function transaction<T>(work: () => Promise<T>, line?: string): Promise<T> {
  const outer = open.getStore()
  if (outer) return work().then((output) => checked(outer, output))

  let committing = false
  const attempt = () => {
    committing = false
    const begin = () =>
      client().plain.$transaction((tx) =>
        open.run(tx, async () => {
          const output = await work()
          committing = true
          return output
        }),
      )
    return line ? inLine(line, begin) : begin()
  }
  return withRetry(attempt, () => !committing).catch((error) => {
    if (!isUnreachable(error)) throw error
    throw new Refusal(
      'unavailable',
      committing
        ? 'The database went away at the moment of saving. Look whether it is there before you send it again.'
        : 'The database cannot be reached. Nothing was stored, and what you typed is still here: send it again in a minute.',
    )
  })
}

/**
 * Reads all that is asked inside `work` as of one moment, whatever is committed meanwhile (PostgreSQL: REPEATABLE READ).
 * Inside another transaction it sees what that one sees.
 */
export function snapshot<T>(work: () => Promise<T>): Promise<T> {
  const read = () => reading.run({}, work)
  if (open.getStore()) return read()
  return withRetry(() =>
    client().plain.$transaction((tx) => open.run(tx, read), { isolationLevel: 'RepeatableRead' }),
  )
}

/** Stands for the snapshot that is open here: in it the same question has the same answer. */
export function openSnapshot(): object | undefined {
  return reading.getStore()
}

async function checked<T>(inside: Prisma.TransactionClient, output: T): Promise<T> {
  await inside.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`
  await inside.$executeRaw`SET CONSTRAINTS ALL DEFERRED`
  return output
}

/** How many connections this process has, how many of them do nothing, and how many questions wait for one. */
export function connections(): { open: number; idle: number; waiting: number } {
  const pool = kept.stetDatabase?.pool
  const { totalCount: open = 0, idleCount: idle = 0, waitingCount: waiting = 0 } = pool ?? {}
  return { open, idle, waiting }
}

/** Closes the connections, for programs that end or go on with another database. */
export async function disconnect(): Promise<void> {
  await kept.stetDatabase?.plain.$disconnect()
  delete kept.stetDatabase
}

function client() {
  kept.stetDatabase ??= connect()
  return kept.stetDatabase
}

function connect() {
  const pool = connectionPool(process.env.DATABASE_URL ?? '')
  const plain = new PrismaClient({
    adapter: new PrismaPg(pool, {
      statementNameGenerator: statementName,
      disposeExternalPool: true,
    }),
    transactionOptions: { maxWait: 15_000, timeout: 30_000 },
  })
  const patient = plain.$extends({
    query: { $allOperations: ({ args, query }) => withRetry(() => query(args)) },
  })
  return { plain, patient: patient as unknown as Prisma.TransactionClient, pool }
}
