import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Desk } from '@/lib/db/workspace/find-desk'
import type { ActionHandlers } from '../../keyboard/shortcuts'
import { seenAs, sinceAddress } from '../../revisions/since-actions'
import { sinceRuns } from '../../revisions/since-runs'
import { useSeen } from '../../revisions/use-last-seen-revision'

/** The keys that lead to what changed in the text since this person looked last, and since somebody checked last. */
export function useSince({ newsroom, me, article, revision, lastChecked }: Desk): ActionHandlers {
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
