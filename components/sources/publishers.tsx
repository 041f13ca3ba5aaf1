'use client'

import { removePublishedChecks } from '@/lib/actions'
import { counted } from '@/lib/domain/counting'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'
import { Timestamp } from '../ui/timestamp'

/** Whose fact-checks are on file, each with the way to remove all of them. */
export function Publishers({
  publishers,
  mayRemove,
}: {
  publishers: readonly { publisher: string; count: number; broughtAt: string }[]
  mayRemove: boolean
}) {
  return (
    <ul className="bare publishers">
      {publishers.map(({ publisher, count, broughtAt }) => (
        <li key={publisher} className="published-check">
          <p>
            <bdi>{publisher}</bdi>{' '}
            <span className="small quiet">
              {counted(count)}, last brought <Timestamp at={broughtAt} />
            </span>
          </p>
          {mayRemove && (
            <details>
              <summary className="small">Remove…</summary>
              <ActionForm
                action={removePublishedChecks}
                values={{ publisher }}
                saved="Removed"
                label={`Remove all of ${publisher}`}
                goOnAt="publishers"
                className="bare-form"
              >
                <p className="small">
                  They are found and offered no more. Sources that were made of them stay. Bringing
                  the same list again brings them back.
                </p>
                <SubmitButton className="button small" busy="Removing…">
                  {count === 1 ? 'Remove it' : `Remove all ${counted(count)}`}
                </SubmitButton>
              </ActionForm>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}
