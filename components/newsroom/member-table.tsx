'use client'

import { useMemo } from 'react'
import type { Member } from '@/lib/db/newsroom/members'
import { ROLES } from '@/lib/domain/vocabulary'
import { Timestamp } from '../ui/timestamp'
import { EndLogIns } from './account/end-log-ins'
import { ResetSecondFactor } from './account/reset-second-factor'
import { PasswordLink } from './password-link'
import { RemoveMember } from './remove-member'
import { RoleForm } from './role-form'

/**
 * The present members, each with their role, and the ways to give them a new password and to remove them. They come as
 * JSON: a page spends most of its time on walking through what it sends to its script.
 */
export function MemberTable({
  sent,
  ownId,
}: {
  /** `Member[]` as JSON. */
  sent: string
  ownId: string
}) {
  const members: (Omit<Member, 'createdAt'> & { createdAt: string })[] = useMemo(
    () => JSON.parse(sent),
    [sent],
  )
  return (
    <table className="table stacking members">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Email address</th>
          <th scope="col">Role</th>
          <th scope="col">Second factor</th>
          <th scope="col">Since</th>
          <th scope="col">
            <span className="visually-hidden">New password, log out, second factor, remove</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ userId, name, email, role, createdAt, hasSecondFactor }) => (
          <tr key={userId}>
            <td className="name">
              {name}
              {userId === ownId && <span className="quiet"> (you)</span>}
            </td>
            <td className="email">{email}</td>
            <td>
              <RoleForm userId={userId} name={name} role={role} />
            </td>
            <td data-label="Second factor" className="quiet">
              {hasSecondFactor ? 'On' : 'None'}
            </td>
            <td data-label="Since" className="quiet">
              <Timestamp at={createdAt} />
            </td>
            <td className="last">
              {userId !== ownId && (
                <>
                  <PasswordLink userId={userId} name={name} />
                  <EndLogIns userId={userId} name={name} />
                  {hasSecondFactor && <ResetSecondFactor userId={userId} name={name} />}
                </>
              )}
              <RemoveMember userId={userId} name={name} own={userId === ownId} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Those who were removed: what they did stays on record under their names. */
export function FormerMembers({ members }: { members: Member[] }) {
  return (
    <details className="former quiet">
      <summary>
        {members.length === 1 ? '1 person was removed' : `${members.length} people were removed`}
      </summary>
      <ul className="bare">
        {members.map(({ userId, name, email, role, removedAt }) => (
          <li key={userId}>
            {name}, {email}, {ROLES[role].toLowerCase()} until{' '}
            {removedAt && <Timestamp at={removedAt.toISOString()} full />}
          </li>
        ))}
      </ul>
    </details>
  )
}
