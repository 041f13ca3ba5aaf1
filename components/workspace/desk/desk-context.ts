import { useRouter } from 'next/navigation'
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { announce } from '../../ui/toast'
import type { DeskState } from './desk-state'
import { type DeskStore, storeOf } from './desk-store'

/** The open article, for all that is in the workspace. */
export const DeskContext = createContext<DeskStore | null>(null)

/** Opens the article that the server sent, and follows it for as long as it is shown. */
export function useOpenedDesk(sent: Desk): DeskStore {
  const router = useRouter()
  const [store] = useState(() => storeOf(sent))
  useEffect(() => store.receive(sent), [store, sent])
  useEffect(() => store.connect(router), [store, router])
  return store
}

export function useDeskStore(): DeskStore {
  const store = useContext(DeskContext)
  if (!store) throw new Error('there is no open article around this')
  return store
}

/** A part of what is known of the open article; drawn anew only when this part is another one. */
export function useDesk<Part>(select: (state: DeskState) => Part): Part {
  const store = useDeskStore()
  const read = () => select(store.state)
  return useSyncExternalStore(store.subscribe, read, read)
}

/** Says that the work on a claim is done for now, and opens the next one where that is wanted. */
export const GoOn = createContext((_: ClaimShown, words: string, undo?: () => void) =>
  announce(words, undo),
)
