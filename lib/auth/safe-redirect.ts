import { parseAddress } from '@/lib/domain/web-address'

/** An address to go to after logging in, if it is a page of ours; else the front page. */
export function safeAddress(to: string): string {
  const here = 'http://stet.invalid'
  const url = to.startsWith('/') ? parseAddress(to, here) : null
  return url?.origin === here ? url.pathname + url.search + url.hash : '/'
}
