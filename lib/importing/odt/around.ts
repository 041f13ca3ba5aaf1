import type { OdfChanges } from './changes'
import type { OdfComments } from './comments'
import type { OdfLists } from './lists'
import type { OdfStyles } from './styles'

/** What a text is read with. */
export interface OdfAround {
  styles: OdfStyles
  lists: OdfLists
  changes: OdfChanges
  comments: OdfComments
}
