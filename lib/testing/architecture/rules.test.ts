import { describe, expect, test } from 'vitest'
import { violations } from './rules'

describe('a planted violation is found:', () => {
  test.each([
    ['lib/domain/a.ts', `import { db } from '../db/client'`, 'may not use lib/db/client'],
    [
      'lib/domain/a.ts',
      `import { readFileSync } from 'node:fs'`,
      'may not use the package node:fs',
    ],
    ['lib/domain/a.ts', `export { a } from '@/lib/db/a'`, 'may not use lib/db/a'],
    ['lib/keys/signing-key.ts', `import { db } from '../db/client'`, 'may not use lib/db/client'],
    ['lib/db/a.ts', `import { can } from '../auth/actor'`, 'may not use lib/auth/actor'],
    ['lib/db/a.ts', `import type { A } from '../commands/a'`, 'may not use lib/commands/a'],
    ['lib/auth/a.ts', `import { a } from '../commands/a'`, 'may not use lib/commands/a'],
    ['lib/auth/passwords.ts', `import { a } from '../db/a'`, 'may not use lib/db/a'],
    ['lib/importing/a.ts', `import { findClaim } from '../db/claims'`, 'may not use lib/db/claims'],
    ['lib/reports/a.ts', `const a = await import('../db/a')`, 'may not use lib/db/a'],
    ['lib/live/a.ts', `import '../auth/actor'`, 'may not use lib/auth/actor'],
    [
      'lib/commands/a.ts',
      `import { findActor } from '../auth/actor'`,
      'may not use lib/auth/actor',
    ],
    ['lib/server/a.ts', `import { findClaim } from '../db/claims'`, 'may not use lib/db/claims'],
    [
      'lib/forms/form-action.ts',
      `import * as a from '../commands/a'`,
      'may not use lib/commands/a',
    ],
    ['lib/actions.ts', `import { findClaim } from './db/claims'`, 'may not use lib/db/claims'],
    ['components/a.tsx', `import { a } from '@/lib/commands/a'`, 'may not use lib/commands/a'],
    ['components/a.tsx', `import { a } from '@/app/page'`, 'may not use app/page'],
    [
      'lib/commands/a.ts',
      `import { aNewsroom } from '../testing/newsroom'`,
      'may not use lib/testing/newsroom',
    ],
    ['proxy.ts', `import { findActor } from './lib/auth/actor'`, 'may not use lib/auth/actor'],
    ['lib/cellar/a.ts', '', 'stands in no part of the house'],
    [
      'app/a/page.tsx',
      `import { a } from '@/lib/commands/a'`,
      'may not use lib/commands/a outside a route handler',
    ],
    [
      'lib/auth/a.ts',
      `import { PrismaClient } from '@prisma/client'`,
      'may not use the package @prisma/client',
    ],
    [
      'lib/server/a.ts',
      `import { PrismaClient } from '@prisma/client'`,
      'may not use the package @prisma/client',
    ],
    [
      'lib/commands/a.ts',
      `import type { Prisma } from '../db/generated/client'`,
      'may not use lib/db/generated/client',
    ],
    ['lib/commands/a.ts', `import { db } from '../db/client'`, 'asks the database past lib/db'],
    [
      'components/a.tsx',
      `import { findClaim } from '@/lib/db/claims'`,
      'draws findClaim from lib/db/claims, and not only types',
    ],
    [
      'components/a.tsx',
      `import {\n  type Claim,\n  findClaim,\n} from '@/lib/db/claims'`,
      'draws findClaim from lib/db/claims, and not only types',
    ],
    [
      'app/a/page.tsx',
      `import { insertClaim } from '@/lib/db/claims'`,
      'writes with insertClaim, and is no command',
    ],
    [
      'app/a/route.ts',
      `import { findClaim, updateClaim as u } from '@/lib/db/claims'`,
      'writes with updateClaim, and is no command',
    ],
    [
      'app/a/page.tsx',
      `import * as claims from '@/lib/db/claims'`,
      'imports everything of lib/db/claims',
    ],
    [
      'lib/auth/a.ts',
      `import { insertMembership } from '../db/newsroom/onboarding'`,
      'writes with insertMembership, and is no command',
    ],
    [
      'prisma/seed.ts',
      `import { insertUser } from '@/lib/db/newsroom/onboarding'`,
      'writes with insertUser, and is no command',
    ],
    [
      'lib/jobs/a.ts',
      `import { insertJob, updateJobDone } from '@/lib/db/jobs/queue'`,
      'writes with insertJob, and is no command',
    ],
    [
      'lib/commands/a.ts',
      `import { giveVerdict } from './verdicts'`,
      'is a command that uses another: giveVerdict',
    ],
    ['lib/commands/a.ts', `const actor = { role } as Actor`, 'makes its own actors'],
    ['app/a/page.tsx', `const actor = {} as unknown as Actor`, 'makes its own actors'],
    ['app/a/page.tsx', `if (actor.role === 'admin') show()`, 'compares roles'],
    ['components/a.tsx', `return 'editor' !== actor.role`, 'compares roles'],
    ['lib/commands/a.ts', `['admin', 'editor'].includes(role)`, 'compares roles'],
    ['components/a.tsx', `'use server'\n`, 'opens an endpoint to browsers outside lib/actions'],
    ['lib/db/a.ts', 'db().$queryRawUnsafe(sql)', 'puts words into SQL'],
    ['lib/evidence/a.ts', `import { db } from '../db/client'`, 'may not use lib/db/client'],
    [
      'lib/evidence/a.ts',
      `import { request } from 'node:https'`,
      'reaches the network past lib/evidence/outgoing',
    ],
    [
      'lib/importing/a.ts',
      `import * as http from 'http'`,
      'reaches the network past lib/evidence/outgoing',
    ],
    [
      'lib/auth/a.ts',
      `import { isIP, connect } from 'node:net'`,
      'reaches the network past lib/evidence/outgoing',
    ],
    [
      'lib/live/a.ts',
      `const { lookup } = await import('dns/promises')`,
      'reaches the network past lib/evidence/outgoing',
    ],
    [
      'lib/server/a.ts',
      `import { createServer } from 'node:net'`,
      'reaches the network past lib/evidence/outgoing',
    ],
    [
      'app/a/route.ts',
      `import { fetch } from 'undici'`,
      'reaches the network past lib/evidence/outgoing',
    ],
    [
      'lib/jobs/handlers/a.ts',
      `import { createTransport } from 'nodemailer'`,
      'speaks to a mail server, which lib/mail/send-mail alone does',
    ],
    [
      'lib/auth/log-in.ts',
      `import { discovery } from 'openid-client'`,
      'speaks to an OpenID provider, which lib/auth/open-id/provider alone does',
    ],
    [
      'lib/evidence/outgoing/a.ts',
      `import SMTPConnection from 'nodemailer/lib/smtp-connection'`,
      'speaks to a mail server, which lib/mail/send-mail alone does',
    ],
    [
      'lib/mail/send-mail.ts',
      `import { connect } from 'node:net'`,
      'reaches the network past lib/evidence/outgoing',
    ],
    [
      'app/a/page.tsx',
      `import { sendMail } from '@/lib/mail/send-mail'`,
      'may not use lib/mail/send-mail',
    ],
    [
      'lib/auth/a.ts',
      'if (URL.canParse(to)) go(to)',
      'asks URL.canParse, which denies addresses that are some: use lib/domain/web-address',
    ],
    ['app/a/route.ts', 'await fetch(address)', 'reaches the network past lib/evidence/outgoing'],
    [
      'lib/evidence/outgoing/a.ts',
      'return fetch(address)',
      'reaches the network past lib/evidence/outgoing',
    ],
    [
      'lib/reports/a.ts',
      'globalThis.fetch(address)',
      'reaches the network past lib/evidence/outgoing',
    ],
    [
      'lib/reports/a.ts',
      'const ask = globalThis.fetch',
      'reaches the network past lib/evidence/outgoing',
    ],
    [
      'lib/db/a.ts',
      'export function findClaim(id: string) {\n  return null\n}',
      'findClaim asks for no actor',
    ],
    [
      'lib/db/a.ts',
      'export async function insertIt({ id }: Row): Promise<void> {\n}',
      'insertIt asks for no actor',
    ],
    [
      'lib/db/a.ts',
      'export const everything = async () => {\n  db().claim\n}',
      'everything asks for no actor',
    ],
  ])('%s: %s', (file, code, violation) => {
    expect(violations(file, code, ['giveVerdict'])).toContain(violation)
  })
})

describe('what is in its place is left alone:', () => {
  test.each([
    ['lib/domain/a.ts', `import { z } from 'zod'\nimport { createHash } from 'node:crypto'`],
    ['lib/domain/policy.ts', `if (actor.role === 'admin') return true`],
    ['lib/auth/a.ts', `import { insertSession } from '../db/sessions'\nconst a = {} as Actor`],
    ['lib/commands/a.ts', `import { hashPassword } from '../auth/passwords'`],
    ['lib/commands/a.ts', `import { naming } from './claims'`],
    ['lib/server/a.ts', `import { bind } from '@prisma/schema-engine-wasm/schema_engine_bg'`],
    ['components/a.tsx', `import type { Claim } from '@/lib/db/claims'`],
    ['components/a.tsx', `import { type Claim, type Claims } from '@/lib/db/claims'`],
    ['components/a.tsx', `// if (role === 'admin') import { db } from '@/lib/db/client'`],
    ['app/api/route.ts', `import { giveVerdict } from '@/lib/commands/verdicts'`],
    ['lib/db/a.ts', 'export function findClaim(actor: Actor, id: string) {\n  return db()\n}'],
    ['lib/db/a.ts', 'export function lockIt({ newsroomId }: EventAuthor) {\n  return db()\n}'],
    ['lib/evidence/outgoing/a.ts', `import { request } from 'node:http'`],
    ['lib/auth/open-id/provider.ts', `import { discovery } from 'openid-client'`],
    ['lib/mail/send-mail.ts', `import MailComposer from 'nodemailer/lib/mail-composer'`],
    ['app/a/page.tsx', `import { isMailSet } from '@/lib/mail/settings'`],
    ['lib/auth/a.ts', `import type { IncomingMessage } from 'node:http'`],
    ['lib/auth/a.ts', `import { isIPv6 } from 'node:net'`],
    ['components/a.ts', `const answer = await fetch('/up')`],
    ['lib/evidence/a.ts', 'const page = await store.fetch(key)'],
    ['lib/db/a.ts', 'export function shaped(row: Row) {\n  return row\n}'],
  ])('%s: %s', (file, code) => {
    expect(violations(file, code, ['giveVerdict'])).toEqual([])
  })
})
