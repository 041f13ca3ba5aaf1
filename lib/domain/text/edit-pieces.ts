import type { Span } from './blocks'

/** A stretch of a text, and the words that stand for it once changes are carried out. */
export interface Piece extends Span {
  now: string
  /** They are the same words. */
  kept: boolean
}

/**
 * A block as pieces that together are all of it, with its changes carried out. Where words are cut, the space before them goes
 * too, if another sign follows; a block that neither began nor ended with white space does not come to do so.
 */
export function piecesOf(
  text: string,
  block: Span,
  changes: readonly (Span & { after: string })[],
): Piece[] {
  const pieces: Piece[] = []
  const keep = (start: number, end: number) =>
    pieces.push({ start, end, now: text.slice(start, end), kept: true })
  let at = block.start
  for (const { start, end, after } of changes) {
    const closing = after === '' && (end === block.end || CLOSING.test(text.charAt(end)))
    const from = closing && start > at && SPACE.test(text.charAt(start - 1)) ? start - 1 : start
    keep(at, from)
    pieces.push({ start: from, end, now: after, kept: false })
    at = end
  }
  keep(at, block.end)

  const original = text.slice(block.start, block.end)
  const fromStart = /^\s/.test(original) ? pieces : trimmed(pieces, leading)
  return /\s$/.test(original) ? fromStart : trimmed(fromStart.toReversed(), trailing).toReversed()
}

const SPACE = /[ \u00a0]/
const CLOSING = /[ \u00a0\n,.;:!?)\]}”’»]/u

/** What the pieces say together. */
export const joinPieces = (pieces: readonly Piece[]) => pieces.map(({ now }) => now).join('')

/** Where an offset into the old text is in the new one, in UTF-16 units; null where it is inside words that are no more. */
export function offsetAfter(pieces: readonly Piece[], offset: number): number | null {
  let at = 0
  for (const { start, end, now, kept } of pieces) {
    if (offset === start) return at
    if (offset < end) return kept ? at + offset - start : null
    at += now.length
  }
  return at
}

/** Takes the white space off the first pieces, as far as it goes. */
function trimmed(pieces: readonly Piece[], parted: (piece: Piece) => Piece[]): Piece[] {
  const first = pieces.findIndex(({ now }) => now.trim() !== '')
  const blank = pieces.slice(0, first < 0 ? pieces.length : first)
  const [piece, ...rest] = pieces.slice(blank.length)
  return [
    ...blank.map((one) => ({ ...one, now: '', kept: false })),
    ...(piece ? parted(piece) : []),
    ...rest,
  ]
}

/** White space that goes, and what it stood before; of words that were kept both are known by their length. */
function leading(piece: Piece): Piece[] {
  const now = piece.now.trimStart()
  if (!piece.kept) return [{ ...piece, now }]
  const border = piece.end - now.length
  return [
    { ...piece, end: border, now: '', kept: false },
    { ...piece, start: border, now },
  ]
}

function trailing(piece: Piece): Piece[] {
  const now = piece.now.trimEnd()
  if (!piece.kept) return [{ ...piece, now }]
  const border = piece.start + now.length
  return [
    { ...piece, start: border, now: '', kept: false },
    { ...piece, end: border, now },
  ]
}
