import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Desk } from '@/lib/db/workspace/find-desk'
import type { Span } from '@/lib/domain/text/blocks'
import type { Speaking } from '../claim/discussion/selected-words-forms'
import { useKeptMarking } from '../claim/use-new-claim-words'
import { selectedIn } from '../text/selected-words'
import { useReturnFocus } from './use-return-focus'

export type PanelContentState = ReturnType<typeof usePanelContent>

/** Words, and the text in which they were chosen. */
interface Chosen {
  span: Span
  revision: Desk['revision']
}

/**
 * What stands open beside the text: the claim that the address names, or chosen words that are being
 * made a claim, waived, or spoken of. Opening takes the focus there, and closing gives it back.
 */
export function usePanelContent(
  { article, revision }: Desk,
  number: number | null,
  openClaim: (number: number | null) => void,
  { text, panel }: Record<'text' | 'panel', RefObject<HTMLElement | null>>,
) {
  const [marking, setMarking] = useKeptMarking(article.id, revision)
  const [waiving, setWaiving] = useState<Chosen | null>(null)
  const [speaking, setSpeaking] = useState<(Chosen & Pick<Speaking, 'kind'>) | null>(null)
  const chosen = marking ?? waiving ?? speaking
  const words = useMemo(() => chosen && selectedIn(revision, chosen), [revision, chosen])
  // A link to a claim opens with the focus there, unless somebody was quicker.
  const [focusing, setFocusing] = useState(number)
  const isOpening = useRef(true)
  const what = words ? 'words' : number
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

  // The claim is there only once the address and, for a new one, the page have changed, and its script has come.
  useEffect(() => {
    const isFirst = isOpening.current
    isOpening.current = false
    if (focusing === null || focusing !== number || marking) return
    if (isFirst && document.activeElement !== document.body) return setFocusing(null)
    let frame = 0
    const focus = () => {
      const heading = panel.current?.querySelector<HTMLElement>('.claim h2')
      if (heading) {
        // Who has scrolled already, while the page came, stays there.
        heading.focus({ preventScroll: isFirst && isScrolled(heading) })
        setFocusing(null)
      } else frame = requestAnimationFrame(focus)
    }
    focus()
    return () => cancelAnimationFrame(frame)
  }, [focusing, number, marking, panel])

  return {
    ...{ number, what, open, close },
    marking: marking && words && { ...words, proposal: marking.proposal },
    waiving: waiving && words,
    speaking: speaking && words && { kind: speaking.kind, span: words },
    /** The words that something is being done with, as long as they stand in the text. */
    words: words?.revision === revision.number ? words : null,
    onWords: {
      onMark: setMarking,
      onWaive: (span: Span) => setWaiving({ span, revision }),
      onSpeak: ({ kind, span }: Pick<Speaking, 'kind'> & { span: Span }) =>
        setSpeaking({ kind, span, revision }),
    },
  }
}

function isScrolled(element: Element): boolean {
  const around = element.parentElement
  return around !== null && (around.scrollTop > 0 || isScrolled(around))
}
