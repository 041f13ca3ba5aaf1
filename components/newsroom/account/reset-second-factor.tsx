import { resetSecondFactor } from '@/lib/actions'
import { ConfirmedAction } from '../../forms/confirmed-action'

/** Takes a member's second factor away, after having said what that means. */
export function ResetSecondFactor({ userId, name }: { userId: string; name: string }) {
  return (
    <ConfirmedAction
      action={resetSecondFactor}
      values={{ userId }}
      saved={`${name} has no second factor any more`}
      goOnAt="members"
      button={{ text: 'Reset factor', label: `Reset the second factor of ${name}` }}
      title={`Reset the second factor of ${name}?`}
      submit="Reset it"
      busy="Resetting…"
    >
      <ul>
        <li>
          For a phone that is lost, with the recovery codes. Make sure that it is they who ask.
        </li>
        <li>Their password alone opens from then on, until they set up another.</li>
        <li>Their log-ins go on; end them too if the phone was logged in.</li>
      </ul>
    </ConfirmedAction>
  )
}
