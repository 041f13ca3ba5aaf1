'use client'

import { hourInFull } from '@/lib/domain/times/moments'
import { useDesk } from './desk-context'

/** Whether what was sent is stored: "Saving…", "Saved 14:02", or why not. */
export function SaveState() {
  const { pending, savedAt, refused } = useDesk(({ saving }) => saving)
  const time = savedAt && hourInFull(savedAt, undefined)
  return (
    <p className="save-state" data-refused={refused !== null || undefined}>
      {pending > 0 ? (
        'Saving…'
      ) : refused !== null ? (
        <span title={refused}>{refused}</span>
      ) : (
        time && <time dateTime={savedAt?.toISOString()}>Saved {time}</time>
      )}
    </p>
  )
}
