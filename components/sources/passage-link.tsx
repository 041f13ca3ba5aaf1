import Link from 'next/link'

/** Where in a source evidence stands; a link to the passage where a copy of it is kept. */
export function PassageLink({
  newsroom,
  evidence: { id, captureId, passage, locator },
}: {
  newsroom: string
  evidence: { id: string; captureId: string | null; passage: unknown; locator: string }
}) {
  if (!captureId || !passage) return locator
  return (
    <Link href={`/${newsroom}/captures/${captureId}?evidence=${id}`} prefetch={false}>
      {locator} <span className="quiet">in the kept copy</span>
    </Link>
  )
}
