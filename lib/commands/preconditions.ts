import { isSameWording } from '@/lib/domain/claims/standing'
import { Conflict } from '@/lib/domain/refusal'

/**
 * Refuses what was written over words that are not the claim's any more, unless only their typography
 * differs. The field of that name tells the words as they are now.
 *
 * @param seen undefined where nobody read them on a page
 */
export function assertWordsSeen(
  { anchor: { exact } }: { anchor: { exact: string } },
  seen: string | undefined,
  field: string,
): void {
  if (seen === undefined || isSameWording(seen, exact)) return
  throw new Conflict(
    `The words changed while you had this open: “${seen}” became “${exact}”. Send again if this holds for the words as they are now.`,
    { [field]: `Words now: “${exact}”` },
    { overWords: exact },
  )
}
