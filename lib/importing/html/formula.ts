import { asRaised, type Height } from '../account/raised-figures'
import { flatWords, oneLine } from './flat-words'
import { type Element, isElement, isText, type Node, nameOf } from './page/tree'

/** How deep a formula may nest; below, its words are read in a row. */
const DEEPEST = 100

/**
 * A formula of MathML as a line of plain text in which no two figures join: `x²`, `(a + b)/2`, `√(2)`. Its
 * annotations, which say the same again in another language, are left out (MathML Core §2.4.1).
 */
export function formulaWords(element: Element, depth = 0): string {
  if (depth > DEEPEST) return flatWords(element)
  const parts = element.childNodes.filter((node) => isElement(node) || oneLine(textOf(node)) !== '')
  const words = parts.map((node) =>
    isElement(node) ? formulaWords(node, depth + 1) : oneLine(textOf(node)),
  )
  const [first = '', second = '', third = ''] = words
  switch (nameOf(element)) {
    case 'annotation':
    case 'annotation-xml':
      return ''
    case 'semantics':
      return first
    case 'msup':
    case 'mover':
      return first + shifted(second, 'raised')
    case 'msub':
    case 'munder':
      return first + shifted(second, 'lowered')
    case 'msubsup':
    case 'munderover':
      return first + shifted(second, 'lowered') + shifted(third, 'raised')
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`
    case 'msqrt':
      return `√(${inARow(words)})`
    case 'mroot':
      return `${shifted(second, 'raised')}√(${first})`
    case 'mtd':
    case 'mtr':
      return words.join(', ')
    case 'mtable':
      return words.join('; ')
    case 'mfenced':
      return `(${words.join(', ')})`
    case 'mspace':
      return ' '
    default:
      return inARow(words)
  }
}

const textOf = (node: Node) => (isText(node) ? node.value : '')
const shifted = (words: string, height: Height) => (words === '' ? '' : asRaised(words, height))
const grouped = (words: string) => (/^[\p{L}\p{N}.,]*$/u.test(words) ? words : `(${words})`)

/** Two figures beside each other are parted: as 2 and 3 they are not 23. */
function inARow(words: readonly string[]): string {
  return words.reduce((line, next) => {
    const meets = /[\p{N}]$/u.test(line) && /^[\p{N}]/u.test(next)
    return line + (meets ? ' ' : '') + next
  }, '')
}
