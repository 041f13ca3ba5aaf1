import { type Element, nameOf } from './tree'

/**
 * What looks like a tag and was meant as words, `<name>`: of no known element, without an end, a prefix or a hyphen.
 * Gives its words as they are written; null for an element. It takes the places in the source that the parser kept.
 */
export function literalTag(element: Element, source: string): string | null {
  const place = element.sourceCodeLocation
  if (!place || !isUnknown(nameOf(element)) || place.endTag) return null
  if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') return null
  const from = place.startTag?.startOffset ?? place.startOffset
  const to = place.startTag?.endOffset ?? place.endOffset
  return source.slice(from, to)
}

/** Whether a page has tags of no known element: only then its parser has to keep the places of all. */
export function hasUnknownTags(source: string): boolean {
  for (const [, name = ''] of source.matchAll(/<([a-z][^\s/>]{0,40})/gi)) {
    if (isUnknown(name.toLowerCase())) return true
  }
  return false
}

/** Whether no element of HTML, MathML or SVG has this name, and it is not one that a program made up. */
export const isUnknown = (name: string) => !KNOWN.has(name) && !/[-:]/.test(name)

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
