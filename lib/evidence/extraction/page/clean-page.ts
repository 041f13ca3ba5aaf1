import { numberOf } from './numbered'
import { attribute, type Element, isElement, isText, labelOf, type Node, type Page } from './tree'

/**
 * Takes out of a page, in place, what is never part of its article: scripts, forms, what is hidden, and by what pages
 * call them, menus, sharing, newsletters, related articles and comments. Gives the captions of pictures, which are
 * taken out too: they stand beside the text, and are none of its sentences.
 */
export function cleanPage(page: Page): { captions: Caption[] } {
  const words = proseLengths(page)
  const whole = words.get(page) ?? 0
  const captions: Caption[] = []
  const stack: Holder[] = [page]
  for (let parent = stack.pop(); parent; parent = stack.pop()) {
    parent.childNodes = parent.childNodes.filter((node) => {
      if (isText(node)) return true
      if (!isElement(node) || isNever(node)) return false
      const length = words.get(node) ?? 0
      if (isCaption(node) && length < LONGEST_CAPTION) {
        captions.push({ text: flat(node), at: numberOf(node) })
        return false
      }
      return length * LEAST_OF_PAGE > whole || !isAround(node)
    })
    for (let at = parent.childNodes.length - 1; at >= 0; at--) {
      const node = parent.childNodes[at]
      if (node && isElement(node)) stack.push(node)
    }
  }
  return { captions: captions.filter(({ text }) => text !== '') }
}

/** The words at a picture, and the number of their element where elements have one. */
export interface Caption {
  text: string
  at: number | null
}

type Holder = Page | Element

/** Longer than this, in UTF-16 units, what is called a caption is more than that. */
const LONGEST_CAPTION = 700

/** What holds more than a quarter of a page's running text is not beside its article, whatever it is called. */
const LEAST_OF_PAGE = 4

function isNever(element: Element): boolean {
  if (element.tagName === 'script') return attribute(element, 'type') !== 'application/ld+json'
  return NEVER.has(element.tagName)
}

const NEVER = new Set(
  'style template canvas object embed iframe svg select datalist button input textarea nav dialog noscript'.split(
    ' ',
  ),
)

function isCaption(element: Element): boolean {
  if (element.tagName === 'figcaption') return true
  return CAPTION_NAMES.test(labelOf(element)) && !WHOLE.has(element.tagName)
}

const CAPTION_NAMES =
  /(?:^|[\s_-])(?:(?:img|image|photo|media|picture|figure|video|gallery|slide)[-_]*(?:caption|credit|copyright|desc(?:ription)?)|(?:wp-)?caption-text|caption|credit)s?(?=$|[\s_-])/

function isAround(element: Element): boolean {
  if (WHOLE.has(element.tagName) || element.attrs.length === 0) return false
  const role = attribute(element, 'role')
  if (role && AROUND_ROLES.has(role)) return true
  const label = labelOf(element)
  return AROUND_NAMES.test(label) && !ARTICLE_NAMES.test(label)
}

const WHOLE = new Set('html head body main article h1 h2 p title meta link'.split(' '))

const AROUND_ROLES = new Set(
  'navigation search banner contentinfo dialog alertdialog menu menubar'.split(' '),
)

const AROUND_NAMES = new RegExp(
  `(?:^|[\\s_-])(?:${[
    'newsletters?|subscribe|subscription|sign-?up|paywall|breadcrumbs?',
    'related(?:[-_]?(?:articles?|posts?|stories|content|links?|news))?|recirc\\w*|recommend(?:ed|ations?)|more-?(?:stories|news|from)|most-?(?:read|popular)|trending|popular-posts',
    'shar(?:e|ing)(?:[-_]?(?:buttons?|bar|tools?|links?))?|social(?:[-_]?(?:media|share|links?|bar|icons?))?|sharedaddy|addtoany|jp-relatedposts',
    'comments?(?:[-_]?(?:list|area|section|form|thread))?|disqus\\w*|respond',
    'author-?(?:bio|box|info|card)|about-?author|post-?(?:tags|nav|navigation|meta)|tag-?(?:list|cloud)|tags',
    'promo|advert(?:isement|ising)?s?|sponsored|outbrain|taboola|cookie-?(?:banner|notice|consent)',
    'skip-?(?:link|nav|to-content)|screen-reader-text|visually-?hidden|sr-only',
  ].join('|')})(?=$|[\\s_-])`,
)

const ARTICLE_NAMES = /(?:entry|post|article|story|page|main)[-_]*(?:content|body|text)/

/** How many UTF-16 units of running text stand below each node: labels and links are shorter than this counts. */
function proseLengths(page: Page): Map<Holder, number> {
  const counts = new Map<Holder, number>()
  const inOrder: Holder[] = []
  const stack: Holder[] = [page]
  for (let parent = stack.pop(); parent; parent = stack.pop()) {
    inOrder.push(parent)
    let own = 0
    for (const node of parent.childNodes) {
      if (isText(node)) own += proseLength(node.value)
      else if (isElement(node) && !isNever(node)) stack.push(node)
    }
    counts.set(parent, own)
  }
  for (const node of inOrder.reverse()) {
    if (!('parentNode' in node) || !node.parentNode) continue
    const above = node.parentNode as Holder
    counts.set(above, (counts.get(above) ?? 0) + (counts.get(node) ?? 0))
  }
  return counts
}

const proseLength = (text: string) => {
  const { length } = text.trim()
  return length < LEAST_PROSE ? 0 : length
}

const LEAST_PROSE = 40

function flat(element: Element): string {
  const parts: string[] = []
  const stack: Node[] = [element]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isText(node)) parts.push(node.value)
    else if (isElement(node) && !isNever(node)) {
      parts.push(' ')
      stack.push(...[...node.childNodes].reverse())
    }
  }
  return parts.join('').replace(/\s+/g, ' ').trim()
}
