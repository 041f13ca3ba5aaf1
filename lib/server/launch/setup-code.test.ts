import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startThrowawayPostgres, type ThrowawayPostgres } from '../databases/throwaway-postgres'
import { withClient } from '../postgres/access'
import { applyMigrations } from '../schema/migrations'
import { offerSetupCode } from './setup-code'

let server: ThrowawayPostgres

beforeAll(async () => {
  server = await startThrowawayPostgres()
})

afterAll(() => server.stop())

test('a code is offered until there is a newsroom, and only its hash is stored', async () => {
  const url = await server.database('setup')
  await applyMigrations(url)
  await offerSetupCode(url)
  const code = await offerSetupCode(url)
  expect(code).toMatch(/^([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$/)

  const { rows } = await withClient(url, (client) => client.query('SELECT * FROM "SetupCode"'))
  expect(rows).toMatchObject([
    { id: 1, codeHash: createHash('sha256').update(`${code}`).digest('hex') },
  ])

  await withClient(url, (client) =>
    client.query(`INSERT INTO "Newsroom" (id, slug, name) VALUES ('n', 'desk', 'The Desk')`),
  )
  expect(await offerSetupCode(url)).toBeNull()
})
