import type { Ledger } from '../account/ledger'
import { formulaText } from './markup/formula-text'
import { elementsBelow, wordsOf, type XmlElement } from './markup/xml'
import type { Passage } from './passage'

/** Tells of the words that stand for a picture, and puts them in where that was chosen. */
export function writePicture(ledger: Ledger, passage: Passage, drawing: XmlElement): void {
  const words = describedBy(drawing)
  if (words === '') return
  const option = ledger.choose('picture', 'out')
  const put = option === 'in' ? words : ''
  ledger.write('picture', option, { words, before: passage.text, put })
  if (put === '') return
  passage.part()
  passage.add(put)
  passage.part()
}

/** Tells of a reading above words, and puts it in brackets after them where that was chosen. */
export function writeReading(ledger: Ledger, passage: Passage, reading: XmlElement): void {
  const words = wordsBelow(reading, 'w:t').join('')
  const option = ledger.choose('reading', 'out')
  const took = option === 'out' ? words : ''
  ledger.write('reading', option, { words, before: passage.text, took })
  if (option === 'in') passage.add(`(${words})`)
}

/** Puts a formula in on one line, and tells where that needed other signs. */
export function writeFormula(ledger: Ledger, passage: Passage, formula: XmlElement): void {
  const took = wordsBelow(formula, 'm:t').join(' ')
  const words = formulaText(formula)
  const before = passage.text
  if (took.replace(/\s/g, '') !== words.replace(/\s/g, '')) {
    ledger.write('raised', null, { words, before, took, put: words })
  }
  if (/[\p{L}\p{N}]$/u.test(before)) passage.part()
  passage.add(words)
}

/** What a picture says that it stands for. */
function describedBy(drawing: XmlElement): string {
  for (const one of [drawing, ...elementsBelow(drawing)]) {
    if (one.name === 'wp:docPr') return (one.attributes.get('descr') ?? '').trim()
  }
  return ''
}

function wordsBelow(parent: XmlElement, name: string): string[] {
  return [...elementsBelow(parent)].filter((one) => one.name === name).map(wordsOf)
}
