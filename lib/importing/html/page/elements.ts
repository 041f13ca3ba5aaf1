import type { BlockKind } from '@/lib/domain/text/blocks'
import { attribute, classOf, type Element, nameOf, styleOf } from './tree'

/** Whether an element never has words that anybody sees. */
export const isUnseen = (element: Element) => UNSEEN.has(nameOf(element))

const UNSEEN = new Set(['script', 'style', 'meta', 'link', 'base', 'rp', 'xml'])

/**
 * Why an element's words are none of the article's: they stand for something that is shown instead or are hidden, or
 * they belong to the page around it. Null for the article's own.
 */
export function asideOf(element: Element): 'hidden' | 'page' | 'reading' | null {
  const name = nameOf(element)
  if (HIDDEN.has(name)) return 'hidden'
  if (PAGE.has(name)) return 'page'
  if (name === 'rt' || name === 'rtc') return 'reading'
  if (element.attrs.length === 0) return null
  if (attribute(element, 'role') === 'navigation') return 'page'
  const isHidden = attribute(element, 'hidden') !== null || HIDING_STYLE.test(styleOf(element))
  if (/\bMJX_Assistive_MathML\b/.test(classOf(element))) return 'hidden'
  // Wikipedia hides a formula to show a picture of it; KaTeX writes it twice.
  if (isHidden && !/\bmwe-math-mathml/.test(classOf(element))) return 'hidden'
  if (attribute(element, 'aria-hidden') === 'true' && /\bkatex-html\b/.test(classOf(element))) {
    return 'hidden'
  }
  return HEAD_OR_FOOT.test(styleOf(element)) ? 'page' : null
}

const HIDDEN = new Set(
  'template noscript canvas iframe object embed audio video map annotation annotation-xml'.split(
    ' ',
  ),
)

const PAGE = new Set(
  'title nav svg select datalist button input textarea progress meter output'.split(' '),
)

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i

/** Whether something is drawn in the place of an element that is none of the article's. */
export const isDrawn = (element: Element) =>
  PAGE.has(nameOf(element)) || /^(?:audio|canvas|embed|iframe|object|video)$/.test(nameOf(element))

/** Word's page headers. */
const HEAD_OR_FOOT = /(?:^|;)\s*mso-element\s*:\s*(?:header|footer)/i

/** Whether an element is Word's bullet or number of a list's item. */
export const isWordListLabel = (element: Element) =>
  /(?:^|;)\s*mso-list\s*:\s*ignore/i.test(styleOf(element))

/** What part of a table an element is, by its name or by its role (WAI-ARIA 1.2 §5.3.2). */
export function tablePartOf(element: Element): string {
  const role = element.attrs.length > 0 ? attribute(element, 'role') : null
  return (role && ROLES.get(role)) || nameOf(element)
}

const ROLES = new Map([
  ['table', 'table'],
  ['grid', 'table'],
  ['rowgroup', 'tbody'],
  ['row', 'tr'],
  ['cell', 'td'],
  ['gridcell', 'td'],
  ['columnheader', 'th'],
  ['rowheader', 'th'],
])

/** Whether an element starts on a line of its own. */
export function isBlock(element: Element): boolean {
  if (BLOCKS.has(tablePartOf(element))) return true
  return element.attrs.length > 0 && BLOCK_STYLE.test(styleOf(element))
}

const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
  figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr legend li listing main menu ol p
  plaintext pre search section summary table tbody td tfoot th thead title tr ul xmp`.split(/\s+/),
)

const BLOCK_STYLE = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item)\b/i

/** Whether an element leaves a word that it begins or ends in whole. */
export const isPlain = (element: Element) => PLAIN.has(nameOf(element)) && !isBlock(element)

const PLAIN = new Set(
  `a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark nobr samp span strong time tt u
  var wbr`.split(/\s+/),
)

/** What a block element makes of its words, or null where that is up to the element around it. */
export function kindOf(element: Element): BlockKind | null {
  const name = nameOf(element)
  const className = classOf(element)
  const style = WORD_STYLES.find(([pattern]) => pattern.test(className))
  if (style) return style[1]
  if (PULL_QUOTE.test(className)) return 'pull_quote'
  if (/^(?:p|h[2-6])$/.test(name) && DEK.test(className)) return 'dek'
  return KINDS.get(name) ?? (isWordList(element) ? 'list_item' : null)
}

const WORD_STYLES: [RegExp, BlockKind][] = [
  [/\bMsoTitle/, 'headline'],
  [/\bMsoSubtitle/, 'dek'],
  [/\bMsoHeading/, 'subhead'],
  [/\bMso(?:Intense)?Quote/, 'quote'],
  [/\bMsoCaption/, 'caption'],
]

/** Not `pull-left` and its like, which only float. */
const PULL_QUOTE = /(?:^|[\s_-])(?:pull[-_]?(?:quote|out)|pull(?=$|\s))/i

const DEK = /(?:^|[\s_-])(?:dek|deck|standfirst|subtitle)(?=$|[\s_-])/i

const KINDS = new Map<string, BlockKind>([
  ['h1', 'headline'],
  ['h2', 'subhead'],
  ['h3', 'subhead'],
  ['h4', 'subhead'],
  ['h5', 'subhead'],
  ['h6', 'subhead'],
  ['li', 'list_item'],
  ['blockquote', 'quote'],
  ['aside', 'pull_quote'],
  ['figcaption', 'caption'],
  ['caption', 'caption'],
])

function isWordList(element: Element): boolean {
  return (
    /\bMsoList/.test(classOf(element)) || /(?:^|;)\s*mso-list\s*:\s*l\d/i.test(styleOf(element))
  )
}

/** Whether an element keeps its white space as it is written, or null where that is inherited. */
export function keepsSpaces(element: Element): boolean | null {
  const value = /(?:^|;)\s*white-space\s*:\s*([a-z-]+)/i.exec(styleOf(element))?.[1]
  if (value) return /^(?:pre|break-spaces)/i.test(value)
  return /^(?:pre|listing|plaintext|xmp)$/.test(nameOf(element)) ? true : null
}
