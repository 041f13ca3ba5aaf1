import sax from 'sax'
import { Refusal } from '@/lib/domain/refusal'
import { knownName } from './names'

/** An element of a part, with where it stands in the part's text, in UTF-16 units: `start` before `<`, `end` after `>`. */
export interface XmlElement {
  /** With the prefix that `names.ts` gives its namespace, as `w:p`. */
  name: string
  attributes: ReadonlyMap<string, string>
  children: (XmlElement | string)[]
  start: number
  /** What stands between its tags; the same as `end` in an empty one. */
  innerStart: number
  innerEnd: number
  end: number
}

/** The most elements and the deepest that a part may have. A book of 1,000 pages has some 500,000. */
const MOST_ELEMENTS = 1_000_000
const DEEPEST = 250

/**
 * Reads a part as XML 1.0 with namespaces. Nothing but the five entities that XML itself has is known. Refuses a
 * document type, which could name others, what is not well-formed, and what is too large or too deep to be a document.
 */
export function readXml(part: string, text: string): XmlElement {
  const parser = sax.parser(true, { xmlns: true, position: true })
  const root = element('', 0)
  const open = [root]
  let count = 0
  const stopped = (why: string) => new Refusal('invalid', `${why} Reading stopped in ${part}.`)

  parser.onerror = (error) => {
    throw stopped(
      `This document is damaged: ${(error.message.split('\n')[0] ?? '').toLowerCase()}, at character ${parser.position.toLocaleString('en')}.`,
    )
  }
  parser.ondoctype = () => {
    throw stopped('This document declares a document type, which no word processor writes.')
  }
  parser.onopentag = (tag) => {
    if (++count > MOST_ELEMENTS) {
      throw stopped(`This document has more than ${MOST_ELEMENTS.toLocaleString('en')} elements.`)
    }
    if (open.length > DEEPEST)
      throw stopped(`This document is nested deeper than ${DEEPEST} levels.`)
    const { uri, local } = tag as sax.QualifiedTag
    const here = element(knownName(uri, local), parser.startTagPosition - 1)
    here.attributes = attributesOf(tag as sax.QualifiedTag)
    here.innerStart = parser.position
    open.at(-1)?.children.push(here)
    open.push(here)
  }
  parser.onclosetag = () => {
    const here = open.pop()
    if (!here) return
    here.end = parser.position
    here.innerEnd = Math.max(here.innerStart, parser.startTagPosition - 1)
    if (here.innerStart === here.end) here.innerEnd = here.end
  }
  const add = (words: string) => {
    const around = open.at(-1)
    const last = around?.children.at(-1)
    if (around && typeof last === 'string')
      around.children[around.children.length - 1] = last + words
    else around?.children.push(words)
  }
  parser.ontext = add
  parser.oncdata = add
  parser.write(text).close()
  const [document] = root.children.filter(isElement)
  if (!document) throw stopped('This document is empty.')
  return document
}

function element(name: string, start: number): XmlElement {
  return {
    name,
    attributes: NONE,
    children: [],
    start,
    innerStart: start,
    innerEnd: start,
    end: start,
  }
}

const NONE: ReadonlyMap<string, string> = new Map()

function attributesOf({ attributes }: sax.QualifiedTag): ReadonlyMap<string, string> {
  const all = Object.values(attributes)
  if (all.length === 0) return NONE
  return new Map(
    all.map(({ uri, local, prefix, value }) => [knownName(prefix ? uri : '', local), value]),
  )
}

export const isElement = (child: XmlElement | string): child is XmlElement =>
  typeof child !== 'string'

/** The elements right within another, of one name if one is given. */
export function childrenOf(parent: XmlElement, name?: string): XmlElement[] {
  return parent.children.filter(isElement).filter((one) => !name || one.name === name)
}

export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent?.children.find((one): one is XmlElement => isElement(one) && one.name === name)

/** The `w:val` of an element's child: most properties of Word are such. */
export const valOf = (parent: XmlElement | undefined, name: string): string | undefined =>
  childOf(parent, name)?.attributes.get('w:val')

/** Whether a property that is on by being there is on (ECMA-376 §17.17.4, ST_OnOff); undefined where nothing is said. */
export function isOn(parent: XmlElement | undefined, name: string): boolean | undefined {
  const property = childOf(parent, name)
  if (!property) return undefined
  return !/^(?:0|false|off)$/.test(property.attributes.get('w:val') ?? '')
}

/** The words right within an element. */
export const wordsOf = (parent: XmlElement): string =>
  parent.children.filter((one) => typeof one === 'string').join('')

/** All elements within another in the order of the document, those that `enters` refuses left out with all in them. */
export function* elementsBelow(
  parent: XmlElement,
  enters: (one: XmlElement) => boolean = () => true,
): Generator<XmlElement> {
  for (const one of parent.children) {
    if (!isElement(one) || !enters(one)) continue
    yield one
    yield* elementsBelow(one, enters)
  }
}
