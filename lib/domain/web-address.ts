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

/**
 * A web address as people write it: one of http or https, or a host that names no scheme (`example.org/a`), which is taken
 * for https. Null for anything else, which could run in a reader's page.
 */
export function writtenAddress(text: string): string | null {
  const address = WITHOUT_SCHEME.test(text) ? `https://${text}` : text
  return /^https?:$/.test(parseAddress(address)?.protocol ?? '') ? address : null
}

/** A host with a dot in it, and what follows it: its port, path, query or fragment. */
const WITHOUT_SCHEME = /^(?:[^\s/?#:@\\.]+\.)+[^\s/?#:@\\.]{2,}(?::\d+)?(?:[/?#]|$)/
