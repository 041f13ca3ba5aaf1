import { parseAddress } from '../web-address'

/**
 * The address of a page as it is compared with others: without scheme, `www.`, usual port, fragment, a slash at its end and
 * what only follows who clicked; the rest of its query in one order. Empty for what is no web address.
 */
export function canonicalAddress(address: string): string {
  const url = parseAddress(address)
  if (!url || !/^https?:$/.test(url.protocol)) return ''
  const asked = [...url.searchParams].filter(([name]) => !FOLLOWS.test(name))
  const query = asked
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&')
  const place = `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}`
  return query ? `${place}?${query}` : place
}

/** Names of what is added to an address to see where its readers come from. */
const FOLLOWS = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_ga|ref_src)$/i
