import { type Command, InvalidArgumentError, Option } from 'commander'
import { outputOf } from './output'
import { addressOfStet, within } from './within'

/** `stet report`. */
export function addReport(program: Command): void {
  program
    .command('report')
    .description('writes the fact-check report of an article, as one person sees it')
    .argument('<article>', 'as newsroom/slug, by its address in the browser, or its slug alone')
    .requiredOption('--as <email>', 'whose report it is: it shows what this member may see')
    .addOption(
      new Option('--format <format>', 'what it is written as').choices(FORMATS).default('html'),
    )
    .option('--revision <number>', 'refuse unless this is the newest text', revisionNumber)
    .option('-o, --output <file>', 'where to, or - for standard output; nothing is overwritten')
    .addHelpText('after', EXAMPLES)
    .action(async (article: string, options: Options, command: Command) => {
      if (options.output === '-' && outputOf(command).isJson) {
        command.error('error: --json and the report cannot both go to standard output')
      }
      await within(command, async () => {
        const { writeReport } = await import('../desk/write-report')
        const made = await writeReport({ article, ...options, origin: addressOfStet() })
        if (made.file === '-') return
        outputOf(command).done(
          made,
          `${made.file} is the report on revision ${made.revision} of “${made.headline}”, as ${made.generatedBy} sees it.`,
        )
      })
    })
}

interface Options {
  as: string
  format: string
  revision?: number
  output?: string
}

const FORMATS = ['html', 'pdf', 'docx', 'md', 'xlsx', 'csv', 'json', 'annotations']

const EXAMPLES = `
It is what the page of the report hands out. Without -o it is written here under the name that the page gives it.

  npx stet report desk/bridge --as ada@example.org --format pdf
  npx stet report bridge --as ada@example.org --format json -o - | jq .claims
  npx stet report https://stet.example/desk/articles/bridge --as ada@example.org --revision 3 -o bridge.html`

function revisionNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It is a number from 1.')
}
