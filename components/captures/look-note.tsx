import type { Found } from '@/lib/domain/watches/look'
import { Link } from '../ui/links/link'

/** That the page of a kept copy says something else now, or is gone; nothing where it is as it was. */
export function LookNote({
  newsroom,
  found,
  captureId,
}: {
  newsroom: string
  found: Found
  /** The copy of it as it is now. */
  captureId: string | null
}) {
  if (found === 'gone') {
    return (
      <p className="page-news small">The page is gone from its address. Its kept copy is not.</p>
    )
  }
  if (found !== 'changed') return null
  return (
    <p className="page-news small">
      The page has changed since it was kept.{' '}
      {captureId && <Link href={`/${newsroom}/captures/${captureId}#changes`}>What changed</Link>}
    </p>
  )
}
