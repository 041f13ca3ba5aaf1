import type { ArticleBlock } from './article-blocks'

/** The byline and the date that are printed above an article, in the languages of `BY`; null where none is. */
export function headFacts(head: readonly ArticleBlock[]): {
  byline: string | null
  published: string | null
} {
  const lines = head.flatMap(({ text }) => text.split('\n'))
  return {
    byline: first(lines, bylineIn),
    published: first(lines, (line) => DATE.exec(line)?.[0] ?? null),
  }
}

function first(lines: readonly string[], read: (line: string) => string | null): string | null {
  for (const line of lines) {
    const found = read(line)
    if (found) return found
  }
  return null
}

function bylineIn(line: string): string | null {
  const [, names = ''] = BY.exec(line) ?? []
  const said = names.split(/\s*[|•·]\s*|,?\s+(?=\d)/)[0]?.trim() ?? ''
  return NAME.test(said) ? said : null
}

/** How a byline begins; `Text:` and `Fotos:` stand in German ones. */
const BY = /^(?:by|von|text|par|por|di|door|av|af|od|автор|yazan)\s*:?\s+(.{3,120})$/i

/** Two words with capitals at least, or letters of a script that has none. */
const NAME = /^\p{Lu}[\p{L}.'’-]*(?:\s+\S+)*\s+\p{Lu}|^\p{Lo}{2,}/u

const DATE =
  /\d{4}-\d{2}-\d{2}|\d{4}年\d{1,2}月\d{1,2}日|\d{4}년 ?\d{1,2}월 ?\d{1,2}일|\d{1,2}\.?(?:er|º)? (?:de )?\p{L}{3,12}\.?,? (?:de )?\d{4}|\p{L}{3,12}\.? \d{1,2}, \d{4}/u
