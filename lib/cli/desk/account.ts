import { DOCUMENT_NOTE_KINDS } from '../../domain/articles/document-note'
import { keysOf } from '../../domain/vocabulary'
import { LINE_KINDS, type Line, type LineKind } from '../../importing/account/line'
import type { ReadArticle } from './read-article'

/** What an import made of its source, in lines: whatever does not stand in the text as it stood there, kind by kind. */
export function accountOf({ lines, beside = {}, item, encoding }: ReadArticle): string[] {
  const said = keysOf(DOCUMENT_NOTE_KINDS).flatMap((kind) => {
    const count = beside[kind] ?? 0
    const name = DOCUMENT_NOTE_KINDS[kind].toLowerCase()
    return count > 0 ? `${count} ${name}${count === 1 ? '' : 's'}` : []
  })
  return [
    summaryOf(lines),
    ...KINDS.flatMap((kind) => groupOf(lines.filter((line) => line.kind === kind))),
    ...(said.length > 0 ? [`It also has ${said.join(', ')}.`] : []),
    ...(encoding?.from === 'guessed' ? [`Read as ${encoding.name}, which was guessed.`] : []),
    ...(item?.status
      ? [`Its status is “${item.status}”: it is not meant to be printed as it is.`]
      : []),
  ]
}

const KINDS = Object.keys(LINE_KINDS) as LineKind[]

function summaryOf(lines: readonly Line[]): string {
  if (lines.length === 0) return 'Every letter and digit of the source is in the text.'
  return lines.some(({ kind }) => kind === 'missing')
    ? 'Some words of the source are not in the text.'
    : 'Every letter and digit of the source is in the text or in these lines.'
}

/** The most lines of a kind whose words are shown, and of how many UTF-16 units each. */
const SHOWN = { lines: 8, length: 60 }

function groupOf(lines: readonly Line[]): string[] {
  const [first] = lines
  if (!first) return []
  const { label, options } = LINE_KINDS[first.kind]
  const done: string | undefined = Reflect.get(options, first.option ?? '')
  const words = lines
    .slice(0, SHOWN.lines)
    .map((line) => line.words.replace(/\s+/g, ' ').slice(0, SHOWN.length))
  const more = lines.length > SHOWN.lines ? ' …' : ''
  const what = done
    ? `${label} (${lines.length}, ${done.toLowerCase()})`
    : `${label} (${lines.length})`
  return [`${what}: ${words.join(' · ')}${more}`]
}
