import { type RefObject, useCallback, useMemo } from 'react'
import type { Desk } from '@/lib/db/workspace/find-desk'
import type { Gap } from '@/lib/domain/coverage/coverage'
import { isFunctionWord } from '@/lib/domain/coverage/function-words'
import type { Span } from '@/lib/domain/text/blocks'
import { chooseSpan } from '../../browser/dom-offsets'
import { useMarking } from './mark-words'
import { useCoveragePaint, useGaps } from './use-gaps'

/** Looking at what is covered: the gaps, the way through them, and the ways to account for words without a claim. */
export function useCoverageView(desk: Desk, text: RefObject<HTMLElement | null>, looking: boolean) {
  const counted = useGaps(desk, looking)
  const gaps = counted ?? NONE
  useCoveragePaint(text, desk, gaps, looking)
  const mark = useMarking(desk)
  const { language } = desk.article
  const connecting = useMemo(
    () => gaps.filter((gap) => isFunctionWord(desk.revision.text, gap, language)),
    [gaps, desk.revision.text, language],
  )

  const stepFrom = useCallback(
    (from: Span | null, by: 1 | -1, settled: boolean) => {
      const within = (gap: Gap) => from && from.start <= gap.start && gap.end <= from.end
      const left = settled ? gaps.filter((gap) => !within(gap)) : gaps
      const next =
        by === 1
          ? left.find((gap) => !from || gap.start > from.start)
          : left.findLast((gap) => !from || gap.start < from.start)
      const to = next ?? (by === 1 ? left[0] : left.at(-1))
      // Before they are counted nobody can say that there is none.
      if (!counted || !text.current) return true
      if (!to) return false
      text.current.focus({ preventScroll: true })
      chooseSpan(text.current, to)
      return true
    },
    [counted, gaps, text],
  )

  return {
    gaps: counted,
    connecting,
    stepFrom,
    noneLeft: 'Every word is accounted for',
    mark,
    sweep: () => mark(connecting, 'nothing_to_check'),
  }
}

const NONE: Gap[] = []
