import type { BlockKind } from '@/lib/domain/text/blocks'
import { childOf, childrenOf, isOn, valOf, type XmlElement } from './markup/xml'

/** What is said of runs that matters to what they mean; undefined where nothing is said. */
export interface RunLook {
  hidden: boolean | undefined
  struck: boolean | undefined
  height: 'raised' | 'lowered' | 'level' | undefined
}

export interface Numbering {
  list: string
  level: number
}

export interface Style {
  kind: BlockKind | undefined
  look: RunLook
  numbering: Partial<Numbering>
}

/** What a document says of its paragraphs and runs by the names of styles. */
export interface StyleSheet {
  /** The style of a paragraph or run; that of paragraphs that name none is the document's usual one. */
  of(id: string | undefined, isParagraph?: boolean): Style
}

/** The styles of a document by their ids, each with what it takes from those that it is based on (ECMA-376 §17.7). */
export class Styles implements StyleSheet {
  readonly #elements: ReadonlyMap<string, XmlElement>
  readonly #known = new Map<string, Style>()
  readonly #usual: string | undefined

  constructor(root: XmlElement | null) {
    const all = root ? childrenOf(root, 'w:style') : []
    this.#elements = new Map(all.map((one) => [one.attributes.get('w:styleId') ?? '', one]))
    this.#usual = all
      .find(
        ({ attributes }) =>
          attributes.get('w:type') === 'paragraph' &&
          /^(?:1|true|on)$/.test(attributes.get('w:default') ?? ''),
      )
      ?.attributes.get('w:styleId')
  }

  of(id: string | undefined, isParagraph = false): Style {
    const name = id ?? (isParagraph ? this.#usual : undefined)
    return name === undefined ? NOTHING : this.#style(name, 0)
  }

  #style(id: string, depth: number): Style {
    const known = this.#known.get(id)
    if (known) return known
    const element = this.#elements.get(id)
    if (!element || depth > DEEPEST) return NOTHING
    const based = valOf(element, 'w:basedOn')
    const base = based === undefined ? NOTHING : this.#style(based, depth + 1)
    const own = lookOf(childOf(element, 'w:rPr'))
    const paragraph = childOf(element, 'w:pPr')
    const style = {
      kind:
        kindOf(valOf(element, 'w:name') ?? id) ??
        kindOfOutline(valOf(paragraph, 'w:outlineLvl')) ??
        base.kind,
      look: over(base.look, own),
      numbering: { ...base.numbering, ...numberingOf(paragraph) },
    }
    this.#known.set(id, style)
    return style
  }
}

/** How far styles are followed that are based on others. */
const DEEPEST = 20

export const UNSAID: RunLook = { hidden: undefined, struck: undefined, height: undefined }
export const NOTHING: Style = { kind: undefined, look: UNSAID, numbering: {} }

export function over(base: RunLook, own: RunLook): RunLook {
  return {
    hidden: own.hidden ?? base.hidden,
    struck: own.struck ?? base.struck,
    height: own.height ?? base.height,
  }
}

/** What a run's own properties say. */
export function lookOf(properties: XmlElement | undefined): RunLook {
  if (!properties) return UNSAID
  const struck = isOn(properties, 'w:dstrike') || isOn(properties, 'w:strike')
  const align = valOf(properties, 'w:vertAlign')
  return {
    hidden: isOn(properties, 'w:vanish'),
    struck,
    height: align === undefined ? undefined : (HEIGHTS.get(align) ?? 'level'),
  }
}

const HEIGHTS = new Map([
  ['superscript', 'raised' as const],
  ['subscript', 'lowered' as const],
])

export function numberingOf(properties: XmlElement | undefined): Partial<Numbering> {
  const own = childOf(properties, 'w:numPr')
  const [list, level] = [valOf(own, 'w:numId'), valOf(own, 'w:ilvl')]
  return {
    ...(list !== undefined && { list }),
    ...(level !== undefined && { level: Number(level) || 0 }),
  }
}

/** The kinds of blocks that a word processor's own styles are for, by the names that they have in every language of it. */
export function kindOf(name: string): BlockKind | undefined {
  const heading = /^heading ?(\d)$/i.exec(name)
  if (heading) return heading[1] === '1' ? 'headline' : 'subhead'
  return KINDS.get(name.toLowerCase())
}

const KINDS = new Map<string, BlockKind>([
  ['title', 'headline'],
  ['headline', 'headline'],
  ['subtitle', 'dek'],
  ['dek', 'dek'],
  ['standfirst', 'dek'],
  ['quote', 'quote'],
  ['block text', 'quote'],
  ['quotations', 'quote'],
  ['intense quote', 'pull_quote'],
  ['pull quote', 'pull_quote'],
  ['caption', 'caption'],
  ['normal', 'paragraph'],
  ['body text', 'paragraph'],
])

/** An outline's level from 0; 9 is text. */
function kindOfOutline(level: string | undefined): BlockKind | undefined {
  if (level === undefined || level === '9') return undefined
  return level === '0' ? 'headline' : 'subhead'
}
