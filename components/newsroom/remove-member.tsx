import { removeMember } from '@/lib/actions'
import { ConfirmedAction } from '../forms/confirmed-action'

/** Removes somebody, after having said what that means. */
export function RemoveMember({
  userId,
  name,
  own,
}: {
  userId: string
  name: string
  own: boolean
}) {
  return (
    <ConfirmedAction
      action={removeMember}
      values={{ userId }}
      saved={`${name} was removed`}
      goOnAt="members"
      button={{ text: 'Remove', label: `Remove ${name}` }}
      title={`Remove ${own ? 'yourself' : name}?`}
      submit={own ? 'Remove myself' : `Remove ${name}`}
      busy="Removing…"
    >
      <ul>
        <li>{own ? 'You are' : 'They are'} logged out at once, on every device.</li>
        <li>
          Everything {own ? 'you' : 'they'} did stays on record under {own ? 'your' : 'their'} name.
        </li>
        <li>
          {own ? 'Another admin' : 'You'} can bring {own ? 'you' : 'them'} back by an invitation.
        </li>
      </ul>
    </ConfirmedAction>
  )
}
