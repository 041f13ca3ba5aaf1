import type { Block } from '@/lib/domain/text/blocks'

/** The length below which a block may be a headline or a dek, in UTF-16 units. */
const SHORT = 160

/** Names the headline and the dek of a text that does not say itself which blocks they are. */
export function withTitle(blocks: readonly Block[]): Block[] {
  const [first, second, third] = blocks
  if (!first || !isTitleLike(first)) return [...blocks]
  const hasDek = second && third && isDekLike(second) && isLong(third)
  return blocks.map((block, index) => {
    if (index === 0) return { ...block, kind: 'headline' }
    return index === 1 && hasDek ? { ...block, kind: 'dek' } : block
  })
}

/**
 * Leaves one headline: a title above several top headings if there is one, else the first heading;
 * the other headlines become subheads.
 */
export function withOneHeadline(blocks: readonly Block[]): Block[] {
  const marked = blocks.filter(({ kind }) => kind === 'headline').length
  if (marked === 0 && blocks[0]?.kind !== 'subhead') return withTitle(blocks)

  const first = blocks.findIndex(({ kind }) => kind === 'headline')
  const isTop = marked === 0 || (marked > 1 && blocks[0] && isTitleLike(blocks[0]))
  const headline = isTop ? 0 : first
  return blocks.map((block, index) => {
    if (index === headline) return { ...block, kind: 'headline' }
    return block.kind === 'headline' ? { ...block, kind: 'subhead' } : block
  })
}

function isTitleLike({ kind, text }: Block): boolean {
  return kind === 'paragraph' && isShortLine(text) && !/[.。．｡۔।][\p{Pe}\p{Pf}"']*$/u.test(text)
}

function isDekLike({ kind, text }: Block): boolean {
  return kind === 'paragraph' && isShortLine(text) && !isByline(text)
}

const isLong = ({ kind, text }: Block) => kind === 'paragraph' && text.length >= SHORT
const isShortLine = (text: string) => text.length < SHORT && !text.includes('\n')
const isByline = (text: string) => /^(?:By|BY|by|Von|Par)\s+\p{Lu}/u.test(text)
