import { isObject, type Json } from '../json/values'

/** A value of an item, and where it stands there: `bodies/0/value`. */
export interface Placed {
  path: string
  value: unknown
}

/** A property by its name, however it is written: `versioncreated` in ninjs 1 and 2 is `versionCreated` in 3. */
export function property(of: Placed, ...names: string[]): Placed | null {
  if (!isObject(of.value)) return null
  for (const name of names) {
    const key = Object.keys(of.value).find((one) => one.toLowerCase() === name)
    if (key !== undefined) return { path: join(of.path, key), value: of.value[key] }
  }
  return null
}

/** The properties of an item whose names begin so, as `body_` in ninjs 1; in lower case, without that. */
export function propertiesNamed(of: Placed, prefix: string): (Placed & { name: string })[] {
  return Object.entries(isObject(of.value) ? of.value : {}).flatMap(([key, value]) => {
    const name = key.toLowerCase()
    if (!name.startsWith(prefix)) return []
    return { name: name.slice(prefix.length), path: join(of.path, key), value }
  })
}

/** What a list or an object of things holds: associations are an object in ninjs 1, a list later. */
export function membersOf(of: Placed | null): Placed[] {
  if (!of || typeof of.value !== 'object' || of.value === null) return []
  return Object.entries(of.value).map(([key, value]) => ({ path: join(of.path, key), value }))
}

/** A text or a number as text, with what surrounds it taken off; empty for anything else. */
export function said(of: Placed | null): string {
  const value = of?.value
  return typeof value === 'string' || typeof value === 'number' ? `${value}`.trim() : ''
}

/** Every text and number in an item, in its order. Not recursive, so no depth is too deep. */
export function* leavesOf(root: Placed): Generator<{ path: string; text: string }> {
  const stack = [root]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { path, value } = top
    if (typeof value === 'string' || typeof value === 'number') yield { path, text: `${value}` }
    else stack.push(...membersOf(top).reverse())
  }
}

export const itemOf = (value: Json): Placed => ({ path: '', value })

const join = (path: string, key: string) => (path ? `${path}/${key}` : key)
