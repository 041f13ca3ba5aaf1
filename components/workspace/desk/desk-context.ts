import { createContext } from 'react'
import type { ClaimShown } from '@/lib/db/workspace/find-desk'
import type { FormState } from '@/lib/forms/form-action'
import { announce } from '../../ui/toast'

/** How claims will be once the server has agreed, by their ids. */
export type Ahead = ReadonlyMap<string, Partial<ClaimShown>>

/** What any part of the panel can ask of the workspace around it. */
export interface Work {
  /** Shows claims everywhere as they will be while this is sent, and as they were when it is refused. */
  quickly: (ahead: Ahead, send: () => Promise<FormState>) => Promise<FormState>
  /** Says that the work on a claim is done for now, and opens the next one where that is wanted. */
  goOn: (claim: ClaimShown, words: string, undo?: () => void) => void
}

export const DeskWork = createContext<Work>({
  quickly: (_, send) => send(),
  goOn: (_, words, undo) => announce(words, undo),
})
