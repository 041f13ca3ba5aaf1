import { changeOf } from './changes'
import { childOf, childrenOf, valOf, wordsOf, type XmlElement } from './markup/xml'
import { lookOf, over, type Styles } from './styles'

/**
 * All words that stand in a part, whether they are shown or not, to compare the text with: found without its reader.
 * Words that are changed, hidden, struck or raised in part are told apart there.
 */
export function wordsInPart(root: XmlElement, styles: Styles): string {
  let words = ''
  let before = ''
  const walk = (parent: XmlElement, change: string, run: string) => {
    for (const one of childrenOf(parent)) {
      if (one.name === 'mc:Fallback') continue
      if (WORDS.has(one.name)) {
        const standing = `${change} ${run}`
        words += standing === before ? wordsOf(one) : ` ${wordsOf(one)}`
        before = standing
      } else if (APART.has(one.name)) words += '\n'
      const own = one.name === 'w:r' ? standingOf(one, styles) : run
      walk(one, changeOf(one)?.kind ?? change, own)
    }
  }
  walk(root, '', '')
  return words
}

function standingOf(run: XmlElement, styles: Styles): string {
  const properties = childOf(run, 'w:rPr')
  const { hidden, struck, height } = over(
    styles.of(valOf(properties, 'w:rStyle')).look,
    lookOf(properties),
  )
  const change = changeOf(childOf(properties, 'w:ins') ?? childOf(properties, 'w:del'))
  return [hidden && 'hidden', struck && 'struck', height, change?.kind].filter(Boolean).join()
}

const WORDS = new Set(['w:t', 'w:delText', 'm:t'])

/** What parts the words before from those after. */
const APART = new Set([
  ...['w:p', 'w:tab', 'w:br', 'w:cr', 'w:ptab', 'w:ruby', 'w:rt'],
  ...['w:footnoteReference', 'w:endnoteReference', 'm:oMath', 'm:f', 'm:den', 'm:num', 'm:r'],
])
