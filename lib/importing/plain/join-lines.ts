import type { Ledger } from '../account/ledger'
import type { OptionOf } from '../account/line'

/** Joins lines that a program broke, and asks the ledger about words that it may have parted. */
export class LineJoiner {
  #text: string
  #ledger: Ledger

  constructor(text: string, ledger: Ledger) {
    this.#text = text.toLowerCase()
    this.#ledger = ledger
  }

  join(lines: readonly string[]): string {
    const parts: string[] = []
    for (const line of lines.map((one) => one.trim())) {
      const last = parts.pop()
      parts.push(...(last === undefined ? [line] : this.#joined(last, line)))
    }
    return parts.join('')
  }

  /** Two lines with what is between them. */
  #joined(line: string, next: string): string[] {
    if (WIDE_END.test(line) && WIDE_START.test(next)) return [line, next]
    const [, stem = '', sign = ''] = PARTED.exec(line.slice(-LONGEST_WORD)) ?? []
    const rest = /^[\p{L}\p{M}\p{N}]+/u.exec(next)?.[0] ?? ''
    if (sign === '' || rest === '' || SUSPENDED.test(next)) return [line, ' ', next]
    const option = this.#ledger.choose('hyphen', this.#usual(stem, sign, rest))
    const isJoined = option === 'join'
    this.#ledger.write('hyphen', option, {
      words: `${stem}${sign} ${rest}`,
      took: isJoined ? `${stem} ${rest}` : '',
      put: isJoined ? stem + rest : '',
    })
    if (isJoined) return [line.slice(0, -sign.length), next]
    return option === 'break' ? [line, '\n', next] : [line, next]
  }

  /** Only the text itself can say how a word is written, in a place where it was not parted. */
  #usual(stem: string, sign: string, rest: string): OptionOf<'hyphen'> {
    if (sign === SOFT_HYPHEN || this.#has(stem + rest)) return 'join'
    return this.#has(stem + sign + rest) ? 'hyphen' : 'break'
  }

  #has(word: string): boolean {
    const wanted = word.toLowerCase()
    const at = this.#text.indexOf(wanted)
    if (at < 0) return false
    const before = this.#text.slice(Math.max(0, at - 2), at)
    const after = this.#text.slice(at + wanted.length, at + wanted.length + 2)
    return !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after)
  }
}

const SOFT_HYPHEN = '\u00ad'

/** How much of a line's end may be one word, in UTF-16 units. */
const LONGEST_WORD = 80

/** A word that goes on, or does not, after its hyphen, dash or slash. */
const PARTED = /([\p{L}\p{M}\p{N}]+)([-\u00ad\u2010-\u2015/])$/u

/** A hyphen that stands for the rest of a word to come ends one: `Bundes- und Landesregierung`. */
const SUSPENDED =
  /^(?:und|oder|bzw|sowie|bis|and|or|to|et|ou|en|of|och|eller|og|e|o|y)(?![\p{L}\p{N}])/iu

const WIDE = '[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\u3000-\\u303f\\uff01-\\uff60]'
const WIDE_END = new RegExp(`${WIDE}$`, 'u')
const WIDE_START = new RegExp(`^${WIDE}`, 'u')
