import type { Command } from 'commander'
import { outputOf } from './output'
import { addressOfStet, within } from './within'

/** `stet users`. */
export function addUsers(program: Command): void {
  const users = program.command('users').description('the accounts of an installation')

  users
    .command('list')
    .description('everybody who has an account, with newsroom and role')
    .action(async (_options: object, command: Command) => {
      await within(command, async () => {
        const { listAccounts } = await import('./accounts')
        const accounts = await listAccounts()
        const lines = accounts.map(({ email, name, newsroom, role, isGone }) =>
          [email, name, newsroom, isGone ? `${role}, removed` : role].join('\t'),
        )
        outputOf(command).done(accounts, lines.join('\n') || 'There are no accounts yet.')
      })
    })

  users
    .command('password-link')
    .description('a link by which somebody chooses a new password: it works once, for a day')
    .argument('<address>', 'the email address of the account')
    .action(async (email: string, _options: object, command: Command) => {
      await within(command, async () => {
        const { makeOperatorLink } = await import('./accounts')
        const { secret } = await makeOperatorLink({ email })
        const link = new URL(`/new-password/${secret}`, addressOfStet()).href
        outputOf(command).done({ email, link }, link)
      })
    })

  users
    .command('reset-second-factor')
    .description(
      'takes the second factor of somebody away, whose authenticator and recovery codes are lost: make sure that it is they who ask',
    )
    .argument('<address>', 'the email address of the account')
    .action(async (email: string, _options: object, command: Command) => {
      await within(command, async () => {
        const { resetSecondFactorByOperator } = await import('./accounts')
        await resetSecondFactorByOperator({ email })
        const said = `${email} has no second factor any more: the password alone opens until they set up another.`
        outputOf(command).done({ email, isReset: true }, said)
      })
    })
}
