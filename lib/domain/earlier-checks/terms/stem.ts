import { SUFFIXES, type Suffixes } from './suffixes'

/**
 * What the forms of a folded word have in common, in the languages whose endings are known; a word of any other, and a
 * figure, as it is. Light on purpose: two words of one stem may differ, and a stem need be no word.
 */
export function stemOf(word: string, language: string): string {
  const rule = RULES.get(language)
  if (!rule || word.length <= rule.least || FIGURE.test(word)) return word
  let stem = rule.beginning ? word.replace(rule.beginning, '') : word
  for (let time = 0; time < rule.times; time++) {
    const shorter = withoutEnding(stem, rule)
    if (shorter === stem) break
    stem = shorter
  }
  return stem.replace(DOUBLED, '$1')
}

const FIGURE = /\p{N}/u

/** A consonant that is doubled before an ending (`stopped`). */
const DOUBLED = /([bdfgkmnprt])\1$/

interface Rule {
  beginning: RegExp | null
  endings: ReadonlyMap<string, string>
  longest: number
  least: number
  times: number
}

const RULES: ReadonlyMap<string, Rule> = new Map(
  Object.entries(SUFFIXES).map(([language, suffixes]) => [language, ruleOf(suffixes)]),
)

function ruleOf({ beginnings, endings, least, times }: Suffixes): Rule {
  const replaced = endings.split(' ').map((ending): [string, string] => {
    const [from = '', to = ''] = ending.split('/')
    return [from, to]
  })
  const beginning = beginnings
    ? new RegExp(`^(?:${beginnings.replaceAll(' ', '|')})(?=.{${least}})`, 'u')
    : null
  const longest = Math.max(...replaced.map(([ending]) => ending.length))
  return { beginning, endings: new Map(replaced), longest, least, times }
}

function withoutEnding(word: string, { endings, longest, least }: Rule): string {
  for (let length = Math.min(longest, word.length - least); length > 0; length--) {
    const instead = endings.get(word.slice(-length))
    if (instead !== undefined) return word.slice(0, -length) + instead
  }
  return word
}
