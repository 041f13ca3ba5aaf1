import { LONGEST_URI } from '@/lib/domain/articles/item-version'
import { parseAddress } from '@/lib/domain/web-address'

/**
 * The address that a page is known by: the one that it calls its own (RFC 6596), if that is on the site that it came from, else the
 * one that it came from; without its fragment and without what only counts its readers. Empty for none.
 */
export function canonicalAddress(canonical: string | null, from: string): string {
  const came = webAddress(from)
  const own = canonical === null ? null : webAddress(canonical, came ?? undefined)
  const chosen = own && (!came || isSamePage(own, came)) ? own : came
  if (!chosen) return ''
  chosen.hash = ''
  for (const name of [...chosen.searchParams.keys()]) {
    if (COUNTING.test(name)) chosen.searchParams.delete(name)
  }
  return chosen.href.length > LONGEST_URI ? '' : chosen.href
}

/** A page that calls the front page, or another site's page, its own is mistaken, or misleads. */
function isSamePage(own: URL, came: URL): boolean {
  const site = ({ hostname }: URL) => hostname.replace(/^(?:www|m|mobile|amp)\./, '')
  return site(own) === site(came) && (own.pathname !== '/' || came.pathname === '/')
}

const COUNTING = /^(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id)$/

function webAddress(address: string, base?: URL): URL | null {
  const url = parseAddress(address, base)
  return url && /^https?:$/.test(url.protocol) ? url : null
}
