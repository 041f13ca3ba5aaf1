import type { Report } from '@/lib/domain/report/schema'

/** The longest slug that a file name keeps, so that every file system takes the whole name. */
const LONGEST_SLUG = 80

/** What a report's file is called, in ASCII letters, digits, dots and hyphens only: `s-400-talks-r3-fact-check.pdf`. */
export function reportFileName({ article, revision }: Report, extension: string): string {
  const slug = plain(article.slug).slice(0, LONGEST_SLUG).replace(/-+$/, '') || 'article'
  return `${slug}-r${revision.number}-fact-check.${plain(extension)}`
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
