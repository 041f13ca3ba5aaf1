import type { Block } from '../domain/text/blocks'
import { withoutUnstorable } from '../domain/text/problems'

/**
 * A text that was read again, with what a person had made of its blocks before: the kinds that they gave and the blocks
 * that they left out. A block is known by its words; one with other words than before is as it was read.
 */
export function withKindsOf(
  next: readonly Block[],
  read: readonly Block[],
  shown: readonly Block[],
): Block[] {
  const before = named(withoutUnstorable(read))
  const kept = named(shown)
  return [...named(next)].flatMap(([name, block]) => {
    const was = before.get(name)
    const is = kept.get(name)
    if (!was) return block
    if (!is) return []
    return was.kind === is.kind ? block : { ...block, kind: is.kind }
  })
}

/** Blocks by their words and by how many had the same words before. */
function named(blocks: readonly Block[]): Map<string, Block> {
  const counts = new Map<string, number>()
  return new Map(
    blocks.map((block) => {
      const count = counts.get(block.text) ?? 0
      counts.set(block.text, count + 1)
      return [`${count} ${block.text}`, block]
    }),
  )
}
