import { numberOf } from './numbered'
import { type Element, isElement, isText, type Node, type Parent } from './tree'

/** A line or paragraph of an article. */
export interface ArticleBlock {
  kind: 'paragraph' | 'heading' | 'item' | 'quote' | 'row' | 'preformatted'
  text: string
  /** How many UTF-16 units of the text are links. */
  linked: number
  /** The number of the element that it is the words of, in a page whose elements have one; null where it has none. */
  at: number | null
  /** Whether it is not all of that element: words between its other blocks. */
  isLoose: boolean
}

/** The blocks of a part of a page in the order of reading, their white space as a browser shows it. Depth is bounded by the parser. */
export function blocksOf(root: Parent): ArticleBlock[] {
  const gatherer = new Gatherer()
  for (const node of root.childNodes) gatherer.read(node)
  gatherer.finish()
  return gatherer.blocks
}

type Kind = ArticleBlock['kind']

class Gatherer {
  readonly blocks: ArticleBlock[] = []
  #line = ''
  #linked = 0
  #kind: Kind = 'paragraph'
  #isLink = false
  #at: number | null = null
  #isLoose = false

  read(node: Node): void {
    if (isText(node)) this.#add(node.value)
    else if (isElement(node)) this.#element(node)
  }

  finish(): void {
    const lines = this.#kind === 'preformatted' ? [this.#line.trimEnd()] : shownLines(this.#line)
    const text = lines.join('\n')
    const linked = Math.min(this.#linked, text.length)
    if (text.trim() !== '') {
      this.blocks.push({ kind: this.#kind, text, linked, at: this.#at, isLoose: this.#isLoose })
    }
    this.#line = ''
    this.#linked = 0
  }

  #element(element: Element): void {
    const name = element.tagName
    if (UNSEEN.has(name)) return
    if (name === 'br') this.#line += '\n'
    if (name === 'td' || name === 'th') this.#line += this.#line.trim() === '' ? '' : ' | '
    const kind = this.#kindOf(name)
    const outer = {
      ...{ kind: this.#kind, isLink: this.#isLink },
      ...{ at: this.#at, isLoose: this.#isLoose },
    }
    if (kind) {
      this.finish()
      this.#kind = kind
      const own = numberOf(element)
      this.#at = own ?? this.#at
      this.#isLoose = own === null
    }
    if (name === 'a') this.#isLink = true
    for (const child of element.childNodes) this.read(child)
    if (kind) this.finish()
    this.#kind = outer.kind
    this.#isLink = outer.isLink
    this.#at = outer.at
    this.#isLoose = outer.isLoose
  }

  /** What a block element begins, or null for one that goes on with its line; a row is one line, whatever is in it. */
  #kindOf(name: string): Kind | null {
    const own = KINDS.get(name)
    if (this.#kind === 'row') return own === 'row' ? own : null
    if (own) return own
    if (!BLOCKS.has(name)) return null
    return this.#kind === 'quote' || this.#kind === 'item' ? this.#kind : 'paragraph'
  }

  #add(text: string): void {
    const shown = this.#kind === 'preformatted' ? text : text.replace(/[ \t\n\r\f]+/g, ' ')
    this.#line += shown
    if (this.#isLink) this.#linked += shown.length
  }
}

function shownLines(line: string): string[] {
  return line
    .split('\n')
    .map((one) => one.replace(/[\s\u200b\ufeff]+/g, ' ').trim())
    .filter(Boolean)
}

const UNSEEN = new Set('script style template noscript title head'.split(' '))

const KINDS = new Map<string, Kind>([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name): [string, Kind] => [name, 'heading']),
  ['li', 'item'],
  ['dt', 'item'],
  ['dd', 'item'],
  ['blockquote', 'quote'],
  ['tr', 'row'],
  ['pre', 'preformatted'],
])

const BLOCKS = new Set(
  `address article aside body caption center details div dl fieldset figcaption figure footer form header hgroup hr
  legend listing main menu ol p section summary table tbody tfoot thead ul xmp`.split(/\s+/),
)
