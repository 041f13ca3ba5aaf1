import * as vitest from 'vitest'
import { transaction } from '@/lib/db/client'

class Undo extends Error {}

/** A test whose every change to the database is undone afterwards, so all tests can share one. */
export function test(promise: string, body: () => Promise<void>) {
  vitest.test(promise, () => rolledBack(body))
}

/** A table of such tests, one for each row. */
export function testEach<const Row>(
  rows: readonly Row[],
  promise: (row: Row) => string,
  body: (row: Row) => Promise<void>,
) {
  for (const row of rows) test(promise(row), () => body(row))
}

/** Does something, and undoes whatever it changed in the database. */
export function rolledBack(body: () => Promise<void>): Promise<void> {
  return transaction(async () => {
    await body()
    throw new Undo()
  }).catch((error) => {
    if (!(error instanceof Undo)) throw error
  })
}
