import { codePoints } from '@/lib/domain/text/invisible-characters'
import type { TextPart } from '../view/text-segments'
import { escaped, type Markdown } from './escape'

/** The article's text, its claims numbered behind their words, a block of Markdown for each of its own. */
export function textBlocks(parts: readonly TextPart[]): Markdown[] {
  return parts.map(({ kind, level, items }) => {
    const printed = items.map(itemOf)
    if (kind === 'list_item') return printed.map((item) => `- ${indented(item)}`).join('\n')
    const [one = ''] = printed
    if (level > 0) return `${'#'.repeat(level)} ${one.replaceAll('\\\n', ' ')}`
    return kind === 'quote' || kind === 'pull_quote' ? `> ${one.replaceAll('\n', '\n> ')}` : one
  })
}

/** The words are escaped whole, so that what begins a line is known as such; where a number goes is counted in them. */
function itemOf({ runs }: TextPart['items'][number]): Markdown {
  const text = runs.map(
    (run) =>
      run.text.replace(PLACES, codePoints) + run.ends.map(({ number }) => mark(number)).join(''),
  )
  return escaped({ text: text.join('') }).replace(NUMBERS, (_, number: string) => {
    const name = `C-${number}`
    return ` [${name}](#${name.toLowerCase()})`
  })
}

/** A number’s place among words: two characters that no printed words hold (Unicode, 23.7). */
const mark = (number: string) => `\uFDD0${number.replace(/^C-/, '')}\uFDD1`
const PLACES = /[\uFDD0\uFDD1]/g
const NUMBERS = /\uFDD0(\d+)\uFDD1/g

const indented = (item: Markdown) => item.replaceAll('\n', '\n  ')
