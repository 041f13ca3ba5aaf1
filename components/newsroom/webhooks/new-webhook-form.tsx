'use client'

import { useState } from 'react'
import { addWebhook } from '@/lib/actions'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton, TextField } from '../../forms/fields'
import { secretIn } from '../../forms/shown-once'
import { EventChoice } from './event-choice'
import { WebhookSecret } from './webhook-secret'

/** Has another address told what happens, and shows its secret once. */
export function NewWebhookForm({ me }: { me: string }) {
  const [secret, setSecret] = useState<string | null>(null)
  return (
    <>
      {secret && <WebhookSecret secret={secret} host="the new webhook" />}
      <ActionForm
        action={addWebhook}
        draft={`${me}:webhook`}
        saved="The webhook is added"
        onDone={(output) => setSecret(secretIn(output))}
        label="New webhook"
        className="form settings-form new-webhook"
      >
        <TextField
          name="url"
          label="Address"
          hint="Where it is received, by HTTPS. A host of your own network has to be allowed in the settings first."
          inputMode="url"
          autoComplete="off"
          required
        />
        <EventChoice chosen={[]} />
        <div className="actions">
          <SubmitButton busy="Adding…">Add the webhook</SubmitButton>
        </div>
      </ActionForm>
    </>
  )
}
