import type { XmlElement } from './markup/xml'

/** A tracked change: words that somebody put in or took out. */
export interface Change {
  kind: 'deleted' | 'inserted'
  by: string
}

const CHANGES = new Map([
  ['w:ins', 'inserted' as const],
  ['w:moveTo', 'inserted' as const],
  ['w:del', 'deleted' as const],
  ['w:moveFrom', 'deleted' as const],
])

/** The tracked change that an element is: what was moved was deleted in one place and inserted in another. */
export function changeOf(element: XmlElement | undefined): Change | null {
  const kind = element && CHANGES.get(element.name)
  return kind ? { kind, by: element.attributes.get('w:author') ?? '' } : null
}
