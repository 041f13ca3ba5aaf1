import type { PageFacts } from './page-facts'

/** An article's title: what the page's data call it, else its label without the name of the site. */
export function titleOf(found: string | null, facts: PageFacts): string | null {
  const { label, title, headings } = facts
  if (!found) return title ?? label ?? headings[0] ?? null
  if (!label || found === title) return found
  // A colon may be part of the title, and then a heading has it too.
  const isCutShort =
    label.endsWith(found) && headings.some((one) => one.length > 10 && label.startsWith(one))
  return withoutSite(isCutShort ? label : found)
}

/** `The bridge is shut again – The Pine` is `The bridge is shut again`. */
function withoutSite(title: string): string {
  const [, words = '', site = ''] = /^(.+)\s[–|·]\s(.+?)$/.exec(title) ?? []
  const isName = site.split(' ').length <= 4 && words.split(' ').length >= 4
  return isName ? words : title
}
