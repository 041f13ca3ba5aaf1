/**
 * Any address (WHATWG URL), or null where it is none. Not by `URL.canParse`: that of Node 20, once compiled, denies names
 * with letters of Latin-1 such as an umlaut.
 */
export function parseAddress(address: string, base?: URL | string): URL | null {
  try {
    return new URL(address, base)
  } catch {
    return null
  }
}
