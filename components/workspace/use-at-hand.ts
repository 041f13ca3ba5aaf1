import { type RefObject, useCallback, useEffect, useState } from 'react'
import type { Span } from '@/lib/domain/text'
import type { Desk } from './types'
import { useKeptMarking } from './use-kept-marking'
import { useReturnFocus } from './use-return-focus'
import type { Speaking } from './words-talk'

export type AtHand = ReturnType<typeof useAtHand>

/**
 * What stands open beside the text: the claim that the address names, or chosen words that are being
 * made a claim, waived, or spoken of. Opening takes the focus there, and closing gives it back.
 */
export function useAtHand(
  { article, revision }: Desk,
  number: number | null,
  openClaim: (number: number | null) => void,
  { text, panel }: Record<'text' | 'panel', RefObject<HTMLElement | null>>,
) {
  const [marking, setMarking] = useKeptMarking(article.id, revision.number)
  const [waiving, setWaiving] = useState<Span | null>(null)
  const [speaking, setSpeaking] = useState<Speaking | null>(null)
  // A link to a claim opens with the focus there.
  const [focusing, setFocusing] = useState(number)
  const what = marking || waiving || speaking ? 'words' : number
  const leave = useReturnFocus(text, what)

  const letGo = useCallback(() => {
    setMarking(null)
    setWaiving(null)
    setSpeaking(null)
  }, [setMarking])
  const open = useCallback(
    (next: number) => {
      letGo()
      openClaim(next)
      setFocusing(next)
    },
    [openClaim, letGo],
  )
  const close = useCallback(() => {
    letGo()
    openClaim(null)
    leave(number)
  }, [number, openClaim, letGo, leave])

  // The claim is there only once the address and, for a new one, the page have changed.
  useEffect(() => {
    if (focusing === null || focusing !== number || marking) return
    panel.current?.querySelector<HTMLElement>('.claim h2')?.focus()
    setFocusing(null)
  }, [focusing, number, marking, panel])

  return {
    ...{ number, marking, waiving, speaking, what, open, close },
    /** The words that something is being done with. */
    words: marking ?? waiving ?? speaking?.span ?? null,
    onWords: { onMark: setMarking, onWaive: setWaiving, onSpeak: setSpeaking },
  }
}
