import { Paragraph, Tab, TabStopType, TextRun } from 'docx'
import type { Fact } from '../view/claim-entry'
import { type Words, words } from '../view/printed-words'
import { paragraph, runs } from './runs'
import { AS_ARTICLE, AS_CODE, SOFTLY } from './styles'

/** In twentieths of a point, as the style of a fact has it. */
const LABEL = 2400

/**
 * Labels with their values. A value that runs from the right, or over several lines, stands below its label in a
 * paragraph of its own, which has its own direction. The article's own words carry its language.
 */
export function facts(all: readonly Fact[], language?: string): Paragraph[] {
  return all.flatMap(({ label, value, voice }) => {
    const look = { ...LOOKS[voice], ...(voice === 'article' && language && spoken(language)) }
    const name = new TextRun({ ...SOFTLY, text: label })
    if (value.dir === 'rtl' || value.text.includes('\n')) {
      return [
        new Paragraph({ style: 'Fact', keepNext: true, children: [name] }),
        paragraph(value, { style: 'FactValue' }, look),
      ]
    }
    return [
      new Paragraph({
        style: 'Fact',
        tabStops: [{ type: TabStopType.LEFT, position: LABEL }],
        children: [name, new TextRun({ children: [new Tab()] }), ...runs(value, look)],
      }),
    ]
  })
}

const LOOKS: Record<Fact['voice'], object> = { desk: {}, article: AS_ARTICLE, code: AS_CODE }

/** The language of words, whichever script they are in (BCP 47; `w:lang`, 17.3.2.20). */
export const spoken = (language: string) => ({
  language: { value: language, eastAsia: language, bidirectional: language },
})

export const by = (given: Words | null): Paragraph[] =>
  given ? [paragraph(given, { style: 'By' })] : []

export const said = (text: string): Paragraph => paragraph(words(text))

export const listed = (items: readonly Words[]): Paragraph[] =>
  items.map((item) => paragraph(item, { bullet: { level: 0 } }))
