import { useSyncExternalStore } from 'react'

/** How the saving of what this page sent stands. */
export interface Saving {
  /** How many answers are awaited. */
  pending: number
  /** When the server last said that all is stored; null before. */
  savedAt: Date | null
  /** Why the last one was not stored, in the reader's words. */
  refused: string | null
}

const NOTHING: Saving = { pending: 0, savedAt: null, refused: null }

let state = NOTHING
const readers = new Set<() => void>()

/** Something is on its way; the answer is told by calling what comes back, with the reason if it was refused. */
export function beginSaving(): (refused: string | null) => void {
  tell({ ...state, pending: state.pending + 1 })
  return (refused) => {
    const pending = state.pending - 1
    tell(refused ? { ...state, pending, refused } : { pending, refused: null, savedAt: new Date() })
  }
}

export function useSaving(): Saving {
  return useSyncExternalStore(
    (changed) => {
      readers.add(changed)
      return () => readers.delete(changed)
    },
    () => state,
    () => NOTHING,
  )
}

function tell(next: Saving): void {
  state = next
  for (const changed of readers) changed()
}
