import { useMemo, useRef } from 'react'
import type { Desk } from '@/lib/db/workspace/find-desk'

/**
 * The desk with the very text that it had before, as long as the revision is the same: what follows
 * from the text alone is not worked out anew whenever a colleague changes something.
 */
export function useKnownText(desk: Desk): Desk {
  const known = useRef(desk.revision)
  if (known.current.number !== desk.revision.number) known.current = desk.revision
  const revision = known.current
  return useMemo(() => ({ ...desk, revision }), [desk, revision])
}
