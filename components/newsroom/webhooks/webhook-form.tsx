'use client'

import { changeWebhook } from '@/lib/actions'
import type { Webhook } from '@/lib/db/newsroom/webhooks'
import { ActionForm } from '../../forms/action-form'
import { ChoiceField, SubmitButton, TextField } from '../../forms/fields'
import { EventChoice } from './event-choice'

/** Where a webhook goes, what it is told, and whether it is on. */
export function WebhookForm({
  me,
  webhook,
}: {
  me: string
  webhook: Pick<Webhook, 'id' | 'url' | 'events' | 'isOn'>
}) {
  return (
    <ActionForm
      action={changeWebhook}
      values={{ webhookId: webhook.id }}
      draft={`${me}:webhook:${webhook.id}`}
      saved="The webhook is changed"
      label="Change the webhook"
      className="form settings-form"
    >
      <TextField
        name="url"
        label="Address"
        defaultValue={webhook.url}
        inputMode="url"
        autoComplete="off"
        required
      />
      <ChoiceField
        name="isOn"
        label="Deliveries"
        options={[
          ['yes', 'On'],
          ['', 'Off'],
        ]}
        chosen={[webhook.isOn ? 'yes' : '']}
      />
      <EventChoice chosen={webhook.events} />
      <div className="actions">
        <SubmitButton>Save the webhook</SubmitButton>
      </div>
    </ActionForm>
  )
}
