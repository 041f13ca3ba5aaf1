import type { DefaultTreeAdapterTypes } from 'parse5'
import { defaultTreeAdapter, Parser, type Token, type TreeAdapter } from 'parse5'
import { Refusal } from '@/lib/domain/refusal'
import type { Page } from './tree'

/** The longest page that is read, in UTF-16 units. */
export const LONGEST_PAGE = 16_000_000

/** Browsers stop nesting at 512 levels; an article of a newspaper stands above the sixtieth. */
const DEEPEST = 256

const MOST_ELEMENTS = 400_000

/**
 * Parses a page by the rules of the HTML Standard, and runs and loads nothing. What is nested more than 256 levels deep
 * stands at the deepest level, its words all there. `withPlaces` keeps where in the source each element is. Refuses a page that is too long or has too many elements.
 */
export function parsePage(html: string, { withPlaces = false } = {}): Page {
  if (html.length > LONGEST_PAGE) {
    throw new Refusal(
      'invalid',
      `This page has ${millions(html.length)} million characters; a page is read up to ${millions(LONGEST_PAGE)} million.`,
      { file: 'This page is too long to be read.' },
    )
  }
  return ShallowParser.parse(html, {
    scriptingEnabled: false,
    sourceCodeLocationInfo: withPlaces,
    treeAdapter: countingAdapter(),
  })
}

/** Leaves out the tags that would nest deeper: every tag looks through all that are open, so depth costs its square. */
class ShallowParser extends Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  #left = new Map<string, number>()

  override onStartTag(token: Token.TagToken): void {
    if (this.openElements.stackTop < DEEPEST || UNNESTED.has(token.tagName)) {
      super.onStartTag(token)
    } else {
      this.#left.set(token.tagName, (this.#left.get(token.tagName) ?? 0) + 1)
    }
  }

  override onEndTag(token: Token.TagToken): void {
    const left = this.#left.get(token.tagName) ?? 0
    if (left > 0) this.#left.set(token.tagName, left - 1)
    else super.onEndTag(token)
  }
}

/** Elements that hold nothing, or text that is no markup. */
const UNNESTED = new Set(
  'br hr img input meta link wbr area base col embed source track script style title textarea xmp iframe noembed noframes plaintext'.split(
    ' ',
  ),
)

function countingAdapter(): TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  let elements = 0
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      if (++elements > MOST_ELEMENTS) {
        throw new Refusal(
          'invalid',
          `This page has more than ${MOST_ELEMENTS.toLocaleString('en')} elements, more than is read of a page.`,
          { file: 'This page has too many elements to be read.' },
        )
      }
      return defaultTreeAdapter.createElement(name, namespace, attributes)
    },
  }
}

const millions = (length: number) => Math.ceil(length / 1_000_000)
