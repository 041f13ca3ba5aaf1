import { type Element, nameOf } from './page/tree'

/**
 * What looks like a tag and was meant as words: `<name>`, `<Max Mustermann>`, `<b and c>`. It has no end, and is of no
 * known element or has words for attributes. Gives it as it is written; null for an element. It takes the places in
 * the source that the parser kept.
 */
export function literalTag(element: Element, source: string): string | null {
  const place = element.sourceCodeLocation
  if (!place || place.endTag || element.namespaceURI !== HTML) return null
  const from = place.startTag?.startOffset ?? place.startOffset
  const to = Math.min(place.startTag?.endOffset ?? place.endOffset, from + LONGEST)
  const tag = source.slice(from, to)
  return isLiteral(nameOf(element), tag) ? tag : null
}

/** Whether a page has tags that may be meant as words: only then its parser has to keep the places of all. */
export function hasLiteralTags(source: string): boolean {
  for (const [tag, name = ''] of source.matchAll(/<([a-z][^\s/>]{0,40})[^>]{0,300}/gi)) {
    if (isLiteral(name.toLowerCase(), tag)) return true
  }
  return false
}

/** Whether a tag, as it is written, begins no element. */
export function isLiteral(name: string, tag: string): boolean {
  if (/^\w+:\w/.test(name)) return false
  // A page may name elements of its own with a hyphen between words (HTML §4.13.2).
  if (/^[^-]+(?:-[^-]+)+$/.test(name)) return /^<\/?\p{Lu}/u.test(tag)
  return !KNOWN.has(name) || hasWordsForAttributes(tag)
}

function hasWordsForAttributes(tag: string): boolean {
  const words = tag
    .replace(/^<\/?[^\s/>]*|\/?>?$/g, '')
    .replace(/[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*)/g, ' ')
    .match(/[^\s/"'=>]+/g)
  return words?.some((word) => /^\p{L}/u.test(word) && !FLAGS.has(word.toLowerCase())) ?? false
}

const HTML = 'http://www.w3.org/1999/xhtml'

/** The longest tag that may be meant as words, in UTF-16 units. */
const LONGEST = 300

/** Attributes that are written without a value. */
const FLAGS = new Set(
  `allowfullscreen async autofocus autoplay checked compact controls default defer disabled download formnovalidate
  hidden inert ismap itemscope loop multiple muted nomodule noresize noshade novalidate nowrap open playsinline
  readonly required reversed selected shadowrootclonable shadowrootdelegatesfocus contenteditable draggable crossorigin
  popover translate spellcheck`.split(/\s+/),
)

const KNOWN = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
  button canvas caption center cite code col colgroup command content data datalist dd del details dfn dialog dir div
  dl dt element em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header
  hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee
  math menu menuitem meta meter multicol nav nextid nobr noembed noframes noscript object ol optgroup option output p
  param picture plaintext portal pre progress q rb rp rt rtc ruby s samp script search section select shadow slot
  small source spacer span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead
  time title tr track tt u ul var video wbr xml xmp`.split(/\s+/),
)
