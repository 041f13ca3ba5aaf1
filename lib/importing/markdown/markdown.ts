import { Marked, type MarkedExtension, type Tokens } from 'marked'
import type { DocumentNote } from '@/lib/domain/articles/document-note'
import { Refusal } from '@/lib/domain/refusal'
import type { Block } from '@/lib/domain/text/blocks'
import { Ledger } from '../account/ledger'
import { hasWords } from '../account/words'
import { blocksOfHtml } from '../html/html'
import { escaped, footnotes } from './footnotes'
import { MeantTokenizer } from './meant-tokenizer'
import { sourceWordsOfMarkdown } from './source-words'

/**
 * Reads Markdown (GitHub's kind, with footnotes) as blocks, and gives the letters and digits of all that is in it. Raw
 * HTML is read as HTML. YAML front matter is left out, and told. Refuses what is nested too deep.
 */
export function blocksOfMarkdown(
  text: string,
  ledger: Ledger = new Ledger(),
  language = 'en',
): { blocks: Block[]; source: string; notes: DocumentNote[] } {
  const body = text.replace(FRONT_MATTER, (front) => frontMatter(front, ledger))
  const { blocks, notes } = blocksOfHtml(htmlOf(body, ledger), ledger, language)
  return { blocks, notes, source: sourceWordsOfMarkdown(text) }
}

/** Lines of `key: value`, lists and comments between two rules; two rules around prose are just rules. */
const FRONT_MATTER = /^---[ \t]*\r?\n(?:(?:[\w-]+:|[ \t]+\S|- |#)[^\n]*\n)+---[ \t]*(?:\r?\n|$)/

function frontMatter(front: string, ledger: Ledger): string {
  const words = front.replace(/^---|---\s*$/g, '').trim()
  const option = ledger.choose('front', 'out')
  ledger.write('front', option, { words, took: option === 'out' ? words : '' })
  return option === 'in' ? `<pre>${escaped(words)}</pre>\n\n` : ''
}

function htmlOf(source: string, ledger: Ledger): string {
  const tokenizer = new MeantTokenizer()
  tokenizer.source = source
  const marked = new Marked().setOptions({ gfm: true, async: false, tokenizer })
  marked.use({ extensions: footnotes(source) }, telling(ledger))
  try {
    return marked.parse(source, { async: false })
  } catch {
    // The parser is recursive: thousands of nested quotes overflow its stack.
    throw new Refusal('invalid', 'Stet cannot read this Markdown. Paste it as plain text instead.')
  }
}

/** Writes down what Markdown does not print: addresses, the names of languages, comments. */
function telling(ledger: Ledger): MarkedExtension {
  const tell = (kind: 'address' | 'markup', words: string) => {
    if (hasWords(words)) ledger.write(kind, null, { words: words.trim(), took: words })
  }
  return {
    walkTokens(token) {
      if (token.type === 'link' || token.type === 'image') {
        tell('address', withoutOnce(token.raw, token.text).replace(/^!?\[ \]/, ''))
      }
      if (token.type === 'def') tell('address', token.raw)
      if (token.type === 'code' && token.lang) tell('markup', token.lang)
    },
    renderer: {
      checkbox: ({ checked }) => (checked ? '[x] ' : '[ ] '),
      html: ({ text }) => text.replace(/<!--([\s\S]*?)-->/g, (_, words) => comment(words, ledger)),
      list(token) {
        if (!token.ordered) return false
        const items = numbered(token, ledger).map(({ item, value, after }) =>
          this.listitem(item).replace('<li>', `<li value="${value}" data-after="${after}">`),
        )
        return `<ol data-numbers="written">\n${items.join('')}</ol>\n`
      },
    },
  }
}

const withoutOnce = (text: string, part: string) => text.replace(part, () => ' ')

function comment(words: string, ledger: Ledger): string {
  if (!hasWords(words)) return ''
  const option = ledger.choose('hidden', 'out')
  ledger.write('hidden', option, { words: words.trim(), took: option === 'out' ? words : '' })
  return option === 'in' ? escaped(words) : ''
}

/** A list's items with their numbers as they are written; where all are the same, a program was to count them. */
function numbered({ items }: Tokens.List, ledger: Ledger) {
  const all = items.map((item) => {
    const [, value = '1', after = '.'] = /^\s*(\d{1,9})([.)])/.exec(item.raw) ?? []
    return { item, value: Number(value), after }
  })
  const [first] = all
  if (!first || all.some(({ value }) => value !== first.value)) return all
  const counted = all.map((one, at) => ({ ...one, value: first.value + at }))
  const list = (numbers: typeof all) => numbers.map(({ value }) => `${value}.`).join(' ')
  ledger.write('number', null, { words: list(counted), took: list(all), put: list(counted) })
  return counted
}
