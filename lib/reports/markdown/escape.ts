import type { Words } from '../view/printed-words'

/** Markdown that is to be printed as it stands; only this folder makes it, from escaped words and its own signs. */
export type Markdown = string

/**
 * Words in Markdown (CommonMark 0.31) that come out as they are: every sign that could mean something is escaped, also
 * to those who make links of bare addresses or formulas of dollars. Line ends are kept as hard breaks.
 */
export function escaped({ text }: Pick<Words, 'text'>): Markdown {
  return text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/[\\`*_[\]<>&~|$@{}!]/g, '\\$&')
        .replace(/:(?=\/\/)/g, '\\:')
        .replace(/\b(www)\./gi, '$1\\.')
        .replace(/^[#+\-=:]/, '\\$&')
        .replace(/^(\d{1,9})([.)])/, '$1\\$2'),
    )
    .join('\\\n')
}

/** The same in a line with other words: where letters run from the right, they turn nothing around them (UAX #9, isolates). */
export function inline(words: Words): Markdown {
  const text = escaped(words).replaceAll('\\\n', '\\\n  ')
  return FROM_RIGHT.test(words.text) ? `\u2068${text}\u2069` : text
}

const FROM_RIGHT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** A quotation of its own, every line of it. */
export function quoted(words: Words): Markdown {
  return `> ${escaped(words).replaceAll('\n', '\n> ')}`
}
