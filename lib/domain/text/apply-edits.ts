import { Refusal } from '../refusal'
import { BLOCK_SEPARATOR, type Block, type PlacedBlock, type Span } from './blocks'
import { joinPieces, offsetAfter, piecesOf } from './edit-pieces'

/** An accepted change of words, at its place in a text: half-open UTF-16 offsets. */
export interface AcceptedChange extends Span {
  /** The exact words that stand there. */
  before: string
  /** The words that are to stand instead; empty cuts them. */
  after: string
}

/**
 * The blocks of a text once accepted changes are carried out together. Blocks keep their number, order
 * and kind, and every word outside the changes is left as it is.
 *
 * Refuses changes that overlap, words that do not stand where they are said to, and whatever
 * `assertFits` refuses.
 */
export function applySuggestions(
  text: string,
  blocks: readonly PlacedBlock[],
  accepted: readonly AcceptedChange[],
): Block[] {
  const changes = inOrder(text, blocks, accepted)
  return blocks.map((block) => {
    const inside = changesIn(block, changes)
    const changed = inside.length > 0 ? joinPieces(piecesOf(text, block, inside)) : null
    if (changed?.trim() === '') throw new Refusal('conflict', EMPTY)
    return { kind: block.kind, text: changed ?? text.slice(block.start, block.end) }
  })
}

/**
 * Says where words of a text stand once these changes are carried out: each of them is wholly inside those words or wholly
 * outside. Null where a change cuts through them, and where nothing of them is left. Refuses what `applySuggestions` refuses.
 */
export function placesAfter(
  text: string,
  blocks: readonly PlacedBlock[],
  accepted: readonly AcceptedChange[],
): (span: Span) => Span | null {
  const changes = inOrder(text, blocks, accepted)
  const pieces = blocks.flatMap((block, index) => {
    const before = blocks[index - 1]
    const border = before
      ? [{ start: before.end, end: block.start, now: BLOCK_SEPARATOR, kept: false }]
      : []
    return [...border, ...piecesOf(text, block, changesIn(block, changes))]
  })
  return ({ start, end }) => {
    const [from, to] = [offsetAfter(pieces, start), offsetAfter(pieces, end)]
    return from === null || to === null || from >= to ? null : { start: from, end: to }
  }
}

/** Of changes that overlap all but the first, so that the others can be carried out together. */
export function inTheWay<Change extends Span>(changes: readonly Change[]): Change[] {
  let end = 0
  return [...changes]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((change) => {
      if (change.start < end) return true
      end = change.end
      return false
    })
}

/**
 * Refuses a change that a text cannot take: one that runs over the border of a block, that is no
 * change, that would break a block in two, or that would leave one without words.
 */
export function assertFits(
  text: string,
  blocks: readonly PlacedBlock[],
  { start, end, after }: Span & { after: string },
): void {
  const problem = problemOf(text, blocks, { start, end, after })
  if (problem) throw new Refusal('invalid', problem, { after: problem })
}

function problemOf(
  text: string,
  blocks: readonly PlacedBlock[],
  { start, end, after }: Span & { after: string },
): string | null {
  const block = blocks.find((one) => one.start <= start && end <= one.end)
  if (!block) return 'These words run over more than one paragraph. Change one at a time.'
  if (text.slice(start, end) === after) return 'These words stand there already. Change them.'
  if (after.includes(BLOCK_SEPARATOR)) {
    return 'An empty line would make two paragraphs of one. Leave it out.'
  }
  if (/^\n|\n$/.test(after)) return 'The words begin or end with a line break. Leave it out.'
  const rest = text.slice(block.start, start) + after + text.slice(end, block.end)
  return rest.trim() === '' ? EMPTY : null
}

const EMPTY = 'This would leave a paragraph without words. Bring in a new text for that.'

/** The changes as they stand in the text, if they can all be carried out. */
function inOrder(
  text: string,
  blocks: readonly PlacedBlock[],
  accepted: readonly AcceptedChange[],
): AcceptedChange[] {
  const changes = [...accepted].sort((a, b) => a.start - b.start || a.end - b.end)
  for (const [index, change] of changes.entries()) {
    if (text.slice(change.start, change.end) !== change.before || change.before === '') {
      throw new Refusal('conflict', `“${change.before}” does not stand in this text any more.`)
    }
    assertFits(text, blocks, change)
    const next = changes[index + 1]
    if (next && next.start < change.end) {
      const both = `“${change.before}” and “${next.before}”`
      throw new Refusal('conflict', `The changes of ${both} overlap. Only one can be carried out.`)
    }
  }
  return changes
}

const changesIn = (block: Span, changes: readonly AcceptedChange[]) =>
  changes.filter(({ start, end }) => start >= block.start && end <= block.end)
