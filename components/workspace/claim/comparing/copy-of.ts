import type { EvidenceShown } from '@/lib/db/workspace/dossiers'
import type { Desk } from '@/lib/db/workspace/find-desk'

/** The address of the readable text of the copy that evidence stands in; null where it stands in none. */
export function copyOf({ newsroom }: Desk, { captureId }: EvidenceShown): string | null {
  return captureId ? `/${newsroom}/captures/${captureId}/files/text` : null
}
