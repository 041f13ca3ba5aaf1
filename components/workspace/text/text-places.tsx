import type { RefObject } from 'react'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import type { Span } from '@/lib/domain/text/blocks'
import { useWordsInAddress } from './use-linked-words'
import { useMargin } from './use-margin-numbers'
import { useCurrentMark } from './use-open-claim-highlight'
import { useKeptPlace } from './use-scroll-restoration'

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
  const isGivenBack = useKeptPlace(text, desk)
  useCurrentMark(text, open, place, isGivenBack, desk.claims)
  useMargin(text, desk.claims)
  useWordsInAddress(text)
  return null
}
