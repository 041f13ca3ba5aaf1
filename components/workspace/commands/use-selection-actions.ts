import type { Desk } from '@/lib/db/workspace/find-desk'
import type { Candidate } from '@/lib/domain/candidates/candidates'
import type { Span } from '@/lib/domain/text/blocks'
import type { TextSelection } from '../../browser/use-word-selection'
import { useSend } from '../../forms/submit'
import type { ActionHandlers } from '../../keyboard/shortcuts'
import { toast } from '../../ui/toast'
import type { Speaking } from '../claim/discussion/selected-words-forms'
import { markAllNow, markNow } from '../claim/mark-now'
import type { useProposals } from '../coverage/use-candidates'
import type { useCoverageView } from '../coverage/use-coverage-view'
import type { View } from '../desk/use-url-state'

/** What can be done with the chosen words, and the way from one place to the next in the view that is open. */
export function useWordActions({
  desk,
  selection,
  view,
  coverage,
  proposed,
  onMark,
  onWaive,
  onSpeak,
}: {
  desk: Desk
  selection: TextSelection
  view: View | null
  coverage: ReturnType<typeof useCoverageView>
  proposed: ReturnType<typeof useProposals>
  onMark: (span: Span, proposal: Candidate | null) => void
  onWaive: (span: Span) => void
  onSpeak: (speaking: Pick<Speaking, 'kind'> & { span: Span }) => void
}) {
  const { may } = desk
  const send = useSend()
  const goers = { coverage, proposals: proposed }
  const step = (by: 1 | -1) => {
    if (view && !goers[view].stepFrom(selection.now(), by, false)) toast(goers[view].noneLeft)
  }

  /** Does something with the chosen words, and lets them go. */
  const withChosen = (act: (span: Span) => void) => () => {
    const span = selection.now()
    if (!span) return
    document.getSelection()?.removeAllRanges()
    act(span)
  }
  /**
   * Settles chosen words and goes on to the next at once: by the time of the answer, whoever is quick has opened
   * something else, and keeps the focus. That there is no next is said only once these are settled.
   */
  const settle = async (span: Span, act: () => Promise<boolean>) => {
    const going = view && goers[view]
    const isLast = going !== null && !going.stepFrom(span, 1, true)
    if ((await act()) && isLast) toast(going.noneLeft)
  }
  const markAs = (kind: 'opinion' | 'nothing_to_check') => (span: Span) =>
    settle(span, () => coverage.mark([span], kind))
  const makeNow = (span: Span) => {
    const proposal = proposed.at(span)
    return settle(span, () => markNow(send, desk, span, proposal))
  }
  const dismiss = (span: Span) => {
    const candidate = proposed.at(span)
    if (candidate) settle(span, () => proposed.dismiss(candidate))
  }

  const takeParagraph = (span: Span) => markAllNow(send, desk, proposed.beside(span))

  const chosen = selection.span !== null
  const onChosen = (act: (span: Span) => void) => ({ run: withChosen(act), ready: chosen })
  const runs: ActionHandlers = {
    ...(may.mark && {
      claim: onChosen((span) => onMark(span, proposed.at(span))),
      claimNow: onChosen(makeNow),
      opinion: onChosen(markAs('opinion')),
      nothing: onChosen(markAs('nothing_to_check')),
      dismiss: { run: withChosen(dismiss), ready: proposed.at(selection.span) !== null },
      takeParagraph: {
        run: withChosen(takeParagraph),
        ready: proposed.beside(selection.span).length > 0,
      },
    }),
    ...(may.waiveWords && { waive: onChosen(onWaive) }),
    ...(may.ask && { ask: onChosen((span) => onSpeak({ kind: 'ask', span })) }),
    ...(may.suggest && { suggest: onChosen((span) => onSpeak({ kind: 'suggest', span })) }),
  }
  return { runs, step }
}
