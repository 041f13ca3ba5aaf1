import type { Height } from '../account/raised-figures'
import {
  classOf,
  type Element,
  isElement,
  isText,
  nameOf,
  nodesBelow,
  type Parent,
  styleOf,
} from './page/tree'

/** What a page's own sheets make of a class, as far as it bears on meaning. */
export interface ClassLooks {
  struck: ReadonlySet<string>
  raised: ReadonlySet<string>
  lowered: ReadonlySet<string>
}

/** Reads a page's `style` elements: word processors and spreadsheets strike and raise by classes. */
export function classLooksOf(document: Parent): ClassLooks {
  const looks = { struck: new Set<string>(), raised: new Set<string>(), lowered: new Set<string>() }
  for (const node of nodesBelow(document)) {
    if (!isElement(node) || nameOf(node) !== 'style') continue
    const sheet = node.childNodes.map((one) => (isText(one) ? one.value : '')).join('')
    for (const { selectors, declarations } of rulesOf(sheet)) {
      const classes = selectors.split(',').flatMap((one) => LAST_CLASS.exec(one)?.[1] ?? [])
      const height = heightOfStyle(declarations)
      for (const name of classes) {
        if (STRUCK.test(declarations)) looks.struck.add(name)
        if (height) looks[height].add(name)
      }
    }
  }
  return looks
}

const LAST_CLASS = /\.([\w-]+)\s*$/

/** The longest selectors and declarations that are read, in UTF-16 units. */
const LONGEST_RULE = 2_000

/** A sheet's rules; those that are only for print are left out. */
function* rulesOf(sheet: string): Generator<{ selectors: string; declarations: string }> {
  let isForPrint = false
  for (const part of sheet.split('}')) {
    const at = part.lastIndexOf('{')
    if (at < 0) {
      isForPrint = false
      continue
    }
    const outer = part.lastIndexOf('{', at - 1)
    if (outer >= 0) isForPrint = /\bprint\b/.test(part.slice(0, outer).slice(-LONGEST_RULE))
    if (isForPrint || at - outer > LONGEST_RULE) continue
    yield {
      selectors: part.slice(outer + 1, at),
      declarations: part.slice(at + 1, at + LONGEST_RULE),
    }
  }
}

const STRUCK =
  /(?:^|[;\s])(?:text-decoration(?:-line)?\s*:[^;]*line-through|text-line-through\s*:\s*(?!none)\w)/i

/** Whether an element's words are struck through: by its name, its style, or a class of the page. */
export function isStruck(element: Element, looks: ClassLooks): boolean {
  if (/^(?:s|del|strike)$/.test(nameOf(element))) return true
  if (element.attrs.length === 0) return false
  const names = classOf(element).split(/\s+/)
  return (
    STRUCK.test(styleOf(element)) ||
    names.some(
      (name) =>
        looks.struck.has(name) || /^(?:line-through|strike(?:through)?|msodel)$/i.test(name),
    )
  )
}

/** Whether an element's words stand above or below the line; null for those on it. */
export function heightOf(element: Element, looks: ClassLooks): Height | null {
  const name = nameOf(element)
  if (name === 'sup') return 'raised'
  if (name === 'sub') return 'lowered'
  if (element.attrs.length === 0 || !/^(?:span|font|a|b|i|em|strong|u|small)$/.test(name))
    return null
  const names = classOf(element).split(/\s+/)
  if (names.some((one) => looks.raised.has(one) || RAISED_NAME.test(one))) return 'raised'
  if (names.some((one) => looks.lowered.has(one) || LOWERED_NAME.test(one))) return 'lowered'
  return heightOfStyle(styleOf(element))
}

/** What a page calls such words whose sheet is elsewhere. */
const RAISED_NAME = /^(?:text-)?(?:sup|super|superscript|exponent)$/i
const LOWERED_NAME = /^(?:text-)?(?:sub|subscript)$/i

function heightOfStyle(style: string): Height | null {
  const align = /(?:^|[;\s])vertical-align\s*:\s*([^;!]+)/i.exec(style)?.[1]?.trim()
  if (align && /^(?:super|text-top|\+?[\d.]*[1-9][\d.]*(?:%|\w+))$/i.test(align)) return 'raised'
  if (align && /^(?:sub|text-bottom|-[\d.]*[1-9][\d.]*(?:%|\w+))$/i.test(align)) return 'lowered'
  const top =
    /position\s*:\s*relative/i.test(style) &&
    /(?:^|[;\s])(top|bottom)\s*:\s*(-?)[\d.]*[1-9]/i.exec(style)
  if (top) return (top[1]?.toLowerCase() === 'top') === (top[2] === '-') ? 'raised' : 'lowered'
  const raise = /mso-text-raise\s*:\s*(-?)[\d.]*[1-9]/i.exec(style)
  if (!raise) return null
  return raise[1] === '-' ? 'lowered' : 'raised'
}
