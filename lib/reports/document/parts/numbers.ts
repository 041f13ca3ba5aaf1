import { childrenOf, elementsBelow, type XmlElement } from '@/lib/importing/word/markup/xml'

/** The greatest that programs read as the id of a comment or a change (ST_DecimalNumber, in 32 bits). */
const GREATEST = 2 ** 31 - 1

/** Gives ids that none of these parts uses for anything, above all that they do use where that can be. */
export function freshIds(parts: readonly (XmlElement | null)[]): () => number {
  const used = new Set<number>()
  for (const part of parts) {
    for (const { attributes } of part ? elementsBelow(part) : []) {
      const id = Number(attributes.get('w:id') ?? Number.NaN)
      if (Number.isSafeInteger(id)) used.add(id)
    }
  }
  let next = used.size === 0 ? 0 : [...used].reduce((a, b) => Math.max(a, b), 0) + 1
  return () => {
    if (next > GREATEST) next = 0
    while (used.has(next)) next++
    return next++
  }
}

/** Gives ids of paragraphs that none of these has (MS-DOCX §2.6.2.3: eight hexadecimal digits below 80000000). */
export function freshParagraphIds(texts: readonly string[]): () => string {
  const used = new Set<string>()
  for (const text of texts) {
    for (const [, id = ''] of text.matchAll(/:paraId\s*=\s*["']([0-9a-f]{8})["']/gi)) {
      used.add(id.toUpperCase())
    }
  }
  let next = 0x57e7_0000
  return () => {
    for (;;) {
      const id = (next++).toString(16).padStart(8, '0').toUpperCase()
      if (!used.has(id)) return id
    }
  }
}

/** The ids of styles by what Word calls them, whatever language it speaks. */
export function styleIds(styles: XmlElement | null): ReadonlyMap<string, string> {
  const all = styles ? childrenOf(styles, 'w:style') : []
  return new Map(
    all.flatMap((style) => {
      const name = childrenOf(style, 'w:name')[0]?.attributes.get('w:val')
      const id = style.attributes.get('w:styleId')
      return name && id ? [[name.toLowerCase(), id] as const] : []
    }),
  )
}
