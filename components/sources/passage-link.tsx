import { viewerAddress } from '@/lib/domain/captures/view'
import { Link } from '../ui/links/link'

/** Where in a source evidence stands; a link to the passage where a copy of it is kept. */
export function PassageLink({
  newsroom,
  claim,
  evidence: { id, captureId, passage, locator },
}: {
  newsroom: string
  /** As `slug/number`: where whoever reads the copy goes back to. */
  claim: string
  evidence: { id: string; captureId: string | null; passage: unknown; locator: string }
}) {
  if (!captureId || !passage) return locator
  return (
    <Link href={viewerAddress(newsroom, captureId, { evidence: id, claim })}>
      {locator} <span className="quiet">in the kept copy</span>
    </Link>
  )
}
