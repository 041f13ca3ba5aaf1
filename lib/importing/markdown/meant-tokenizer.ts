import { Tokenizer, type Tokens } from 'marked'
import { isLiteral } from '../html/unknown-tags'

/**
 * Reads signs as Markdown only where people mean them so. A single tilde strikes nothing, `12. Juni` alone begins no
 * list, `[Anna]: Yes.` is no address, `<name>` no element, `<!--` without its end no comment, and a star inside a word or
 * between figures a star.
 */
export class MeantTokenizer extends Tokenizer {
  /** All of the source: whether an address's name is used is seen only there. */
  source = ''

  override del(...args: Parameters<Tokenizer['del']>) {
    return args[0].startsWith('~~') ? super.del(...args) : undefined
  }

  override emStrong(src: string, maskedSrc: string, prevChar = '') {
    const token = super.emStrong(src, maskedSrc, prevChar)
    if (!token || !src.startsWith('*')) return token
    const next = src.slice(token.raw.length, token.raw.length + 2)
    const within = token.type === 'em' ? WITHIN_WORD : /^\p{N}$/u
    const isWithin = within.test(lastOf(prevChar)) || within.test(firstOf(next))
    return isWithin ? asWritten<Tokens.Em>(/^\*+/.exec(src)?.[0] ?? '*') : token
  }

  /** What waits to be read within a list that is none is forgotten: the parser would take it for the paragraph before. */
  override list(src: string) {
    const { inlineQueue } = this.lexer
    const before = inlineQueue.length
    const token = super.list(src)
    const [only, another] = token?.items ?? []
    if (!token || !only || another) return token
    if (!token.ordered && !/^[\p{N}\p{Sc}]/u.test(only.text)) return token
    inlineQueue.length = before
    return undefined
  }

  override def(src: string) {
    const token = super.def(src)
    if (!token || !ADDRESS.test(token.href)) return undefined
    return countOf(this.source.toLowerCase(), `[${token.tag}]`) > 1 ? token : undefined
  }

  override html(src: string) {
    const token = super.html(src)
    return token && (isNamedUnknown(token.raw) || isOpenComment(token.raw)) ? undefined : token
  }

  override tag(src: string) {
    const token = super.tag(src)
    return token && isNamedUnknown(token.raw) ? asWritten<Tokens.Tag>(token.raw) : token
  }

  /** GitHub leaves out what a row has beyond its head. */
  override table(src: string) {
    const token = super.table(src)
    const lines = token?.raw.trimEnd().split('\n').slice(2) ?? []
    token?.rows.forEach((row, at) => {
      for (const text of cellsOf(lines[at] ?? '').slice(token.header.length)) {
        row.push({ text, tokens: this.lexer.inline(text), header: false, align: null })
      }
    })
    return token
  }
}

/** Words that stand as they are written; the parser takes a text wherever it asks for something else. */
const asWritten = <Token>(raw: string) =>
  ({ type: 'text', raw, text: raw, escaped: false }) as unknown as Token

/** Letters and digits of scripts with spaces: in others emphasis has to begin within what is no word. */
const WITHIN_WORD = /^(?![\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}])[\p{L}\p{N}]$/u

const ADDRESS = /^(?:[a-z][a-z\d+.-]*:(?:\/\/|\S*@)|mailto:|tel:|\/|#|\.{1,2}\/|www\.)/i

const firstOf = (text: string) => [...text][0] ?? ''
const lastOf = (text: string) => [...text].at(-1) ?? ''

function countOf(text: string, part: string): number {
  return text.split(part).length - 1
}

/** A comment that ends nowhere, which would take the rest of the text with it. */
const isOpenComment = (raw: string) => raw.trimStart().startsWith('<!--') && !raw.includes('-->')

function isNamedUnknown(raw: string): boolean {
  const name = /^\s*<\/?([a-z][^\s/>]*)/i.exec(raw)?.[1]
  return name !== undefined && isLiteral(name.toLowerCase(), raw.trim())
}

/** A row's cells as they are written; a bar after a backslash parts none. */
function cellsOf(line: string): string[] {
  const row = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  return row.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))
}
