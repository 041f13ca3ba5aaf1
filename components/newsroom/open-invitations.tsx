import type { listOpenInvitations } from '@/lib/db/newsroom/invitations'
import { ROLES } from '@/lib/domain/vocabulary'
import { Timestamp } from '../ui/timestamp'
import { WithdrawInvitation } from './withdraw-invitation'

type Invitation = Awaited<ReturnType<typeof listOpenInvitations>>[number]

/** Invitations that can still be accepted. */
export function OpenInvitations({ invitations }: { invitations: Invitation[] }) {
  return (
    <>
      {invitations.length === 0 && (
        <p className="quiet">
          None. Everybody who was invited has joined, or the link has run out.
        </p>
      )}
      <ul className="bare ruled">
        {invitations.map(({ id, email, role, expiresAt }) => (
          <li key={id}>
            <div>
              <span className="email">{email}</span>
              <p className="quiet small">
                {ROLES[role]}, open until <Timestamp at={expiresAt.toISOString()} full />
              </p>
            </div>
            <WithdrawInvitation invitationId={id} email={email} />
          </li>
        ))}
      </ul>
    </>
  )
}
