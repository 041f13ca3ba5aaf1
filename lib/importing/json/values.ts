/** Values of JSON-LD as they may stand: alone or in a list, a string or an object. */

export type Json = Record<string, unknown>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

export const objectsOf = (value: unknown): Json[] => listOf(value).filter(isObject)

/** A string as it stands; of several, the first; without half characters and NULs, which nothing can store. */
export function textOf(value: unknown): string {
  const text = listOf(value).find((one) => typeof one === 'string')
  if (typeof text !== 'string') return ''
  return text.replace(
    /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    '',
  )
}

export const isOfType = ({ type, '@type': also }: Json, name: string): boolean =>
  [...listOf(type), ...listOf(also)].some((one) => one === name || one === `oa:${name}`)

/** A count of code points; null for anything else. */
export const countOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null
