'use client'

import { useState } from 'react'
import { removeWebhook, rotateWebhookSecret, testWebhook } from '@/lib/actions'
import { ActionForm } from '../../forms/action-form'
import { ConfirmedAction } from '../../forms/confirmed-action'
import { SubmitButton } from '../../forms/fields'
import { secretIn } from '../../forms/shown-once'
import { WebhookSecret } from './webhook-secret'

/** What can be done with a webhook besides changing it: a test, another secret, its removal. */
export function WebhookControls({ webhookId, host }: { webhookId: string; host: string }) {
  const [secret, setSecret] = useState<string | null>(null)
  const values = { webhookId }
  return (
    <>
      <div className="actions webhook-controls">
        <ActionForm
          action={testWebhook}
          values={values}
          saved="A test is on its way"
          className="bare-form"
        >
          <SubmitButton className="button" busy="Sending…">
            Send a test
          </SubmitButton>
        </ActionForm>
        <ActionForm
          action={rotateWebhookSecret}
          values={values}
          saved="There is another secret"
          onDone={(output) => setSecret(secretIn(output))}
          className="bare-form"
        >
          <SubmitButton className="button" busy="Making…">
            Make another secret
          </SubmitButton>
        </ActionForm>
        <Remove {...{ webhookId, host }} />
      </div>
      {secret && <WebhookSecret secret={secret} host={host} />}
    </>
  )
}

function Remove({ webhookId, host }: { webhookId: string; host: string }) {
  return (
    <ConfirmedAction
      action={removeWebhook}
      values={{ webhookId }}
      saved={`${host} was removed`}
      button={{ text: 'Remove', className: 'button plain' }}
      title={`Remove ${host}?`}
      submit="Remove the webhook"
      busy="Removing…"
    >
      <p>It is told nothing any more, and what is on its way is given up.</p>
    </ConfirmedAction>
  )
}
