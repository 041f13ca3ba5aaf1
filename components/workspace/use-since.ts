import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { seenAs, sinceAddress } from '../revisions/since'
import { sinceRuns } from '../revisions/since-runs'
import { useSeen } from '../revisions/use-seen'
import type { Runs } from './actions'
import type { Desk } from './types'

/** The keys that lead to what changed in the text since this person looked last, and since somebody checked last. */
export function useSince({ newsroom, me, article, revision, lastChecked }: Desk): Runs {
  const router = useRouter()
  const { number: newest } = revision
  const [opened] = useState(newest)
  const seen = useSeen(seenAs(me, article.id), opened, newest)
  const path = `/${newsroom}/articles/${article.slug}/compare`
  const ways = {
    sinceSeen: sinceAddress(path, seen, newest),
    sinceChecked: sinceAddress(path, lastChecked, newest),
  }
  return sinceRuns(ways, (address) => router.push(address))
}
