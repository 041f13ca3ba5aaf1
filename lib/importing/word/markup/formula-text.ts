import { asRaised } from '../../account/raised-figures'
import { childOf, childrenOf, wordsOf, type XmlElement } from './xml'

/** A formula of Word (ECMA-376 §22.1) on one line, with what is above, below and raised in it kept apart: `(a + b)/c`, `x²`. */
export function formulaText(formula: XmlElement): string {
  return childrenOf(formula).map(textOf).join('')
}

function textOf(part: XmlElement): string {
  const inside = (name: string) => {
    const found = childOf(part, name)
    return found ? formulaText(found) : ''
  }
  switch (part.name) {
    case 'm:t':
      return wordsOf(part)
    case 'm:f':
      return `${grouped(inside('m:num'))}/${grouped(inside('m:den'))}`
    case 'm:sSup':
      return inside('m:e') + asRaised(inside('m:sup'), 'raised')
    case 'm:sSub':
      return inside('m:e') + asRaised(inside('m:sub'), 'lowered')
    case 'm:sSubSup':
      return (
        inside('m:e') + asRaised(inside('m:sub'), 'lowered') + asRaised(inside('m:sup'), 'raised')
      )
    case 'm:rad':
      return `${asRaised(inside('m:deg'), 'raised')}√${grouped(inside('m:e'))}`
    case 'm:d':
      return `(${childrenOf(part, 'm:e').map(formulaText).join(', ')})`
    default:
      return formulaText(part)
  }
}

const grouped = (words: string) => (/^[\p{L}\p{N}.,]*$/u.test(words) ? words : `(${words})`)
