'use client'

import { setFileQuota } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton, TextField } from '../forms/fields'

/** How much room the newsroom's kept files may take, in gigabytes. */
export function RoomForm({ gigabytes }: { gigabytes: number }) {
  return (
    <ActionForm
      action={setFileQuota}
      basis={{ wasGigabytes: gigabytes }}
      draft="room-for-files"
      label="Room for files"
      className="form room-form"
    >
      <TextField
        name="gigabytes"
        label="Room for files, in GB"
        hint="Less than is used keeps what there is, and takes no more."
        defaultValue={String(gigabytes)}
        required
      />
      <div className="actions">
        <SubmitButton className="button">Save the room</SubmitButton>
      </div>
    </ActionForm>
  )
}
