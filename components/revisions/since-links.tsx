'use client'

import { useRouter } from 'next/navigation'
import { KeyCaps } from '../keyboard/key-caps'
import { ACTIONS, capsOf } from '../keyboard/shortcuts'
import { useKeys } from '../keyboard/use-shortcuts'
import { useSingleKeys } from '../keyboard/use-single-keys'
import { Link } from '../ui/links/link'
import { sinceAddress } from './since-actions'
import { sinceRuns } from './since-runs'
import { useSeen } from './use-last-seen-revision'

/** The ways to what changed since this person looked last, and since somebody checked last, each with its key. */
export function SinceLinks({
  seenAs,
  looked,
  newest,
  checked,
  path,
  more,
}: {
  /** Under this name the browser remembers which revisions its reader looked at. */
  seenAs: string
  /** The revision that is shown here. */
  looked: number
  newest: number
  checked: number | null
  /** Of the page that compares. */
  path: string
  /** What else stands in its address. */
  more?: string
}) {
  const router = useRouter()
  const seen = useSeen(seenAs, looked, newest)
  const [single] = useSingleKeys()
  const ways = {
    sinceSeen: sinceAddress(path, seen, newest, more),
    sinceChecked: sinceAddress(path, checked, newest, more),
  }
  useKeys({ runs: sinceRuns(ways, (address) => router.push(address)), single })
  return (['sinceSeen', 'sinceChecked'] as const).map((id) => {
    const { key, short } = ACTIONS[id]
    const way = ways[id]
    if (!way) return null
    return (
      <span key={id} className="since">
        <Link href={way} aria-keyshortcuts={capsOf(key ?? '').join('+')}>
          {short}
        </Link>{' '}
        {single && (
          <span aria-hidden="true">
            <KeyCaps caps={capsOf(key ?? '')} />
          </span>
        )}
      </span>
    )
  })
}
