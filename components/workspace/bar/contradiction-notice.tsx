import { useEffect, useState } from 'react'
import type { Desk } from '@/lib/db/workspace/find-desk'
import { Link } from '../../ui/links/link'

/** Over the text: how much it says differently in two places, and the way there; nothing where nothing is open. */
export function ContradictionNotice({ desk: { newsroom, article, revision } }: { desk: Desk }) {
  const here = `/${newsroom}/articles/${article.slug}/contradictions`
  const open = useOpen(`${here}/open`, revision.number)
  if (open === 0) return null
  return (
    <p className="notice-line small">
      <Link href={here}>{open === 1 ? '1 contradiction' : `${open} contradictions`}</Link>
    </p>
  )
}

/** Asked for once the page stands, and again for each new text: whoever reads does not wait for it. */
function useOpen(address: string, revision: number): number {
  const [open, setOpen] = useState(0)
  useEffect(() => {
    const asking = new AbortController()
    fetch(`${address}?revision=${revision}`, { signal: asking.signal })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((told) => typeof told?.open === 'number' && setOpen(told.open))
      .catch(() => {})
    return () => asking.abort()
  }, [address, revision])
  return open
}
