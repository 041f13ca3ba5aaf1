import { childrenOf, type XmlElement } from '@/lib/importing/word/markup/xml'
import type { Carrier } from './document-index'

/** A place between elements, for a mark that stands beside a carrier. */
export interface Seating {
  /** In the part's text. */
  at: number
  /** The tracked changes right around it, the outermost first. */
  changes: readonly XmlElement[]
}

const CHANGES = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])

/** What a mark at its edge stands before or behind, so that it is around all of it. */
const LEFT = new Set([
  ...CHANGES,
  ...['w:hyperlink', 'w:fldSimple', 'w:smartTag', 'w:customXml', 'w:bdo', 'w:dir'],
  ...['w:sdtContent', 'w:sdt'],
])

/** What has no words and is not parted from them by a mark. */
const MARKS =
  /^(?:w:(?:sdtPr|sdtEndPr|smartTagPr|customXmlPr|proofErr|perm.*|bookmark.*|comment.*|.*Range(?:Start|End)))$/

/** Where a mark stands that is before or behind a carrier; `leaves` lets it stand outside what begins or ends with it. */
export function besideOf(
  carrier: Carrier,
  edge: 'before' | 'behind',
  { leaves }: { leaves: boolean },
): Seating {
  let [here, depth] = [carrier.element, carrier.around.length]
  const paragraph = carrier.around.findLastIndex(({ name }) => name === 'w:p')
  while (leaves && depth - 1 > paragraph) {
    const parent = carrier.around[depth - 1]
    if (!parent || !LEFT.has(parent.name) || !isAtEdge(here, parent, edge)) break
    here = parent
    depth--
  }
  return {
    at: edge === 'before' ? here.start : here.end,
    changes: changesAround(carrier.around.slice(0, depth)),
  }
}

/** The tracked changes that stand right around something, without anything between. */
export function changesAround(around: readonly XmlElement[]): readonly XmlElement[] {
  const other = around.findLastIndex(({ name }) => !CHANGES.has(name))
  return around.slice(other + 1)
}

function isAtEdge(child: XmlElement, parent: XmlElement, edge: 'before' | 'behind'): boolean {
  const others = childrenOf(parent).filter(({ start }) =>
    edge === 'before' ? start < child.start : start > child.start,
  )
  return others.every(({ name }) => MARKS.test(name))
}
