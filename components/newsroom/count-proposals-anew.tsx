import { countProposalsAnew } from '@/lib/actions'
import { ConfirmedAction } from '../forms/confirmed-action'

/** Begins to count anew, after having said what that means. */
export function CountProposalsAnew({ answers }: { answers: number }) {
  return (
    <ConfirmedAction
      action={countProposalsAnew}
      saved="Counted anew from now on"
      goOnAt="proposal-answers"
      button={{ text: 'Start counting anew', className: 'button' }}
      title="Start counting anew?"
      submit="Start counting anew"
      busy="Starting…"
      keep="Keep what was counted"
    >
      <p>
        {answers === 1 ? '1 answer weighs' : `${answers} answers weigh`} no more in the order of
        proposals, for everybody here. It stays on record who took and dismissed what, and this
        cannot be undone.
      </p>
    </ConfirmedAction>
  )
}
