import { writtenNumber } from '../places/written-number'
import { childOf, childrenOf, valOf, type XmlElement } from './markup/xml'
import type { Numbering } from './styles'

interface Level {
  format: string
  start: number
  /** As `%1.%2)`: each sign and figure stands for a level's number. */
  text: string
}

/** Says what stands before the items of lists. */
export interface ItemNumbers {
  /** What stands before the next item at this place: a number as it is written, or null before a bullet or nothing. */
  next(place: Numbering): string | null
}

/** Counts the items of a document's lists (ECMA-376 §17.9): lists that are made of one kind of list count on together. */
export class ListNumbering implements ItemNumbers {
  readonly #lists = new Map<string, { kind: string; levels: Map<number, Level> }>()
  readonly #counts = new Map<string, number[]>()

  constructor(root: XmlElement | null) {
    if (!root) return
    const kinds = new Map(
      childrenOf(root, 'w:abstractNum').map((kind) => [
        kind.attributes.get('w:abstractNumId') ?? '',
        kind,
      ]),
    )
    for (const list of childrenOf(root, 'w:num')) {
      const id = list.attributes.get('w:numId') ?? ''
      const kind = valOf(list, 'w:abstractNumId') ?? ''
      const levels = levelsOf(kinds.get(kind))
      const overrides = childrenOf(list, 'w:lvlOverride')
      for (const override of overrides) {
        const level = Number(override.attributes.get('w:ilvl') ?? 0)
        const own = childOf(override, 'w:lvl')
        const start = valOf(override, 'w:startOverride')
        const was = own ? levelOf(own) : levels.get(level)
        if (was)
          levels.set(level, start === undefined ? was : { ...was, start: Number(start) || 0 })
      }
      this.#lists.set(id, { kind: overrides.length > 0 ? `${kind} ${id}` : kind, levels })
    }
  }

  next({ list, level }: Numbering): string | null {
    const found = this.#lists.get(list)
    const own = found?.levels.get(level)
    if (!found || !own) return null
    const counts = this.#counts.get(found.kind) ?? []
    this.#counts.set(found.kind, counts)
    counts.length = Math.min(counts.length, level + 1)
    for (let at = 0; at <= level; at++) {
      const first = found.levels.get(at)?.start ?? 1
      counts[at] = at < level ? (counts[at] ?? first) : (counts[at] ?? first - 1) + 1
    }
    if (own.format === 'bullet' || own.format === 'none') return null
    return own.text.replace(/%([1-9])/g, (_, figure: string) => {
      const at = Number(figure) - 1
      return writtenAs(counts[at] ?? 0, found.levels.get(at)?.format ?? 'decimal')
    })
  }
}

function levelsOf(kind: XmlElement | undefined): Map<number, Level> {
  const levels = kind ? childrenOf(kind, 'w:lvl') : []
  return new Map(levels.map((one) => [Number(one.attributes.get('w:ilvl') ?? 0), levelOf(one)]))
}

function levelOf(level: XmlElement): Level {
  return {
    format: valOf(level, 'w:numFmt') ?? 'decimal',
    start: Number(valOf(level, 'w:start') ?? 1) || 0,
    text: valOf(level, 'w:lvlText') ?? '',
  }
}

function writtenAs(number: number, format: string): string {
  if (format === 'decimalZero') return String(number).padStart(2, '0')
  return writtenNumber(number, TYPES.get(format) ?? '1')
}

const TYPES = new Map([
  ['lowerLetter', 'a'],
  ['upperLetter', 'A'],
  ['lowerRoman', 'i'],
  ['upperRoman', 'I'],
])
