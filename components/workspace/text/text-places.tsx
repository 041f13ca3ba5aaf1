import type { RefObject } from 'react'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import type { Span } from '@/lib/domain/text/blocks'
import { useLinkedWords } from './use-linked-words'
import { useMarginNumbers } from './use-margin-numbers'
import { useOpenClaimHighlight } from './use-open-claim-highlight'
import { useScrollRestoration } from './use-scroll-restoration'

/** Everything that looks for a place in the text; it begins when all of the text stands there. */
export function TextPlaces({
  text,
  desk,
  open,
  place,
}: {
  text: RefObject<HTMLDivElement | null>
  desk: Desk
  open: ClaimShown | null
  /** The words that are being made a claim, or settled. */
  place: Span | null
}) {
  const isGivenBack = useScrollRestoration(text, desk)
  useOpenClaimHighlight(text, open, place, isGivenBack, desk.claims)
  useMarginNumbers(text, desk.claims)
  useLinkedWords(text)
  return null
}
