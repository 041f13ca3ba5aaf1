import { Refusal } from './refusal'
import { BLOCK_SEPARATOR, type Block, type PlacedBlock, type Span } from './text'

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

  return blocks.map((block) => {
    const inside = changes.filter(({ start, end }) => start >= block.start && end <= block.end)
    const changed = inside.length > 0 ? textOf(text, block, inside) : null
    if (changed?.trim() === '') throw new Refusal('conflict', EMPTY)
    return { kind: block.kind, text: changed ?? text.slice(block.start, block.end) }
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

/** A block with its changes carried out. Where words are cut, the space before them goes too, if another sign follows. */
function textOf(text: string, block: PlacedBlock, changes: readonly AcceptedChange[]): string {
  const original = text.slice(block.start, block.end)
  let made = ''
  let at = block.start
  for (const { start, end, after } of changes) {
    const kept = text.slice(at, start)
    const closing = after === '' && (end === block.end || CLOSING.test(text.charAt(end)))
    made += closing ? kept.replace(/[ \u00a0]$/, '') : kept
    made += after
    at = end
  }
  made += text.slice(at, block.end)
  const fromStart = /^\s/.test(original) ? made : made.trimStart()
  return /\s$/.test(original) ? fromStart : fromStart.trimEnd()
}

const CLOSING = /[ \u00a0\n,.;:!?)\]}”’»]/u
