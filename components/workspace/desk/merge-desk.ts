import type { Desk, DeskNews } from '@/lib/db/workspace/find-desk'

/** A desk that came without its text, with the text that the page has; null where that is another one. */
export function completed({ revision, ...news }: DeskNews, known: Desk): Desk | null {
  const { text, blocks } = revision
  if (text !== undefined && blocks) return { ...news, revision: { ...revision, text, blocks } }
  return revision.sha256 === known.revision.sha256 ? { ...news, revision: known.revision } : null
}

/** The later desk, in which all that is as before is the same object as before, so that it is not drawn anew. */
export function sharing(before: Desk, after: Desk): Desk {
  if (before === after) return before
  const sameText = before.revision.sha256 === after.revision.sha256
  return {
    ...after,
    revision:
      sameText && before.revision.number === after.revision.number
        ? before.revision
        : after.revision,
    claims: sharedRows(before.claims, after.claims),
    marks: sharedRows(before.marks, after.marks),
    dismissed: same(before.dismissed, after.dismissed) ? before.dismissed : after.dismissed,
    names: same(before.names, after.names) ? before.names : after.names,
    assignable: same(before.assignable, after.assignable) ? before.assignable : after.assignable,
  }
}

function sharedRows<Row extends { id: string }>(before: Row[], after: Row[]): Row[] {
  const known = new Map(before.map((row) => [row.id, row]))
  const shared = after.map((row) => {
    const was = known.get(row.id)
    return was && same(was, row) ? was : row
  })
  const asBefore = shared.length === before.length && shared.every((row, at) => row === before[at])
  return asBefore ? before : shared
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
