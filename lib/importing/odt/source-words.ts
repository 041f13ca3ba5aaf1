import { childOf, elementsBelow, isElement, type XmlElement } from '../word/markup/xml'
import { over, type RunLook, UNSAID } from '../word/styles'
import type { OdfChanges } from './changes'
import { hiddenWordsOf, isHidden } from './hidden-words'
import { spaces } from './plain-words'
import type { OdfStyles } from './styles'
import { repeated } from './tables'

/**
 * All words that stand in a text, whether they are shown or not, to compare what was read with: found without its reader.
 * Words that are changed, hidden, struck or raised in part are told apart there.
 */
export function wordsInText(root: XmlElement, styles: OdfStyles, changes: OdfChanges): string {
  let words = ''
  let before = ''
  const boxes: string[] = []
  const add = (text: string, look: RunLook, change: string) => {
    const standing = [look.hidden, look.struck, look.height, change].join()
    words += standing === before || text === '' ? text : ` ${text}`
    if (text !== '') before = standing
  }
  const walk = (parent: XmlElement, look: RunLook, deleted: string) => {
    for (const one of parent.children) {
      if (!isElement(one)) {
        add(one, look, deleted || (changes.current?.kind ?? ''))
        continue
      }
      const id = one.attributes.get('text:change-id') ?? ''
      if (one.name === 'text:change-start') changes.begin(id)
      if (one.name === 'text:change-end') changes.end(id)
      const gone = one.name === 'text:change' ? changes.deleted(id) : null
      for (const [at, paragraph] of (gone?.paragraphs ?? []).entries()) {
        if (at > 0) words += '\n'
        walk(paragraph, over(look, lookOf(paragraph, styles)), 'deleted')
      }
      if (NO_WORDS.test(one.name)) continue
      if (one.name.startsWith('draw:')) {
        // A box hangs on its place without parting the words there.
        const outer = [words, before] as const
        ;[words, before] = ['', '']
        walk(one, look, deleted)
        boxes.push(words)
        ;[words, before] = outer
        continue
      }
      if (one.name === 'text:s') words += spaces(one)
      if (APART.test(one.name)) words += '\n'
      const hidden = hiddenWordsOf(one)
      if (hidden !== '') add(hidden, { ...look, hidden: true }, deleted)
      for (const again of repeated(one, 'table:number-columns-repeated'))
        for (const each of repeated(again, 'table:number-rows-repeated'))
          walk(each, over(look, lookOf(each, styles)), deleted)
      if (APART.test(one.name)) words += '\n'
    }
  }
  walk(root, UNSAID, '')
  return [words, ...boxes].join('\n')
}

function lookOf(one: XmlElement, styles: OdfStyles): RunLook {
  const style = one.attributes.get('text:style-name')
  if (isHidden(one)) return { ...UNSAID, hidden: true }
  if (one.name === 'text:span') return styles.of('text', style).look
  if (!/^text:[ph]$/.test(one.name)) return UNSAID
  const { look } = styles.of('paragraph', style)
  const isWhole = [...elementsBelow(one)].some(isHidden) && !childOf(one, 'text:section')
  return isWhole ? { ...look, hidden: true } : look
}

/** What parts the words before from those after. */
const APART = /^(?:text:(?:p|h|tab|line-break|ruby|ruby-text)|table:.*)$/

/** What is no word of the text: notes and comments on it, what was taken out and stands elsewhere, names of pictures. */
const NO_WORDS =
  /^(?:text:(?:note|tracked-changes|[a-z-]*-decls|[a-z-]*-source|script|[a-z-]*index-mark.*)|office:(?:annotation|annotation-end|forms)|svg:.*|dc:.*|meta:.*)$/
