import { logIn, logOut } from '@/lib/auth/log-in'
import { actorOf } from '@/lib/auth/look-up-actor'
import { changeNewsroom, invite } from '@/lib/commands/newsroom/members'
import { acceptInvitation, foundNewsroom } from '@/lib/commands/newsroom/onboarding'
import { transaction } from '@/lib/db/client'
import { hasNewsroom } from '@/lib/db/newsroom/onboarding'
import type { Actor } from '@/lib/domain/policy'
import { bringDemoArticle, bringNote } from './articles'
import { readShipped } from './captures'
import { keepDemoLedger } from './ledger'
import { bringPublished } from './published'
import { bringSources } from './sources'

/** Who works in the demonstration. */
export type DemoRole = 'admin' | 'editor' | 'checker' | 'writer'

export interface DemoAccount {
  role: DemoRole
  name: string
  email: string
  password: string
}

const SLUG = 'demo'
const NAME = 'The Demo Desk'

/** Whether the demonstration's newsroom is there. */
export function hasDemo(): Promise<boolean> {
  return hasNewsroom(SLUG)
}

/** Makes the demonstration's newsroom, all of it or nothing, by the commands that people use. */
export async function makeDemo(accounts: readonly DemoAccount[], setupCode: string): Promise<void> {
  // No transaction waits for other processes.
  const shipped = await readShipped()
  return transaction(async () => {
    const of = (role: DemoRole) => accountOf(accounts, role)
    const admin = await found(of('admin'), setupCode)
    const editor = await join(admin, of('editor'))
    const checker = await join(admin, of('checker'))
    const writer = await join(admin, of('writer'))

    await bringNote({ editor, checker, writer })
    const sources = await bringSources(checker, shipped)
    await bringPublished({ admin, editor, checker, writer }, sources)
    const confirmedId = await bringDemoArticle({ editor, checker, writer }, sources)
    await keepDemoLedger({ editor, checker }, confirmedId)
    for (const { sessionId } of [admin, editor, checker, writer]) await logOut(sessionId)
  })
}

function accountOf(accounts: readonly DemoAccount[], role: DemoRole): DemoAccount {
  const account = accounts.find((one) => one.role === role)
  if (!account) throw new Error(`the demonstration has no ${role}`)
  return account
}

async function found(account: DemoAccount, code: string): Promise<Actor> {
  await foundNewsroom({ ...account, code, newsroom: SLUG })
  const admin = await enter(account)
  await changeNewsroom(admin, { name: NAME })
  return admin
}

async function join(admin: Actor, account: DemoAccount): Promise<Actor> {
  const { secret } = await invite(admin, { email: account.email, role: account.role })
  await acceptInvitation({ ...account, token: secret })
  return enter(account)
}

async function enter({ email, password }: DemoAccount): Promise<Actor> {
  const login = await logIn({ email, password })
  const actor = login && (await actorOf(login.sessionId, SLUG))
  if (!actor) throw new Error(`${email} cannot log in to the demonstration`)
  return actor
}
