import type { DocumentNote } from '@/lib/domain/articles/document-note'
import type { ItemFacts } from '@/lib/domain/articles/item-version'
import { Refusal } from '@/lib/domain/refusal'
import { type Block, layOut } from '@/lib/domain/text/blocks'
import { Ledger } from '../account/ledger'
import { hasWords } from '../account/words'
import type { Beside } from '../html/beside'
import { markedBlocksOfHtml } from '../html/html'
import { parseJson } from '../json/parse-json'
import { isObject, type Json } from '../json/values'
import { blocksOfMarkdown } from '../markdown/markdown'
import { blocksOfPlainText } from '../plain/plain-text'
import { type BodyFormat, bodiesOf } from './bodies'
import { captionsOf } from './captions'
import { bylineOf, headlineOf, itemFactsOf } from './item-facts'
import { itemOf, leavesOf, type Placed, property, said } from './values'

/**
 * Reads an item of ninjs (IPTC News in JSON 1.x, 2.x and 3.x) as blocks: its headline, its body and the captions of its
 * pictures, with what its body says beside its text. Whatever else it says is told in the account. Refuses what is no item
 * of a text, and says why and where.
 */
export function blocksOfNinjs(
  content: string,
  ledger: Ledger = new Ledger(),
  language = 'en',
): { blocks: Block[]; source: string; notes: DocumentNote[]; item: ItemFacts } {
  const item = itemOf(onlyItem(parseJson(content)))
  assertText(item)
  const [body, ...others] = bodiesOf(item)
  const read = READERS[body.format ?? 'text'](body.value, ledger)
  /** What stands in the text in place of a value of the item. */
  const used = new Map([[body.path, read.source]])

  const headline = headlineOf(item)
  const blocks = withHeadline(read.blocks, headline?.text ?? '')
  if (headline && blocks.length > read.blocks.length) used.set(headline.path, headline.text)
  putByline(item, blocks, { ledger, used })
  putCaptions(item, blocks, { ledger, used })
  for (const { path, value } of others) {
    ledger.write('twin', null, { words: `${path.replace(/\/value$/, '')}: ${value}`, took: value })
    used.set(path, value)
  }
  return {
    ...withNotes(blocks, read.beside, language),
    source: accountData(item, { ledger, used }),
    item: itemFactsOf(item),
  }
}

/** Where things hang on the body is counted when its blocks stand with the others. */
function withNotes(blocks: Block[], beside: Beside | undefined, language: string) {
  if (!beside) return { blocks, notes: [] }
  const { blocks: own, edges } = beside.marks.takeOut(blocks)
  return { blocks: own, notes: beside.said({ ...layOut(own), language }, edges) }
}

interface Account {
  ledger: Ledger
  used: Map<string, string>
}

interface Body {
  blocks: Block[]
  source: string
  /** What markup says beside its text, signs for which stand in the blocks. */
  beside?: Beside
}

const READERS: Record<BodyFormat, (body: string, ledger: Ledger) => Body> = {
  html: markedBlocksOfHtml,
  text: (body, ledger) => unguessed(blocksOfPlainText(body, ledger)),
  markdown: (body, ledger) => {
    const read = blocksOfMarkdown(body, ledger)
    return /^#{1,6}\s/m.test(body) ? read : unguessed(read)
  },
}

/** The item says which its headline is, so none has to be guessed. */
function unguessed(read: Body): Body {
  const blocks = read.blocks.map((block) =>
    block.kind === 'headline' || block.kind === 'dek'
      ? { ...block, kind: 'paragraph' as const }
      : block,
  )
  return { source: read.source, blocks }
}

/** The headline is a block of its own, once: bodies have it at their beginning or not. */
function withHeadline(blocks: readonly Block[], headline: string): Block[] {
  const at = blocks.slice(0, 3).findIndex(({ text }) => folded(text) === folded(headline))
  if (headline === '') return [...blocks]
  const others = blocks.map(
    (block, index): Block =>
      index !== at && block.kind === 'headline' ? { ...block, kind: 'subhead' } : block,
  )
  const first: Block = { kind: 'headline', text: blocks[at]?.text ?? headline }
  return at === -1 ? [first, ...others] : others.with(at, first)
}

function putByline(item: Placed, blocks: Block[], { ledger, used }: Account): void {
  const byline = bylineOf(item)
  if (!byline) return
  const { path, text } = byline
  const option = ledger.choose('byline', 'out')
  ledger.write('byline', option, { words: text, took: option === 'out' ? text : '' })
  used.set(path, text)
  if (option === 'in') blocks.splice(blocks[0]?.kind === 'headline' ? 1 : 0, 0, asParagraph(text))
}

const asParagraph = (text: string): Block => ({ kind: 'paragraph', text })

/** Those that the body has already stand there. */
function putCaptions(item: Placed, blocks: Block[], { ledger, used }: Account): void {
  const there = new Set(blocks.map(({ text }) => folded(text)))
  for (const { path, text } of captionsOf(item)) {
    if (there.has(folded(text))) continue
    there.add(folded(text))
    const option = ledger.choose('caption', 'in')
    ledger.write('caption', option, { words: text, took: option === 'out' ? text : '' })
    used.set(path, text)
    if (option === 'in') blocks.push({ kind: 'caption', text })
  }
}

/** Writes down what else the item says, a line for each of its properties, and gives the words of all of it. */
function accountData(item: Placed, { ledger, used }: Account): string {
  const words: string[] = []
  const data = new Map<string, string[]>()
  for (const { path, text } of leavesOf(item)) {
    words.push(used.get(path) ?? text)
    if (used.has(path) || !hasWords(text)) continue
    const [name = ''] = path.split('/')
    const known = data.get(name)
    if (known) known.push(text)
    else data.set(name, [text])
  }
  for (const [name, texts] of data) {
    ledger.write('data', null, { words: `${name}: ${texts.join(' · ')}`, took: texts.join(' ') })
  }
  return words.join('\n')
}

function onlyItem(json: unknown): Json {
  const items = Array.isArray(json) ? json : [json]
  const [item] = items
  if (items.length > 1 && items.every(isObject)) {
    const count = items.length.toLocaleString('en')
    throw new Refusal('invalid', `This has ${count} items. Open the one that has the article.`)
  }
  const isNinjs = isObject(item) && Object.keys(item).some((key) => KNOWN.test(key))
  if (!isNinjs) throw new Refusal('invalid', NO_ITEM)
  return item
}

/** What an item of ninjs has at least one of. */
const KNOWN = /^(?:uri|headlines?|bodies|body_\w+|versioncreated|representationtype)$/i

const NO_ITEM =
  'This is JSON, and no ninjs item: it has no “uri”, no headline and no body. Stet reads ninjs 1, 2 and 3.'

function assertText(item: Placed): void {
  const type = said(property(item, 'type'))
  if (type === '' || TEXTS.has(type.toLowerCase())) return
  throw new Refusal(
    'invalid',
    `This ninjs item is of type “${type.slice(0, 40)}”, and an article is of type “text”. Open the item that has the text.`,
  )
}

const TEXTS = new Set(['text', 'composite', 'article'])

const folded = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
