/**
 * Makes the demonstration's newsroom in DATABASE_URL, for the accounts in the file STET_DEMO_ACCOUNTS, unless it is there, and the
 * draft in Word to try it with at STET_DEMO_DRAFT.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { disconnect } from '@/lib/db/client'
import { Refusal } from '@/lib/domain/refusal'
import { offerSetupCode } from '@/lib/server/launch/setup-code'
import { draftInWord } from './demo/draft'
import { hasDemo, makeDemo } from './demo/newsroom'

const environment = z.object({
  DATABASE_URL: z.string(),
  STET_DEMO_ACCOUNTS: z.string(),
  STET_DEMO_DRAFT: z.string(),
})

const accounts = z.array(
  z.object({
    role: z.enum(['admin', 'editor', 'checker', 'writer']),
    name: z.string(),
    email: z.string(),
    password: z.string(),
  }),
)

try {
  console.log(await seed())
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  await disconnect()
}

async function seed(): Promise<string> {
  const { DATABASE_URL, STET_DEMO_ACCOUNTS, STET_DEMO_DRAFT } = environment.parse(process.env)
  writeFileSync(STET_DEMO_DRAFT, await draftInWord(), { mode: 0o600 })
  if (await hasDemo()) return 'The demo newsroom is there already.'

  const code = await offerSetupCode(DATABASE_URL)
  if (!code) {
    throw new Refusal('conflict', 'This database has a newsroom, so the demo is not put beside it.')
  }
  await makeDemo(accounts.parse(JSON.parse(readFileSync(STET_DEMO_ACCOUNTS, 'utf8'))), code)
  return 'The demo newsroom is made.'
}
