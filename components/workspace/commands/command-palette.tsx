'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import type { Desk } from '@/lib/db/workspace/find-desk'
import type { TextSelection } from '../../browser/use-word-selection'
import { Palette } from '../../keyboard/palette'
import type { ActionHandlers } from '../../keyboard/shortcuts'
import { entriesOf } from './palette-entries'

/** Every action of the workspace, every claim and page by name, with its key. */
export function CommandPalette({
  desk,
  runs: now,
  sought: first,
  selection,
  onClaim,
  onClose,
}: {
  desk: Desk
  runs: ActionHandlers
  /** What the field says at first. */
  sought: string
  selection: TextSelection
  onClaim: (number: number) => void
  onClose: () => void
}) {
  const router = useRouter()
  const [sought, setSought] = useState(first)
  // The field takes the browser's selection, so what was chosen and could be done then is kept.
  const [{ runs, chosen }] = useState(() => ({ runs: now, chosen: selection.now() }))
  const entries = useCallback(
    (words: string) =>
      entriesOf(desk, runs, words, { openClaim: onClaim, go: (to) => router.push(to) }),
    [desk, runs, onClaim, router],
  )
  return (
    <Palette
      label="Every action"
      lookFor="Look for an action, a claim or a page"
      sought={sought}
      onSought={setSought}
      entriesOf={entries}
      onClose={() => {
        if (chosen) selection.choose(chosen)
        onClose()
      }}
    />
  )
}
