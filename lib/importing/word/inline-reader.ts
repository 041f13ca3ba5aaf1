import type { Ledger } from '../account/ledger'
import { writeFormula, writePicture, writeReading } from './asides'
import { type Change, changeOf } from './changes'
import { addressIn, Fields } from './fields'
import { LineRuns, type Standing } from './line-runs'
import type { Relationship } from './markup/package-parts'
import { symbolOf } from './markup/symbols'
import { childOf, childrenOf, elementsBelow, valOf, wordsOf, type XmlElement } from './markup/xml'
import type { Passage } from './passage'
import { type Origin, RaisedRun } from './raised-run'
import { lookOf, over, type RunLook, type StyleSheet } from './styles'

/** What a part's inline content is read with. */
export interface Around {
  ledger: Ledger
  styles: StyleSheet
  relationships: ReadonlyMap<string, Relationship>
  /** Takes the address of a link that begins, and gives the key of its edges; null for one that leads to no page. */
  link: (address: string) => string | null
  /** Takes a box whose words stand beside the text. */
  box: (content: XmlElement) => void
}

/** Reads what stands within paragraphs into passages: runs and what is around them (ECMA-376 §17.3). */
export class InlineReader {
  passage: Passage
  readonly #around: Around
  readonly #runs: LineRuns
  readonly #fields = new Fields()
  /** How the words stood that were read last. */
  #standing = ''
  #raised: RaisedRun | null = null

  constructor(around: Around, passage: Passage) {
    this.#around = around
    this.#runs = new LineRuns(around.ledger)
    this.passage = passage
  }

  /** Reads a paragraph's content, in the look that its style gives to all in it. */
  read(container: XmlElement, look: RunLook, change: Change | null = null): void {
    for (const child of childrenOf(container)) this.#inline(child, look, change)
  }

  /** Ends the block that is being read. */
  finish(): void {
    this.#flushRaised()
    this.#runs.end()
    this.#partContents()
  }

  /** Whether the mark that ends a paragraph is in the text, so that what follows is a paragraph of its own. */
  endsParagraph(paragraph: XmlElement): boolean {
    const mark = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr')
    const change = changeOf(
      childOf(mark, 'w:del') ??
        childOf(mark, 'w:moveFrom') ??
        childOf(mark, 'w:ins') ??
        childOf(mark, 'w:moveTo'),
    )
    return (
      change === null ||
      this.#runs.takes(' ¶', new Map([[change.kind, change.by]]), this.passage.text)
    )
  }

  get isContents(): boolean {
    return this.#fields.isContents
  }

  #inline(child: XmlElement, look: RunLook, change: Change | null): void {
    const { name } = child
    if (name === 'w:r') {
      this.#run(child, look, change)
      return
    }
    if (name === 'w:hyperlink') {
      this.#hyperlink(child, look, change)
      return
    }
    if (name === 'w:fldSimple') {
      this.#linked(addressIn(child.attributes.get('w:instr') ?? ''), child, look, change)
      return
    }
    if (name === 'w:sdt') {
      const content = childOf(child, 'w:sdtContent')
      if (content) this.read(content, look, change)
      return
    }
    if (name === 'mc:AlternateContent') {
      const shown = childOf(child, 'mc:Choice') ?? childOf(child, 'mc:Fallback')
      if (shown) this.read(shown, look, change)
      return
    }
    if (name === 'm:oMath' || name === 'm:oMathPara') {
      this.#formula(child)
      return
    }
    const edge = EDGES.get(name)
    if (edge) {
      this.#flushRaised()
      this.passage.edge(`comment ${child.attributes.get('w:id') ?? ''}`, edge)
      return
    }
    const own = changeOf(child)
    if (own || TRANSPARENT.has(name)) this.read(child, look, own ?? change)
  }

  #hyperlink(child: XmlElement, look: RunLook, change: Change | null): void {
    const found = this.#around.relationships.get(child.attributes.get('r:id') ?? '')
    this.#linked(found?.isOutside ? found.target : null, child, look, change)
  }

  #linked(address: string | null, child: XmlElement, look: RunLook, change: Change | null): void {
    this.#flushRaised()
    const key = address === null ? null : this.#around.link(address)
    if (key) this.passage.edge(key, 'start')
    this.read(child, look, change)
    this.#flushRaised()
    if (key) this.passage.edge(key, 'end')
  }

  #run(run: XmlElement, look: RunLook, change: Change | null): void {
    const properties = childOf(run, 'w:rPr')
    const style = this.#around.styles.of(valOf(properties, 'w:rStyle')).look
    const own = over(over(look, style), lookOf(properties))
    const mark = changeOf(childOf(properties, 'w:ins') ?? childOf(properties, 'w:del'))
    for (const child of childrenOf(run)) this.#inRun(child, own, change ?? mark)
  }

  #inRun(child: XmlElement, look: RunLook, change: Change | null): void {
    switch (child.name) {
      case 'w:t':
      case 'w:delText':
        this.#words(wordsOf(child), child, look, change)
        break
      case 'w:noBreakHyphen':
        this.#words('\u2011', child, look, change)
        break
      case 'w:softHyphen':
        this.#words('\u00ad', child, look, change)
        break
      case 'w:sym':
        this.#symbol(child, look, change)
        break
      case 'w:tab':
      case 'w:ptab':
        this.#apart()
        break
      case 'w:br':
      case 'w:cr':
        this.#lineBreak(child)
        break
      case 'w:instrText':
      case 'w:delInstrText':
        this.#fields.instruct(wordsOf(child))
        break
      case 'w:fldChar':
        this.#field(child.attributes.get('w:fldCharType') ?? '')
        break
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#point(`${child.name.slice(2, -9)} ${child.attributes.get('w:id') ?? ''}`)
        break
      case 'w:commentReference':
        this.#point(`comment ${child.attributes.get('w:id') ?? ''}`)
        break
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#drawing(child)
        break
      case 'w:ruby':
        this.#ruby(child, look, change)
        break
      case 'mc:AlternateContent': {
        const shown = childOf(child, 'mc:Choice') ?? childOf(child, 'mc:Fallback')
        for (const one of shown ? childrenOf(shown) : []) this.#inRun(one, look, change)
        break
      }
      default:
        if (boxesIn(child).length > 0) this.#drawing(child)
    }
  }

  #words(words: string, node: XmlElement, look: RunLook, change: Change | null): void {
    if (words === '' || this.#fields.isCode || this.#fields.isContents) {
      if (this.#fields.isContents && !this.#fields.isCode) this.#contents(words)
      return
    }
    const standings = new Map<Standing, string>()
    if (change) standings.set(change.kind, change.by)
    if (look.hidden) standings.set('hidden', '')
    if (look.struck) standings.set('struck', '')
    const { text } = this.passage
    const standing = [...standings.keys()].join()
    if (standing !== this.#standing) {
      this.#flushRaised()
      this.passage.seam()
    }
    this.#standing = standing
    if (!this.#runs.takes(words, standings, text)) return
    const origin = {
      node,
      from: 0,
      to: node.name === 'w:t' || node.name === 'w:delText' ? words.length : 0,
    }
    if (look.height === 'raised' || look.height === 'lowered') {
      this.#raise(words, look.height, origin)
      return
    }
    this.#flushRaised()
    this.passage.add(words, origin)
  }

  /** What a program listed of the document is no part of the article. */
  #contents(words: string): void {
    const { ledger } = this.#around
    const last = ledger.lines.at(-1)
    if (last?.kind === 'contents') {
      last.words += words
      last.took += words
    } else ledger.write('contents', null, { words, took: words })
  }

  #partContents(): void {
    const last = this.#around.ledger.lines.at(-1)
    if (!this.#fields.isContents || last?.kind !== 'contents') return
    last.words += ' '
    last.took += ' '
  }

  #raise(words: string, height: 'raised' | 'lowered', origin: Origin): void {
    if (this.#raised?.height !== height) this.#flushRaised()
    this.#raised ??= new RaisedRun(height)
    this.#raised.add(words, origin)
  }

  #flushRaised(): void {
    const raised = this.#raised
    this.#raised = null
    raised?.writeInto(this.passage, this.#around.ledger)
  }

  #symbol(child: XmlElement, look: RunLook, change: Change | null): void {
    const [font, code] = [
      child.attributes.get('w:font') ?? '',
      child.attributes.get('w:char') ?? '',
    ]
    const sign = symbolOf(font, Number.parseInt(code, 16))
    if (sign !== null) {
      this.#words(sign, child, look, change)
      return
    }
    this.#around.ledger.write('wordless', null, {
      words: `${font} ${code}`,
      before: this.passage.text,
    })
    this.#apart()
  }

  #apart(): void {
    if (this.#fields.isCode) return
    this.#partContents()
    this.#flushRaised()
    this.#runs.part()
    this.passage.part()
  }

  #lineBreak(child: XmlElement): void {
    if (this.#fields.isCode) return
    this.#flushRaised()
    this.#runs.part()
    const isPage = /^(?:page|column)$/.test(child.attributes.get('w:type') ?? '')
    if (isPage || this.passage.text.trim() === '') {
      this.passage.part()
      return
    }
    const { ledger } = this.#around
    const option = ledger.choose('line_break', 'space')
    ledger.write('line_break', option, { words: '↵', before: this.passage.text })
    if (option === 'space') this.passage.part()
    else this.passage.add('\n')
  }

  #field(type: string): void {
    if (type === 'begin') {
      this.#fields.begin()
      return
    }
    this.#flushRaised()
    if (type === 'separate') {
      const field = this.#fields.separate()
      const address = field && addressIn(field.instruction)
      if (!field || !address) return
      field.link = this.#around.link(address)
      if (field.link) this.passage.edge(field.link, 'start')
    }
    if (type === 'end') {
      const link = this.#fields.end()?.link
      if (link) this.passage.edge(link, 'end')
    }
  }

  #point(key: string): void {
    this.#flushRaised()
    this.passage.edge(key, 'end')
  }

  #drawing(drawing: XmlElement): void {
    this.#flushRaised()
    const boxes = boxesIn(drawing)
    for (const box of boxes) this.#around.box(box)
    if (boxes.length === 0) writePicture(this.#around.ledger, this.passage, drawing)
  }

  #ruby(ruby: XmlElement, look: RunLook, change: Change | null): void {
    const base = childOf(ruby, 'w:rubyBase')
    const reading = childOf(ruby, 'w:rt')
    if (base) this.read(base, look, change)
    if (!reading) return
    writeReading(this.#around.ledger, this.passage, reading)
  }

  #formula(formula: XmlElement): void {
    this.#flushRaised()
    writeFormula(this.#around.ledger, this.passage, formula)
  }
}

const EDGES = new Map([
  ['w:commentRangeStart', 'start' as const],
  ['w:commentRangeEnd', 'end' as const],
])

/** What only says something of what stands in it. */
const TRANSPARENT = new Set([
  'w:smartTag',
  'w:customXml',
  'w:bdo',
  'w:dir',
  'w:moveFromRangeStart',
  'w:sdtContent',
])

/** The contents of the boxes in a drawing; of the ways in which it is written, only the first. */
function boxesIn(drawing: XmlElement): XmlElement[] {
  const shown = ({ name }: XmlElement) => name !== 'mc:Fallback'
  return [...elementsBelow(drawing, shown)].filter(({ name }) => name === 'w:txbxContent')
}
