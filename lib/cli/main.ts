import { Command, CommanderError } from 'commander'
import { explain } from '../server/os/explain-failure'
import { checkSettings } from '../server/settings/settings'
import { addBackup } from './commands/backup'
import { addBundle } from './commands/bundle'
import { addDoctor } from './commands/doctor'
import { Findings } from './commands/findings'
import { addImport } from './commands/import'
import { addReport } from './commands/report'
import { addUsers } from './commands/users'
import { addVerify } from './commands/verify'

/**
 * Runs one command line (`stet …`) and gives its exit code: 0 where all went well, 1 where something is wrong that was
 * asked about or could not be done, 2 where the command line or the settings are not understood.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const program = new Command('stet')
    .description('Looks after an installation of Stet, and takes articles in and out of it.')
    .option('--json', 'say what comes out as JSON, one value, on standard output')
    .option('--demo', 'work on the demonstration, which has a database of its own')
    .exitOverride()
    .configureOutput({
      writeOut: (said) => console.log(said.trimEnd()),
      writeErr: (said) => console.error(said.trimEnd()),
    })
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      'after',
      '\nIt works on the installation that the settings name (docs/settings.md), running or not.\nIt ends with 0 if all is well, 1 if not, 2 if it was asked for something that it does not know.',
    )
  program.hook('preAction', () => checkSettings(process.env))
  for (const add of [addImport, addReport, addBundle, addBackup, addDoctor, addUsers, addVerify])
    add(program)
  try {
    await program.parseAsync(argv)
    return 0
  } catch (error) {
    return codeOf(error)
  }
}

function codeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof Findings) return 1
  const said = explain(error)
  console.error(said ?? error)
  return Object(error).reason === 'invalid' && /See docs\/settings/.test(said ?? '') ? 2 : 1
}
