import { useRouter } from 'next/navigation'
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { toast } from '../../ui/toast'
import type { DeskState } from './desk-state'
import { type DeskStore, storeOf } from './desk-store'

/** The open article, for all that is in the workspace. */
export const DeskContext = createContext<DeskStore | null>(null)

/** Opens the article that the server sent, and follows it for as long as it is shown. */
export function useOpenedDesk(sent: Desk): DeskStore {
  const router = useRouter()
  const [store] = useState(() => storeOf(sent))
  useEffect(() => store.receive(sent), [store, sent])
  // Whoever may not see the article any more is shown out by the page itself.
  useEffect(() => store.connect(router.refresh), [store, router])

  // The title of the page stands outside the workspace, and is as old as the page that Back led to.
  const headline = usePart(store, ({ told }) => told.article.headline)
  useEffect(() => {
    if (headline !== sent.article.headline) {
      router.replace(location.pathname + location.search, { scroll: false })
    }
  }, [headline, sent, router])
  return store
}

export function useDeskStore(): DeskStore {
  const store = useContext(DeskContext)
  if (!store) throw new Error('there is no open article around this')
  return store
}

/** A part of what is known of the open article; drawn anew only when this part is another one. */
export function useDesk<Part>(select: (state: DeskState) => Part): Part {
  return usePart(useDeskStore(), select)
}

function usePart<Part>(store: DeskStore, select: (state: DeskState) => Part): Part {
  const read = () => select(store.state)
  return useSyncExternalStore(store.subscribe, read, read)
}

/** Says that the work on a claim is done for now, and opens the next one where that is wanted. */
export const GoOn = createContext((_: ClaimShown, words: string, undo?: () => void) =>
  toast(words, undo),
)
