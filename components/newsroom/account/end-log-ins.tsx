import { endLogInsOf } from '@/lib/actions'
import { ConfirmedAction } from '../../forms/confirmed-action'

/** Ends every log-in of a member, after having said what that means. */
export function EndLogIns({ userId, name }: { userId: string; name: string }) {
  return (
    <ConfirmedAction
      action={endLogInsOf}
      values={{ userId }}
      saved={`${name} is logged out`}
      closes
      button={{ text: 'Log out', label: `Log ${name} out` }}
      title={`Log ${name} out?`}
      submit={`Log ${name} out`}
      busy="Logging out…"
      keep="Cancel"
    >
      <ul>
        <li>Every log-in of theirs ends at once, on every device and in every newsroom.</li>
        <li>They can log in again as before: what they know still opens.</li>
      </ul>
    </ConfirmedAction>
  )
}
