'use client'

import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { setRole } from '@/lib/actions'
import { ROLES, type Role } from '@/lib/domain/vocabulary'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'

/** Somebody's role; another one is chosen first and then saved, so that a slip of the arrow keys changes nothing. */
export function RoleForm({ userId, name, role }: { userId: string; name: string; role: Role }) {
  const [choice, setChoice] = useState<string | null>(null)
  const id = useId()
  const select = useRef<HTMLSelectElement>(null)
  const keepEarlyChoice = useEffectEvent(() => {
    const chosen = select.current?.value
    if (chosen && chosen !== role) setChoice(chosen)
  })
  // Once, for what was chosen before the page answered: later the form, reset, may show an older role for a moment.
  useEffect(() => keepEarlyChoice(), [])
  const changed = choice !== null && choice !== role
  // Not once it is stored: by then somebody may have chosen the next one.
  if (choice === role) setChoice(null)

  return (
    <ActionForm
      action={setRole}
      values={{ userId }}
      basis={{ was: role }}
      saved={`${name} has the new role`}
      className="role-form"
      label={`Role of ${name}`}
    >
      <label className="visually-hidden" htmlFor={id}>
        Role of {name}
      </label>
      <select
        ref={select}
        id={id}
        name="role"
        value={choice ?? role}
        onChange={({ target }) => setChoice(target.value)}
      >
        {Object.entries(ROLES).map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
      {changed && <SubmitButton className="button small">Save</SubmitButton>}
    </ActionForm>
  )
}
