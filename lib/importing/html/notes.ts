import { flatWords } from './flat-words'
import {
  attribute,
  childrenOf,
  classOf,
  type Element,
  isElement,
  nameOf,
  nodesBelow,
  type Parent,
  styleOf,
} from './page/tree'

/** The bodies of notes and of comments in a page, found by their ways back to their marks. */
export interface Bodies {
  notes: ReadonlySet<Element>
  comments: ReadonlySet<Element>
}

export function bodiesOf(document: Parent): Bodies {
  const notes = new Set<Element>()
  const comments = new Set<Element>()
  for (const node of nodesBelow(document)) {
    if (!isElement(node) || node.attrs.length === 0) continue
    if (nameOf(node) === 'a') {
      const target = targetOf(node)
      const body = COMMENT_BACK.test(target) ? nearest(node, ['div']) : null
      if (COMMENT_BACK.test(target)) comments.add(body ?? nearest(node, ['p', 'li']) ?? node)
      else if (NOTE_BACK.test(target))
        notes.add(nearest(node, ['li', 'p', 'dd', 'td', 'div']) ?? node)
    } else if (isCommentList(node)) comments.add(node)
    else if (isNamedNote(node)) notes.add(node)
  }
  return { notes, comments }
}

/** The nearest element around another one that has the first of these names, else the second, and so on. */
function nearest(element: Element, names: readonly string[]): Element | null {
  let found: Element | null = null
  let rank = names.length
  let around = element.parentNode
  for (let depth = 0; around && isElement(around) && depth < DEEPEST; depth++) {
    const at = names.indexOf(nameOf(around))
    if (at >= 0 && at < rank) {
      found = around
      rank = at
    }
    around = around.parentNode
  }
  return found
}

/** How many elements a mark may be deep in its note. */
const DEEPEST = 8

/** `#_ftnref1` of Word, `#ftnt_ref1` of Google Docs, `#sdfootnote1anc` of LibreOffice, `#cite_ref-1` of Wikipedia, `#fnref:1`. */
const NOTE_BACK =
  /#(?:user-content-)?(?:_?(?:ftn|edn|fn|ftnt)[-_:]?ref|(?:foot|end)-?note-?(?:ref|back|anchor)|cite[-_]ref|sd(?:foot|end)note\d+anc)/i

const COMMENT_BACK = /#(?:cmnt_ref|_msoanchor_)\d/i

const isCommentList = (element: Element) =>
  /mso-element\s*:\s*comment/i.test(styleOf(element)) || /\bMsoCommentText\b/.test(classOf(element))

function isNamedNote(element: Element): boolean {
  return (
    /mso-element\s*:\s*(?:foot|end)note\s*(?:;|$)/i.test(styleOf(element)) ||
    /^sd(?:foot|end)note\d+$/.test(attribute(element, 'id') ?? '') ||
    /\bdoc-(?:foot|end)notes?\b/.test(attribute(element, 'role') ?? '') ||
    /\b(?:foot|end|rear)notes?\b/.test(attribute(element, 'epub:type') ?? '') ||
    (/^(?:aside|section|div|ol)$/.test(nameOf(element)) &&
      /(?:^|\s)(?:foot|end)notes?(?:-?list)?(?:\s|$)/i.test(classOf(element)))
  )
}

/** Whether an element is the mark of a comment, which a word processor puts where it was made. */
export function isCommentMark(element: Element): boolean {
  if (nameOf(element) === 'sup') {
    const first = childrenOf(element).find(isElement)
    return first !== undefined && isCommentMark(first)
  }
  if (element.attrs.length === 0) return false
  return (
    /\bMsoCommentReference\b|\bmsocomanchor\b/.test(classOf(element)) ||
    (nameOf(element) === 'a' && /#(?:cmnt|_msocom_)\d/i.test(targetOf(element)))
  )
}

/**
 * Whether an element is the mark of a note: it says so by its class, role or style, or it is a short link that is
 * raised, around a raised mark, or to a note's place.
 */
export function isNoteMark(element: Element): boolean {
  const name = nameOf(element)
  const isPlain = /^(?:span|cite|small)$/.test(name)
  if (!(isPlain ? saysMark(element) : /^(?:a|sup)$/.test(name))) return false
  const words = flatWords(element)
  if (words.length > LONGEST_MARK) return false
  if (name === 'sup' && saysMark(element)) return true
  if (!MARK.test(words)) return false
  if (isPlain || saysMark(element)) return true
  const below = [...nodesBelow(element)].filter(isElement)
  const other = below.find((one) => nameOf(one) === (name === 'a' ? 'sup' : 'a'))
  if (!other || !targetOf(name === 'a' ? element : other)) return false
  return name === 'sup' || flatWords(other) === words
}

/** Whether an element is a note that stands where its mark would: some pages then draw it in the margin. */
export const isSideNote = (element: Element) =>
  nameOf(element) === 'span' && /(?:^|\s)(?:side|margin)-?note(?:\s|$)/i.test(classOf(element))

/** Whether a link to a place in the page is a short number right after a letter, digit or mark: then it is a note's. */
export function isNumberLink(element: Element, before: string): boolean {
  if (nameOf(element) !== 'a' || !/#./.test(targetOf(element)) || !/[^\s([]$/.test(before))
    return false
  return /^[[(]?\d{1,3}[\])]?$/.test(flatWords(element))
}

/** A mark is a number, a letter or a few signs, perhaps in brackets, or a few of them: `[2]`, `a`, `*`, `note 3`, `2, 3`. */
const MARK =
  /^(?:[[(]? ?(?:(?:note|nb|fn) )?[\p{L}\p{N}]{1,4} ?[\])]?[ ,;–-]{0,2}){1,4}$|^[^\p{L}\p{N}]{1,4}$/iu
const LONGEST_MARK = 30

/** Whether an element is a note's way back to its mark, or holds it. */
export function isWayBack(element: Element): boolean {
  const way = [element, ...nodesBelow(element)].filter(isElement)
  return way.some((one) => nameOf(one) === 'a' && NOTE_BACK.test(targetOf(one)))
}

/** Whether an element is itself a link back from a note or comment to its mark. */
export const isOwnWayBack = (element: Element) =>
  nameOf(element) === 'a' &&
  (NOTE_BACK.test(targetOf(element)) || COMMENT_BACK.test(targetOf(element)))

function saysMark(element: Element): boolean {
  if (element.attrs.length === 0) return false
  const said = `${classOf(element)} ${attribute(element, 'role') ?? ''} ${attribute(element, 'epub:type') ?? ''} ${attribute(element, 'rel') ?? ''}`
  return (
    /\bMso(?:Foot|End)noteReference\b|\b(?:foot|end)-?note-?(?:ref|anchor|link|mark|num|nr)|\bfn-?ref\b|\bnoteref\b|\bsd(?:foot|end)note(?:anc|sym)\b|(?:^|\s)(?:reference|footnote)(?:\s|$)/i.test(
      said,
    ) ||
    /mso-(?:foot|end)note-id/i.test(styleOf(element)) ||
    (nameOf(element) === 'a' && NOTE_FORTH.test(targetOf(element)))
  )
}

/** A way to a note or back from it. */
const NOTE_FORTH =
  /#(?:user-content-)?(?:_?(?:ftn|edn|fn|ftnt)[-_:]?(?:ref)?[-_:]?\w|(?:foot|end)-?note|cite[-_](?:note|ref)|sd(?:foot|end)note)/i

export const targetOf = (element: Element) => (attribute(element, 'href') ?? '').slice(0, 500)
