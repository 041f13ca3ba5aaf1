'use client'

import { resendDelivery } from '@/lib/actions'
import type { Delivery } from '@/lib/db/newsroom/deliveries'
import type { DeliveryAnswer } from '@/lib/domain/webhooks/delivery'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton } from '../../forms/fields'
import { EscapedText } from '../../ui/escaped-text'
import { Timestamp } from '../../ui/timestamp'

/** A delivery as its row shows it, with moments as ISO 8601. */
export interface ShownDelivery extends Pick<Delivery, 'id' | 'type' | 'state' | 'answers'> {
  at: string
  nextAt: string
}

const STATES = { waiting: 'Waiting', delivered: 'Delivered', failed: 'Given up' } as const

/** What was sent to an address, with what it answered, and the way to send it again. */
export function DeliveryList({ deliveries, isOn }: { deliveries: ShownDelivery[]; isOn: boolean }) {
  return (
    <table className="table stacking deliveries">
      <thead>
        <tr>
          <th scope="col">Event</th>
          <th scope="col">State</th>
          <th scope="col">Answers</th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <Row key={delivery.id} {...{ delivery, isOn }} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ delivery, isOn }: { delivery: ShownDelivery; isOn: boolean }) {
  const { id, type, at, state, nextAt, answers } = delivery
  return (
    <tr>
      <td>
        <span className="mono">{type}</span>
        <div className="small quiet">
          <Timestamp at={at} />
        </div>
      </td>
      <td data-label="State">
        <strong>{STATES[state]}</strong>
        {state === 'waiting' && answers.length > 0 && (
          <div className="small quiet">
            next <Timestamp at={nextAt} />
          </div>
        )}
        {(state !== 'waiting' || answers.length > 0) && isOn && (
          <ActionForm
            action={resendDelivery}
            values={{ deliveryId: id }}
            saved="It is on its way again"
            className="bare-form"
          >
            <SubmitButton className="button small" busy="Sending…">
              {state === 'waiting' ? 'Try now' : 'Send again'}
              <span className="visually-hidden"> {type}</span>
            </SubmitButton>
          </ActionForm>
        )}
      </td>
      <td data-label="Answers">
        {answers.length === 0 && <span className="quiet">None yet</span>}
        {answers.toReversed().map((answer) => (
          <Answer key={answer.at} answer={answer} />
        ))}
      </td>
    </tr>
  )
}

function Answer({ answer: { at, status, says, took, body } }: { answer: DeliveryAnswer }) {
  return (
    <div className="delivery-answer">
      {status ?? <EscapedText>{says}</EscapedText>}
      <span className="small quiet">
        {' '}
        <Timestamp at={at} />, {took.toLocaleString('en')} ms
      </span>
      {body !== '' && (
        <details>
          <summary className="small">What it said</summary>
          <pre className="mono small" dir="auto">
            <EscapedText>{body}</EscapedText>
          </pre>
        </details>
      )}
    </div>
  )
}
