import { type Command, InvalidArgumentError, Option } from 'commander'
import { languageOf } from '../../domain/articles/language'
import { Findings } from './findings'
import { outputOf } from './output'
import { addressOfStet, within } from './within'

/** `stet import`. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description('brings articles in from files, each by itself')
    .argument(
      '<file...>',
      'as .docx, .odt, .rtf, .html, .md, .txt or .json (ninjs); - is standard input',
    )
    .requiredOption('--newsroom <slug>', 'where to')
    .requiredOption('--as <email>', 'the member who brings them in')
    .option(
      '--writer <email>',
      'who wrote them, besides a writer who brings them; may be given again',
      more,
    )
    .option('--editor <email>', 'who edits them; else whoever brings them, if they are an editor')
    .option('--deadline <when>', 'as 2026-12-04T18:00, on this machine’s clock', moment)
    .option('--language <code>', 'of the text, as en or tr (BCP 47)', languageCode)
    .option('--headline <words>', 'of one file, instead of the headline in its text')
    .addOption(new Option('--format <format>', 'what standard input holds').choices(FORMATS))
    .option('--again', 'also an item or page that the desk has already, as another article')
    .option('--dry-run', 'only read them and give the account; nothing is brought in')
    .addHelpText('after', EXAMPLES)
    .action(async (files: string[], options: Options, command: Command) => {
      refuseUnclear(files, options, command)
      const output = outputOf(command)
      await within(command, async () => {
        const { bringFiles } = await import('../desk/bring-files')
        const { writer: writers = [], ...wanted } = options
        const outcomes = await bringFiles({ files, writers, ...wanted, report: output.progress })
        const { outcomeAsValue, outcomesInWords, refusalsInWords } = await import(
          '../desk/outcomes'
        )
        const origin = addressOfStet()
        const words = outcomesInWords(outcomes, origin)
        const value = { files: outcomes.map((one) => outcomeAsValue(one, origin)) }
        if (output.isJson || words) output.done(value, words)
        const refusals = refusalsInWords(outcomes)
        if (refusals && !output.isJson) console.error(refusals)
        if (refusals) throw new Findings()
      })
    })
}

interface Options {
  newsroom: string
  as: string
  writer?: string[]
  editor?: string
  deadline?: string
  language?: string
  headline?: string
  format?: string
  again?: boolean
  dryRun?: boolean
}

const FORMATS = ['docx', 'odt', 'rtf', 'html', 'md', 'txt', 'json']

const EXAMPLES = `
They are read as on the page that brings articles in, and the account says what does not stand in the text as it stood
in the file. One that is refused hinders no other, and is named at the end; then the exit code is 1.

  npx stet import bridge.docx --newsroom desk --as ada@example.org --writer tom@example.org
  npx stet import drafts/*.odt --newsroom desk --as ada@example.org --deadline 2026-12-04T18:00
  curl -s https://agency.example/item | npx stet import - --format json --newsroom desk --as wire@example.org
  npx stet import bridge.rtf --newsroom desk --as ada@example.org --dry-run --json | jq '.files[].account'`

const more = (value: string, before: string[] = []) => [...before, value]

function moment(text: string): string {
  const at = new Date(text)
  if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text) && !Number.isNaN(at.getTime())) {
    return at.toISOString()
  }
  throw new InvalidArgumentError('It is a date and time, as 2026-12-04T18:00.')
}

function languageCode(text: string): string {
  if (languageOf(text)) return text
  throw new InvalidArgumentError('It is a code such as en, tr or zh-Hant.')
}

function refuseUnclear(files: readonly string[], { format, headline }: Options, command: Command) {
  const isRead = files.filter((file) => file === '-').length
  if (isRead > 1) command.error('error: standard input can be read once')
  if (isRead === 1 && !format) command.error('error: say by --format what standard input holds')
  if (isRead === 0 && format) command.error('error: --format is for standard input, which is -')
  if (headline && files.length > 1) command.error('error: --headline is for one file')
}
