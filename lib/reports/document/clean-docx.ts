import {
  AlignmentType,
  Document,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import type { Report } from '@/lib/domain/report/schema'
import { type BlockKind, hasNumber } from '@/lib/domain/text/blocks'
import { childrenOf, elementsBelow, wordsOf } from '@/lib/importing/word/markup/xml'
import { Passage } from '@/lib/importing/word/passage'
import { words } from '../view/printed-words'
import type { OpenPart } from './parts/open-package'
import { fitForXml } from './parts/xml-words'

/** A new Word document of an article's text, a paragraph a block, in Word's own styles, so that a template takes it over. */
export async function cleanDocx({ text, blocks, article }: Report): Promise<Buffer> {
  const file = new Document({
    title: fitForXml(article.headline),
    creator: 'Stet',
    styles: {
      default: {
        document: {
          run: { size: 24, sizeComplexScript: 24, language: languageOf(article.language) },
          paragraph: { spacing: { after: 160, line: 300, lineRule: 'auto' } },
        },
        title: heading(44),
        heading2: heading(28),
      },
      paragraphStyles: [
        { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', run: { italics: true, size: 28 } },
        { id: 'Quote', name: 'Quote', basedOn: 'Normal', run: { italics: true } },
        { id: 'IntenseQuote', name: 'Intense Quote', basedOn: 'Quote', run: { bold: true } },
        { id: 'Caption', name: 'caption', basedOn: 'Normal', run: { size: 20, italics: true } },
        { id: 'FootnoteText', name: 'footnote text', basedOn: 'Normal', run: { size: 20 } },
      ],
    },
    numbering: { config: [{ reference: BULLETS, levels: [BULLET] }] },
    sections: [
      {
        children: blocks.map(({ kind, start, end }) => paragraphOf(kind, text.slice(start, end))),
      },
    ],
  })
  return Packer.toBuffer(file)
}

/** In half points. */
function heading(size: number) {
  return {
    run: { size, sizeComplexScript: size, bold: true, color: '000000' },
    paragraph: { spacing: { before: 240, after: 160, line: 264, lineRule: 'auto' } },
  } as const
}

const BULLETS = 'bullets'
const BULLET = {
  level: 0,
  format: LevelFormat.BULLET,
  text: '•',
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { start: 720, hanging: 360 } } },
}

const LOOKS: Record<BlockKind, IParagraphOptions> = {
  headline: { heading: HeadingLevel.TITLE },
  dek: { style: 'Subtitle' },
  subhead: { heading: HeadingLevel.HEADING_2 },
  paragraph: {},
  list_item: {},
  quote: { style: 'Quote' },
  pull_quote: { style: 'IntenseQuote' },
  caption: { style: 'Caption' },
  footnote: { style: 'FootnoteText' },
}

function paragraphOf(kind: BlockKind, block: string): Paragraph {
  const isRightToLeft = words(block).dir === 'rtl'
  const isBullet = kind === 'list_item' && !hasNumber(block)
  return new Paragraph({
    ...LOOKS[kind],
    ...(isBullet && { numbering: { reference: BULLETS, level: 0 } }),
    bidirectional: isRightToLeft,
    children: fitForXml(block)
      .split('\n')
      .map(
        (line, nth) =>
          new TextRun({ text: line, rightToLeft: isRightToLeft, ...(nth > 0 && { break: 1 }) }),
      ),
  })
}

const languageOf = (language: string) => ({
  value: language,
  bidirectional: language,
  eastAsia: language,
})

/** Where each block's words stand in a document that `cleanDocx` made: they are all as they were put in. */
export function cleanPassages({ root }: OpenPart): Passage[] {
  const [body] = childrenOf(root, 'w:body')
  return (body ? childrenOf(body, 'w:p') : []).map((paragraph) => {
    const passage = new Passage()
    for (const element of elementsBelow(paragraph)) {
      const said = element.name === 'w:br' ? '\n' : element.name === 'w:t' ? wordsOf(element) : ''
      if (said === '\n') passage.text += said
      else passage.add(said, { node: element, from: 0, to: said.length })
    }
    return passage
  })
}
