import type { Change } from '../changes'
import type { XmlElement } from '../markup/xml'
import type { RunLook } from '../styles'

/** An element that stands in no file: what another format says, in the terms of WordprocessingML. */
export function make(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: (XmlElement | string)[] = [],
): XmlElement {
  return {
    ...{ name, attributes: new Map(Object.entries(attributes)), children },
    ...{ start: 0, innerStart: 0, innerEnd: 0, end: 0 },
  }
}

/** A run of what stands in it, as it looks and with the tracked change that it is. */
export function makeRun(content: XmlElement[], look: RunLook, change: Change | null): XmlElement {
  const properties = make('w:rPr')
  if (look.hidden) properties.children.push(make('w:vanish'))
  if (look.struck) properties.children.push(make('w:strike'))
  const height = HEIGHTS[look.height ?? 'level']
  if (height) properties.children.push(make('w:vertAlign', { 'w:val': height }))
  const run = make('w:r', {}, properties.children.length > 0 ? [properties, ...content] : content)
  return change ? makeChange(change, [run]) : run
}

const HEIGHTS = { raised: 'superscript', lowered: 'subscript', level: null }

export const makeWords = (words: string) => make('w:t', {}, [words])

export const makeChange = ({ kind, by }: Change, content: XmlElement[] = []) =>
  make(kind === 'deleted' ? 'w:del' : 'w:ins', { 'w:author': by }, content)

/** A field that begins here, with its code; its result comes up to `endField`. */
export const beginField = (code: string) => [
  make('w:r', {}, [make('w:fldChar', { 'w:fldCharType': 'begin' })]),
  make('w:r', {}, [make('w:instrText', {}, [code])]),
  make('w:r', {}, [make('w:fldChar', { 'w:fldCharType': 'separate' })]),
]

export const endField = () => make('w:r', {}, [make('w:fldChar', { 'w:fldCharType': 'end' })])

/** A drawing whose box holds these paragraphs. */
export const makeBox = (content: XmlElement[]) =>
  make('w:drawing', {}, [make('w:txbxContent', {}, content)])

/** A picture with the words that stand for it. */
export const makePicture = (words: string) =>
  make('w:drawing', {}, [make('wp:docPr', { descr: words })])

/** What stands before a paragraph's runs: its kind of block by name, its place in a list, and whose change its end is. */
export function paragraphProperties({
  kind,
  list,
  change = null,
}: {
  kind?: string
  list?: { id: string; level: number }
  change?: Change | null
}): XmlElement {
  const properties = make('w:pPr')
  if (kind) properties.children.push(make('w:pStyle', { 'w:val': kind }))
  if (list) {
    const place = [
      make('w:ilvl', { 'w:val': String(list.level) }),
      make('w:numId', { 'w:val': list.id }),
    ]
    properties.children.push(make('w:numPr', {}, place))
  }
  if (change) properties.children.push(make('w:rPr', {}, [makeChange(change)]))
  return properties
}
