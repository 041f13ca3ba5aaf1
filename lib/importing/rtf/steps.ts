import type { Fonts } from './fonts'
import { type ControlWord, type Group, isGroup } from './group-tree'
import { after, type Standing } from './standing'

/** What comes next in a group: words, a sign of a font of signs, a control word, or another group; with how it stands. */
export type Step = { standing: Standing } & (
  | { words: string }
  | { symbol: { font: string; code: number } }
  | { control: ControlWord }
  | { group: Group }
)

/** Goes through a group in its order, with its bytes and numbers of letters read as letters. */
export function* stepsIn(group: Group, from: Standing, fonts: Fonts): Generator<Step> {
  let standing = from
  let words = ''
  /** How many letters are still to be passed over that only stand in for one. */
  let passes = 0
  for (const child of group.children) {
    if (typeof child === 'string') {
      const bytes = child.slice(passes)
      passes = Math.max(0, passes - child.length)
      const font = fonts.symbols(standing.font)
      if (font === null) words += fonts.letters(bytes, standing.font)
      else {
        if (words !== '') yield { standing, words }
        words = ''
        for (const one of bytes) yield { standing, symbol: { font, code: one.charCodeAt(0) } }
      }
      continue
    }
    if (!isGroup(child)) {
      const letter = LETTERS.get(child.word)
      if (letter !== undefined && passes > 0) {
        passes -= 1
        continue
      }
      if (child.word === 'u') {
        const code = ((child.value ?? 0) + 0x1_0000) % 0x1_0000
        passes = standing.fallback
        const font = code >= 0xf000 && code <= 0xf0ff ? fonts.symbols(standing.font) : null
        if (font === null) words += String.fromCharCode(code)
        else {
          if (words !== '') yield { standing, words }
          words = ''
          yield { standing, symbol: { font, code } }
        }
        continue
      }
      if (letter !== undefined) {
        words += letter
        continue
      }
    }
    passes = 0
    if (words !== '') yield { standing, words }
    words = ''
    if (isGroup(child)) yield { standing, group: child }
    else {
      standing = after(standing, child)
      yield { standing, control: child }
    }
  }
  if (words !== '') yield { standing, words }
}

/** Letters and signs that are written as control words. */
const LETTERS = new Map([
  ['~', '\u00a0'],
  ['-', '\u00ad'],
  ['_', '\u2011'],
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['zwbo', '\u200b'],
  ['zwnbo', '\u2060'],
  ['ltrmark', '\u200e'],
  ['rtlmark', '\u200f'],
])

/** The words of a group and of those in it, as of an address or a name. */
export function flatWords(group: Group, from: Standing, fonts: Fonts): string {
  let words = ''
  for (const step of stepsIn(group, from, fonts)) {
    if ('words' in step) words += step.words
    else if ('group' in step) words += flatWords(step.group, step.standing, fonts)
    else if ('control' in step && step.control.word === 'tab') words += ' '
  }
  return words
}
