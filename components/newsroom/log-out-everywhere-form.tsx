'use client'

import { signOut } from 'next-auth/react'
import { logOutEverywhere } from '@/lib/actions'
import type { FormAction } from '@/lib/forms/form-action'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'

/** Ends every log-in of the person, and leaves. */
export function LogOutEverywhereForm() {
  return (
    <ActionForm action={leaving} label="Log out everywhere">
      <div className="actions">
        <SubmitButton className="button" busy="Logging out…">
          Log out everywhere
        </SubmitButton>
      </div>
    </ActionForm>
  )
}

/** The log-ins have ended in the database by then; the browser only forgets its cookie too. */
const leaving: FormAction = async (form) => {
  const answer = await logOutEverywhere(form)
  if (!answer.done) return answer
  await signOut({ redirect: false }).catch(() => null)
  location.assign('/log-in')
  return new Promise(() => undefined)
}
