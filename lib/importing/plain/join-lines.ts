import type { PartedWords } from '../account/parted-words'

/** Joins lines that a program broke, with a space where it does not part a word and there is one in their script. */
export function joinLines(lines: readonly string[], parted: PartedWords): string {
  const parts: string[] = []
  for (const next of lines.map((one) => one.trim())) {
    const line = parts.pop()
    if (line === undefined) {
      parts.push(next)
    } else if (WIDE_END.test(line) && WIDE_START.test(next)) {
      parts.push(line, next)
    } else {
      const word = parted.between(line, next)
      if (word && !word.isBroken && word.dropsSign) parts.push(line.slice(0, -1), next)
      else parts.push(line, word === null ? ' ' : word.isBroken ? '\n' : '', next)
    }
  }
  return parts.join('')
}

const WIDE = '[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\u3000-\\u303f\\uff01-\\uff60]'
const WIDE_END = new RegExp(`${WIDE}$`, 'u')
const WIDE_START = new RegExp(`^${WIDE}`, 'u')
