'use client'

import { endLogIn, endOtherLogIns } from '@/lib/actions'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton } from '../../forms/fields'
import { Timestamp } from '../../ui/timestamp'

/** A log-in that is open. */
export interface OpenLogIn {
  id: string
  device: string
  address: string
  /** ISO 8601. */
  createdAt: string
  lastUsedAt: string
  isThis: boolean
}

/** Where somebody is logged in: each can be ended by itself, and all but this one at once. */
export function LogIns({ logIns }: { logIns: readonly OpenLogIn[] }) {
  const others = logIns.filter(({ isThis }) => !isThis)
  return (
    <>
      <ul className="bare ruled">
        {logIns.map(({ id, device, address, createdAt, lastUsedAt, isThis }) => (
          <li key={id}>
            <div>
              <strong>{device || 'An unknown browser'}</strong>
              {isThis && <span className="quiet"> (this one)</span>}
              <p className="quiet small">
                Used <Timestamp at={lastUsedAt} />
                {address && (
                  <>
                    {' '}
                    · logged in from <span className="mono">{address}</span>
                  </>
                )}{' '}
                on <Timestamp at={createdAt} full />
              </p>
            </div>
            {!isThis && (
              <ActionForm
                action={endLogIn}
                values={{ sessionId: id }}
                saved="That log-in has ended"
                goOnAt="log-ins"
                className="bare-form"
              >
                <SubmitButton className="button plain small" busy="Ending…">
                  End it<span className="visually-hidden"> on {device || 'that browser'}</span>
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <ActionForm
          action={endOtherLogIns}
          saved="Your other log-ins have ended"
          goOnAt="log-ins"
          className="form end-others"
        >
          <div className="actions">
            <SubmitButton className="button" busy="Ending…">
              End all others
            </SubmitButton>
          </div>
        </ActionForm>
      )}
    </>
  )
}
