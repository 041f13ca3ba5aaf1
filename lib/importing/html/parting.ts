import { type ClassLooks, heightOf, isStruck } from './looks'
import { isCommentMark, isNoteMark, isSideNote } from './notes'
import { asideOf, isPlain, isWordListLabel } from './page/elements'
import type { Element } from './page/tree'

/** Says of an element whether a word ends where it begins and where it ends. */
export type Parting = (element: Element) => boolean

/** What parts words in a page: all but plain elements within a line that stand on it, and for themselves. */
export function partingIn(looks: ClassLooks): Parting {
  return (element) => {
    if (!isPlain(element)) return true
    if (isNoteMark(element) || isSideNote(element)) return true
    if (element.attrs.length === 0) return false
    return (
      asideOf(element) !== null ||
      isWordListLabel(element) ||
      isStruck(element, looks) ||
      heightOf(element, looks) !== null ||
      isCommentMark(element)
    )
  }
}
