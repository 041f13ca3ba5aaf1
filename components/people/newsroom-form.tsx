'use client'

import { changeNewsroom } from '@/lib/actions'
import { ActionForm } from '../ui/action-form'
import { SubmitButton, TextField } from '../ui/fields'
import { useOpened } from '../ui/opened'
import { SelfCheckField } from './set-up-form'

/** The newsroom's own settings. */
export function NewsroomForm({ name, selfCheck }: { name: string; selfCheck: boolean }) {
  const opened = useOpened({ name, selfCheck })
  return (
    <ActionForm
      action={changeNewsroom}
      values={{ wasName: opened.name, wasSelfCheck: opened.selfCheck ? 'yes' : '' }}
      draft="newsroom"
      label="The newsroom"
    >
      <TextField
        name="name"
        label="Name"
        hint="Its address stays the same."
        defaultValue={name}
        required
      />
      <SelfCheckField chosen={selfCheck} />
      <div className="actions">
        <SubmitButton className="button">Save the newsroom</SubmitButton>
      </div>
    </ActionForm>
  )
}
