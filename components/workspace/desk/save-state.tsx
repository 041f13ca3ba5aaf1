'use client'

import { useDesk } from './desk-context'

/** Whether what was sent is stored: "Saving…", "Saved 14:02", or why not. */
export function SaveState() {
  const { pending, savedAt, refused } = useDesk(({ saving }) => saving)
  const time = savedAt?.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
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
