import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeDatabase } from '@/lib/testing/database/isolated-database'
import { withClient } from '../postgres/access'
import { offerSetupCode } from './setup-code'

test('a code is offered until there is a newsroom, and only its hash is stored', async () => {
  const { owner: url } = await makeDatabase('setup')
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
