import type { BlockKind } from '@/lib/domain/text/blocks'
import type { Ledger } from '../account/ledger'
import { PartedWords } from '../account/parted-words'
import { writeRaised } from '../account/raised-words'
import { hasWords } from '../account/words'
import { Beside } from './beside'
import { BlockGatherer } from './block-gatherer'
import { oneLine, raisedWords } from './flat-words'
import { formulaWords } from './formula'
import { type ClassLooks, classLooksOf, heightOf, isStruck } from './looks'
import {
  type Bodies,
  bodiesOf,
  isCommentMark,
  isNoteMark,
  isNumberLink,
  isSideNote,
  isWayBack,
} from './notes'
import { asideOf, isBlock, isDrawn, isUnseen, isWordListLabel } from './page/elements'
import { attribute, classOf, type Element, nameOf, type Parent } from './page/tree'
import { stepsThrough } from './page/walk'
import { type Parting, partingIn } from './parting'
import { shownInstead, sourceWordsOf } from './source-words'
import { literalTag } from './unknown-tags'

/** What is known of a page's elements before it is read: which are no part of its article, and what others are. */
export interface Known {
  outside: ReadonlySet<Element>
  kinds: ReadonlyMap<Element, BlockKind>
}

const NOTHING_KNOWN: Known = { outside: new Set(), kinds: new Map() }

/** Reads a page in its order, and writes into the ledger whatever does not stand in the text as it stood there. */
export class PageReader {
  readonly gatherer: BlockGatherer
  readonly beside: Beside
  #ledger: Ledger
  #looks: ClassLooks
  #bodies: Bodies
  #source: string
  #parts: Parting
  #parted: PartedWords

  #known: Known

  constructor(document: Parent, source: string, ledger: Ledger, known: Known = NOTHING_KNOWN) {
    this.#known = known
    this.gatherer = new BlockGatherer(ledger)
    this.#ledger = ledger
    this.#looks = classLooksOf(document)
    this.#parts = partingIn(this.#looks)
    this.#bodies = bodiesOf(document)
    this.beside = new Beside(document, this.#bodies)
    this.#source = source
    this.#parted = new PartedWords(this.words(document), ledger)
  }

  /** The letters and digits of all that is in the page, or in a part of it. */
  words(root: Parent): string {
    return sourceWordsOf(root, this.#source, this.#parts)
  }

  read(root: Parent): void {
    for (const step of stepsThrough(root, (element) => this.#enters(element))) {
      if ('text' in step) this.#text(step.text)
      else if ('closes' in step) {
        this.#edge(step.closes, 'end')
        this.gatherer.closes(step.closes)
      } else {
        this.gatherer.opens(step.opens, this.#kindOf(step.opens))
        this.#edge(step.opens, 'start')
      }
    }
    this.gatherer.finish()
  }

  /** What a note leads to is said with the note. */
  #edge(element: Element, edge: 'start' | 'end'): void {
    if (!this.gatherer.isInNote) this.gatherer.inline.sign(this.beside.edge(element, edge))
  }

  /** A line's end in the source is a space, but for one that may have parted a word. */
  #text(text: string): void {
    let rest = text
    for (let ends = PARTED_LINE.exec(rest); ends; ends = PARTED_LINE.exec(rest)) {
      const at = ends.index + 1
      const next = rest.slice(at).trimStart()
      const word = this.gatherer.keepsSpaces ? null : this.#parted.between(rest.slice(0, at), next)
      const isWhole = word !== null && !word.isBroken
      this.gatherer.text(rest.slice(0, isWhole && word.dropsSign ? at - 1 : at))
      if (word?.isBroken) this.gatherer.inline.breakLine()
      rest = word ? next : rest.slice(at)
    }
    this.gatherer.text(rest)
  }

  /** Whether to read on below an element; if not, it has been dealt with. */
  #enters(element: Element): boolean {
    if (isUnseen(element)) return false
    const tag = literalTag(element, this.#source)
    if (tag !== null) this.gatherer.text(tag)
    const name = nameOf(element)
    if (this.#bodies.comments.has(element) || isCommentMark(element)) {
      if (!this.#bodies.comments.has(element))
        this.gatherer.inline.sign(this.beside.commentMark(element))
      return this.#isPutIn('comment', element)
    }
    const isOutside = this.#known.outside.has(element)
    if (isOutside) this.#endBefore(element)
    const aside = isOutside ? 'page' : asideOf(element)
    if (aside) return this.#isPutIn(aside, element)
    if (isStruck(element, this.#looks)) return this.#isPutIn('struck', element)
    if (this.#bodies.notes.has(element) && !this.gatherer.isInNote)
      return this.#isNotePutIn(element)
    if (isWordListLabel(element)) return this.#listLabel(element)
    if (name === 'img') return this.#picture(element)
    if (name === 'math') return this.#formula(element)
    return !this.#mark(element) && !this.#raised(element)
  }

  /** What stands before and after something that is left out is no one word, nor one paragraph where that is a block. */
  #endBefore(element: Element): void {
    if (isBlock(element)) this.gatherer.finish()
    else this.gatherer.inline.part()
  }

  /** All words in an element, in one line. */
  #wordsIn(element: Element): string {
    return oneLine(`${shownInstead(element)}${this.words(element)}`)
  }

  #isPutIn(kind: 'comment' | 'hidden' | 'page' | 'reading' | 'struck', element: Element): boolean {
    const words = this.#wordsIn(element)
    if (isDrawn(element)) this.gatherer.inline.part()
    if (!hasWords(words)) return false
    const option = this.#ledger.choose(kind, 'out')
    const took = option === 'out' ? words : ''
    const before = this.gatherer.inline.before
    this.#ledger.write(kind, option, { words, before, took })
    if (option === 'in' && kind !== 'struck') this.gatherer.inline.part()
    // A struck cell is a place all the same, and a struck item has its number.
    if (option === 'out' && kind === 'struck') {
      this.gatherer.opens(element)
      this.gatherer.closes(element)
    }
    return option === 'in'
  }

  #kindOf(element: Element): BlockKind | null {
    return this.#isNote(element) ? 'footnote' : (this.#known.kinds.get(element) ?? null)
  }

  #isNote(element: Element): boolean {
    return this.#bodies.notes.has(element) && !this.gatherer.isInNote
  }

  #isNotePutIn(element: Element): boolean {
    const words = this.#wordsIn(element)
    const option = this.#ledger.choose('note', 'in')
    this.#ledger.write('note', option, { words, took: option === 'out' ? words : '' })
    return option === 'in'
  }

  /** Word writes an item's number before it, and as a bullet signs or letters of a font of signs. */
  #listLabel(element: Element): false {
    const words = this.#wordsIn(element)
    const isNumber = /^\(?[\p{L}\p{N}.]{1,12}[.)]$|^\d+$/u.test(words)
    if (isNumber) this.gatherer.inline.add(`${words} `)
    else if (hasWords(words)) this.#ledger.write('markup', null, { words, took: words })
    return false
  }

  /** A picture within a line stands for a sign or for words, and says for which. */
  #picture(element: Element): false {
    const words = oneLine(attribute(element, 'alt') ?? '')
    const { before } = this.gatherer.inline
    if (words === '') {
      if (before !== '') this.#ledger.write('wordless', null, { words: '☐', before })
      this.gatherer.inline.part()
      return false
    }
    // Wikipedia shows a picture of a formula that stands before it too, hidden.
    const isDouble = /\bmwe-math-fallback/.test(classOf(element))
    const isSign = !isDouble && (before !== '' || !/\p{L}/u.test(words))
    const kind = isSign && words.length <= LONGEST_SIGN ? 'sign' : 'picture'
    const option =
      kind === 'sign' ? this.#ledger.choose(kind, 'in') : this.#ledger.choose(kind, 'out')
    this.#ledger.write(kind, option, { words, before, took: option === 'out' ? words : '' })
    if (option === 'in') this.gatherer.inline.addApart(words)
    this.gatherer.inline.part()
    return false
  }

  #formula(element: Element): false {
    const words = formulaWords(element)
    const all = this.#wordsIn(element)
    const { before } = this.gatherer.inline
    if (all !== words) this.#ledger.write('raised', null, { words, before, took: all, put: words })
    this.gatherer.inline.addApart(words)
    this.gatherer.inline.part()
    return false
  }

  #mark(element: Element): boolean {
    if (isSideNote(element)) {
      this.gatherer.inline.sign(this.beside.sideNote(element))
      this.gatherer.inline.part('all')
      this.#writeMark(element, this.#wordsIn(element))
      this.gatherer.inline.part()
      return true
    }
    if (!isNoteMark(element) && !isNumberLink(element, this.gatherer.inline.before)) return false
    this.#writeMark(element, this.#wordsIn(element))
    return true
  }

  #writeMark(element: Element, words: string): void {
    const { before } = this.gatherer.inline
    if (!this.gatherer.isInNote) this.gatherer.inline.sign(this.beside.noteMark(element))
    const inner = words.replace(/^[[(]\s*|\s*[\])]$/g, '')
    if (!hasWords(inner)) {
      if (!this.gatherer.isInNote) this.gatherer.inline.add(words)
      return
    }
    const isSaid = isWayBack(element) && this.gatherer.startsWithNumber
    const option = this.#ledger.choose('mark', isSaid ? 'out' : 'in')
    this.#ledger.write('mark', option, {
      words: `[${inner}]`,
      before,
      took: option === 'out' ? words : '',
    })
    if (option === 'in') this.gatherer.inline.add(`[${inner}]`)
    if (option === 'in' && before === '') this.gatherer.inline.part('all')
  }

  #raised(element: Element): boolean {
    const height = heightOf(element, this.#looks) ?? this.#heightOfSmall(element)
    if (!height) return false
    const words = raisedWords(element, this.#looks, (one) => this.#isAsideIn(one))
    if (words === '') return true
    if (words.length > LONGEST_RAISED) {
      this.gatherer.inline.part()
      return false
    }
    const { before } = this.gatherer.inline
    if (height === 'raised' && isMarkAfter(before, words)) {
      this.#writeMark(element, words)
      return true
    }
    this.gatherer.inline.add(writeRaised(this.#ledger, { before, words, height }))
    return true
  }

  #isAsideIn(element: Element): boolean {
    const kind = asideOf(element) ?? (isStruck(element, this.#looks) ? 'struck' : null)
    return kind !== null && !this.#isPutIn(kind, element)
  }

  /** A small figure right after a word or a figure is a mark, however it is placed. */
  #heightOfSmall(element: Element): 'raised' | null {
    const isSmall =
      nameOf(element) === 'small' && /[\p{L}\p{N}]$/u.test(this.gatherer.inline.before)
    return isSmall && /^[\p{N}*†‡]{1,3}$/u.test(this.#wordsIn(element)) ? 'raised' : null
  }
}

/** A hyphen, dash or slash between a letter or digit and the end of a line in the source. */
const PARTED_LINE = /(?<=[\p{L}\p{M}\p{N}])[-\u00ad\u2010-\u2015/](?=[ \t]*\r?\n\s*[\p{L}\p{N}])/u

/** The longest words that stand for a picture within a line, in UTF-16 units. */
const LONGEST_SIGN = 80

/** Longer words were not raised for their meaning. */
const LONGEST_RAISED = 80

/** Whether raised words are the marks of notes without a link: in brackets, or several numbers after a word or a year. */
function isMarkAfter(before: string, words: string): boolean {
  if (/^\[[^[\]]{1,20}\]$/.test(words)) return true
  const areSeveral = /^\d{1,3}(?: ?[,;–-] ?\d{1,3})+$/.test(words)
  return areSeveral && /(?:\p{L}{2}|\d{4}|[\p{Po}\p{Pf}\p{Pe}"'])$/u.test(before)
}
