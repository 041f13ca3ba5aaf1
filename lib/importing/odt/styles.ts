import type { BlockKind } from '@/lib/domain/text/blocks'
import { childOf, childrenOf, type XmlElement } from '../word/markup/xml'
import { kindOf, over, type RunLook, UNSAID } from '../word/styles'

interface OdfStyle {
  kind: BlockKind | undefined
  look: RunLook
}

/**
 * The styles of an OpenDocument (ODF 1.3 part 3 §16): those with names, and over them the automatic ones of the part that
 * is read, each with what it takes from its parents.
 */
export class OdfStyles {
  /** The kinds of lists by their names. */
  readonly lists = new Map<string, XmlElement>()
  /** How headings are numbered. */
  readonly outline: XmlElement | undefined
  readonly #elements = new Map<string, XmlElement>()
  readonly #known = new Map<string, OdfStyle>()

  constructor(containers: readonly XmlElement[]) {
    const all = containers.flatMap((one) => childrenOf(one))
    for (const one of all) {
      const name = one.attributes.get('style:name') ?? ''
      if (one.name === 'text:list-style') this.lists.set(name, one)
      else if (one.name === 'style:style')
        this.#elements.set(`${one.attributes.get('style:family')} ${name}`, one)
    }
    this.outline = all.find(({ name }) => name === 'text:outline-style')
  }

  /** What a style of a family makes of its words. */
  of(family: 'paragraph' | 'text', name: string | undefined, depth = 0): OdfStyle {
    const key = `${family} ${name}`
    const known = this.#known.get(key)
    if (known) return known
    const element = this.#elements.get(key)
    if (!element || depth > DEEPEST) return { kind: kindOf(nameOf(name)), look: UNSAID }
    const parent = element.attributes.get('style:parent-style-name')
    const base =
      parent === undefined ? { kind: undefined, look: UNSAID } : this.of(family, parent, depth + 1)
    const said = element.attributes.get('style:display-name') ?? nameOf(name)
    const style = {
      kind: kindOf(said) ?? base.kind,
      look: over(base.look, lookOf(childOf(element, 'style:text-properties'))),
    }
    this.#known.set(key, style)
    return style
  }

  /** The kind of list that a paragraph's style names, its own or its parents'. */
  listOf(name: string | undefined, depth = 0): string | undefined {
    const element = this.#elements.get(`paragraph ${name}`)
    if (!element || depth > DEEPEST) return undefined
    const { attributes } = element
    return (
      attributes.get('style:list-style-name') ??
      this.listOf(attributes.get('style:parent-style-name'), depth + 1)
    )
  }
}

/** How far styles are followed that have parents. */
const DEEPEST = 20

/** A name as people see it: signs that XML allows in none are written as `_20_`. */
const nameOf = (name = '') =>
  name.replace(/_([\da-f]{2,4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))

/** What a style's text properties say (ODF 1.3 part 3 §20). */
function lookOf(properties: XmlElement | undefined): RunLook {
  if (!properties) return UNSAID
  const { attributes } = properties
  const display = attributes.get('text:display')
  const line =
    attributes.get('style:text-line-through-type') ??
    attributes.get('style:text-line-through-style')
  const position = attributes.get('style:text-position')
  return {
    hidden: display === undefined ? undefined : display === 'none',
    struck: line === undefined ? undefined : line !== 'none',
    height: position === undefined ? undefined : heightOf(position),
  }
}

function heightOf(position: string): NonNullable<RunLook['height']> {
  if (/^\s*super/.test(position)) return 'raised'
  if (/^\s*sub/.test(position)) return 'lowered'
  const by = Number.parseFloat(position)
  return by > 0 ? 'raised' : by < 0 ? 'lowered' : 'level'
}
