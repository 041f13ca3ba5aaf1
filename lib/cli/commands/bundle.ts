import type { Command } from 'commander'
import { outputOf } from './output'
import { within } from './within'

/** `stet bundle`. */
export function addBundle(program: Command): void {
  program
    .command('bundle')
    .description('makes the evidence bundle of an article, as one person sees it')
    .argument('<article>', 'as newsroom/slug, by its address in the browser, or its slug alone')
    .requiredOption('--as <email>', 'whose bundle it is: it holds what this member may see')
    .option('-o, --output <file>', 'where to, or - for standard output; nothing is overwritten')
    .addHelpText('after', EXAMPLES)
    .action(async (article: string, options: Options, command: Command) => {
      const output = outputOf(command)
      if (options.output === '-' && output.isJson) {
        command.error('error: --json and the bundle cannot both go to standard output')
      }
      await within(command, async () => {
        const { makeBundle } = await import('../desk/make-bundle')
        const made = await untilStopped((unwanted) =>
          makeBundle({ article, ...options, report: output.progress, unwanted }),
        )
        if (made.file === '-') return
        const { file, revision, headline, madeFor, hasLog, leftOut } = made
        const log = hasLog ? 'with the log' : `without the log, which ${madeFor} may not read`
        const lines = [
          `${file} is the evidence on revision ${revision} of “${headline}”, for ${madeFor}, ${log}.`,
          ...leftOut.map((sentence) => `Left out: ${sentence}`),
          `It can be verified anywhere: npx stet verify ${file}`,
        ]
        output.done(made, lines.join('\n'))
      })
    })
}

interface Options {
  as: string
  output?: string
}

const EXAMPLES = `
It is made as the page of the report makes it, stays with that person's bundles there, and is in the log.
Without -o it is written here under the name that the page gives it. Ctrl-C calls it off.

  npx stet bundle desk/bridge --as ada@example.org -o bridge.zip
  npx stet bundle bridge --as ada@example.org --json | jq -r .sha256
  npx stet verify bridge.zip`

/** Does something that can be called off from the terminal, once; a second Ctrl-C ends the process. */
async function untilStopped<T>(work: (unwanted: AbortSignal) => Promise<T>): Promise<T> {
  const stopped = new AbortController()
  const stop = () => stopped.abort()
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const name of signals) process.once(name, stop)
  try {
    return await work(stopped.signal)
  } finally {
    for (const name of signals) process.off(name, stop)
  }
}
