import type { BlockKind } from '@/lib/domain/text/blocks'

/** An element's name in lower case, with its prefix: Word writes `o:p`, which is no paragraph. */
export const nameOf = (element: Element) => element.nodeName.toLowerCase()

/** Whether an element prints no words of the article: code, controls, navigation, deletions, hidden things. */
export function isSkipped(element: Element): boolean {
  if (SKIPPED.has(nameOf(element))) return true
  if (!element.hasAttributes()) return false
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('role') === 'navigation' ||
    HIDING_STYLE.test(styleOf(element)) ||
    /\bMsoCommentReference\b|\bmsocomanchor\b/.test(classOf(element))
  )
}

const SKIPPED = new Set(
  `head title meta link style script template noscript xml nav svg canvas iframe object embed audio
  video map select option datalist button input textarea progress meter output rt rp del`.split(
    /\s+/,
  ),
)

/** `mso-list:Ignore` is Word's bullet or number, `mso-element` its comments and page headers. */
const HIDING_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-list\s*:\s*ignore|mso-element\s*:\s*(?:comment-list|header|footer))/i

/** Whether an element starts on a line of its own. */
export function isBlock(element: Element): boolean {
  return BLOCKS.has(nameOf(element)) || BLOCK_STYLE.test(styleOf(element))
}

const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
  figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu ol p
  plaintext pre search section summary table tbody td tfoot th thead tr ul xmp`.split(/\s+/),
)

const BLOCK_STYLE = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item)\b/i

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

const classOf = (element: Element) => element.getAttribute('class') ?? ''
const styleOf = (element: Element) => element.getAttribute('style') ?? ''
