import { childOf, childrenOf, elementsBelow, wordsOf, type XmlElement } from '../word/markup/xml'
import { plainWords } from './plain-words'

/** What of a paragraph's content is paragraphs again. */
export interface Within {
  box: (content: XmlElement) => XmlElement[]
  isCaption: (paragraph: XmlElement) => boolean
}

/** Tells what the frames and shapes of a text hold (ODF 1.3 part 3 §10.4). */
export class Frames {
  readonly #within: Within

  constructor(within: Within) {
    this.#within = within
  }

  /**
   * The paragraphs of its box: captions, which are printed under what they belong to, or what stands beside the text;
   * and the name of what is in it in another format.
   */
  of(frame: XmlElement): { captions: XmlElement[]; box: XmlElement[]; other: string | null } {
    const content = frame.name === 'draw:frame' ? childOf(frame, 'draw:text-box') : frame
    const made = content && plainWords(content) !== '' ? this.#within.box(content) : []
    const isCaption = made.length > 0 && content !== undefined && this.#isCaption(content)
    const object = childrenOf(frame).find(({ name }) => OBJECTS.has(name))
    return {
      captions: isCaption ? made : [],
      box: isCaption ? [] : made,
      other: object
        ? describedBy(frame) || (frame.attributes.get('draw:name') ?? 'An object')
        : null,
    }
  }

  #isCaption(content: XmlElement): boolean {
    return childrenOf(content).every(
      (one) => plainWords(one) === '' || (one.name === 'text:p' && this.#within.isCaption(one)),
    )
  }
}

const OBJECTS = new Set([
  'draw:object',
  'draw:object-ole',
  'draw:plugin',
  'draw:applet',
  'draw:floating-frame',
])

/** What a picture says that it stands for: its title and its description. */
export function describedBy(frame: XmlElement): string {
  const said = [...elementsBelow(frame, ({ name }) => name !== 'draw:text-box')]
    .filter(({ name }) => name === 'svg:title' || name === 'svg:desc')
    .map((one) => wordsOf(one).trim())
  return [...new Set(said)].filter((one) => one !== '').join('. ')
}
