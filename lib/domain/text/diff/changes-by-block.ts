import type { PlacedBlock, Span } from '../blocks'
import type { TextChange } from './changes'

/** A block of the newer text, or one of the older that is gone, with the stretches in it. */
export interface ChangedBlock {
  kind: PlacedBlock['kind']
  changes: TextChange[]
}

/** Which changes are shown: all, or those in fact, or those of form alone. */
export type ChangeFilter = 'all' | 'factual' | 'typographic'

/** The stretches cut at the borders of the newer text's blocks; what was taken out stands where it stood. */
export function changedBlocks(
  blocks: readonly PlacedBlock[],
  changes: readonly TextChange[],
): ChangedBlock[] {
  let next = 0
  const pending: TextChange[] = [...changes]
  return blocks.map((block, index) => {
    const here: TextChange[] = []
    const border = blocks[index + 1]?.start ?? Number.POSITIVE_INFINITY
    for (; next < pending.length; next++) {
      const change = pending[next]
      if (!change || change.now.start >= border) break
      if (change.now.end <= border) {
        here.push(change)
        continue
      }
      const [head, tail] = cut(change, border)
      here.push(head)
      pending[next] = tail
      break
    }
    return { kind: block.kind, changes: here }
  })
}

/** Cuts a stretch at an offset of the newer text; the older words of a changed one stay with its head. */
function cut({ what, old, now }: TextChange, at: number): [TextChange, TextChange] {
  const oldAt = what === 'same' ? old.start + (at - now.start) : old.end
  return [
    { what, old: { start: old.start, end: oldAt }, now: { start: now.start, end: at } },
    { what, old: { start: oldAt, end: old.end }, now: { start: at, end: now.end } },
  ]
}

/** The changes with those that are not asked for shown as if nothing differed there. */
export function onlyChanges(changes: readonly TextChange[], filter: ChangeFilter): TextChange[] {
  if (filter === 'all') return [...changes]
  return changes.map((change) =>
    change.what === filter || (filter === 'factual' && change.what === 'moved')
      ? change
      : { ...change, what: 'same' as const },
  )
}

/** The claims whose words a stretch of the newer text touches. */
export function claimsIn<Claim extends Span>(
  changes: readonly TextChange[],
  claims: readonly Claim[],
) {
  const start = changes[0]?.now.start ?? 0
  const end = changes.at(-1)?.now.end ?? 0
  return claims.filter((claim) => claim.start >= start && claim.start < end)
}
