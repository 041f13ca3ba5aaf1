import { isBlockKind } from '@/lib/domain/text/blocks'
import { NOTHING, type StyleSheet } from '../styles'

/** Styles that are named for the kinds of blocks that they make. */
export const BLOCK_STYLES: StyleSheet = {
  of: (name) => (isBlockKind(name) ? { ...NOTHING, kind: name } : NOTHING),
}
