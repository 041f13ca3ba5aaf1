/** An address to go to after logging in, if it is a page of ours; else the front page. */
export function safeAddress(to: string): string {
  const here = 'http://stet.invalid'
  if (!to.startsWith('/') || !URL.canParse(to, here)) return '/'
  const url = new URL(to, here)
  return url.origin === here ? url.pathname + url.search + url.hash : '/'
}
