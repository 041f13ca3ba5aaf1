import type { Ledger } from './ledger'
import type { OptionOf } from './line'

/** How a line's end that may have parted a word is to be read: with its break, or as one word, as it is then written. */
export type Parted = { isBroken: true } | { isBroken: false; dropsSign: boolean }

/** Says of words that may have been parted at the end of a line how they are to be read, and writes it down. */
export class PartedWords {
  #text: string
  #ledger: Ledger

  /** Takes all of the text, which alone can say how a word is written where it was not parted. */
  constructor(text: string, ledger: Ledger) {
    this.#text = text.toLowerCase()
    this.#ledger = ledger
  }

  /** Reads the end of a line and the beginning of the next; null where no word can have been parted. */
  between(line: string, next: string): Parted | null {
    const [, stem = '', sign = ''] = PARTED.exec(line.slice(-LONGEST_WORD)) ?? []
    const rest = /^[\p{L}\p{M}\p{N}]+/u.exec(next)?.[0] ?? ''
    if (sign === '' || rest === '' || SUSPENDED.test(next)) return null
    const option = this.#ledger.choose('hyphen', this.#usual(stem, sign, rest))
    const isJoined = option === 'join'
    this.#ledger.write('hyphen', option, {
      words: `${stem}${sign} ${rest}`,
      took: isJoined ? `${stem} ${rest}` : '',
      put: isJoined ? stem + rest : '',
    })
    return option === 'break' ? { isBroken: true } : { isBroken: false, dropsSign: isJoined }
  }

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
