import type { Source } from '@/lib/db/sources/sources'
import { Refusal } from '@/lib/domain/refusal'

/** Refuses to change a source that was merged into another: what is said of it is said of that one. */
export function assertStands({ mergedIntoId, title }: Source): void {
  if (!mergedIntoId) return
  throw new Refusal(
    'conflict',
    `“${title}” was merged into another source. Load the page again, and go on there.`,
  )
}
