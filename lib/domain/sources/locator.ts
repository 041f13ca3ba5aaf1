/** Why words are no place in a source: they name all of it, or nothing; null where they may be one. */
export function locatorProblem(words: string): string | null {
  if (WHOLE_DOCUMENT.test(words)) {
    return 'The whole document is not a place. Name the page, paragraph, timecode, cell or section.'
  }
  return /[\p{L}\p{N}]/u.test(words) ? null : 'Name the page, paragraph, timecode, cell or section.'
}

const THING =
  'document|text|article|page|report|source|statement|release|interview|recording|transcript|book|paper|study|film|video|file|site|website|thing|it'
const WHOLE_DOCUMENT = new RegExp(
  `^\\W*((the\\s+)?(whole|entire|full|all)(\\s+(of\\s+)?(the\\s+)?(${THING}))?|everything|everywhere|throughout|passim)\\W*$`,
  'i',
)
