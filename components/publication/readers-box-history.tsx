'use client'

import { revokeReadersBox } from '@/lib/actions'
import type { ReadersBoxShown } from '@/lib/db/publication/readers-boxes'
import { claimNumber } from '@/lib/domain/vocabulary'
import { ActionForm } from '../forms/action-form'
import { SubmitButton, TextArea } from '../forms/fields'
import { EscapedText } from '../ui/escaped-text'
import { Timestamp } from '../ui/timestamp'

/** Takes back what readers are told, with a reason. */
export function RevokeReadersBox({
  articleId,
  boxId,
  me,
}: {
  articleId: string
  boxId: string
  me: string
}) {
  return (
    <details>
      <summary>Take it back…</summary>
      <ActionForm
        action={revokeReadersBox}
        values={{ articleId, boxId }}
        draft={`${me}:readers-box-back:${boxId}`}
        label="Take it back"
        saved="Taken back"
      >
        <TextArea name="reason" label="Why?" rows={2} dir="auto" />
        <div className="actions">
          <SubmitButton className="button" busy="Taking back…">
            Take it back
          </SubmitButton>
        </div>
      </ActionForm>
    </details>
  )
}

const ENDS = {
  revoked: 'Taken back',
  replaced: 'Replaced',
  superseded: 'A newer text took the place of this one',
  fallen: 'Fell',
} as const

/** Those that hold no more, newest first, and what ended each. */
export function EndedReadersBoxes({ boxes }: { boxes: readonly ReadersBoxShown[] }) {
  if (boxes.length === 0) return null
  return (
    <section className="section" aria-labelledby="ended">
      <h2 id="ended">What was signed before</h2>
      <ul className="exchange-list">
        {boxes.map(({ id, claims, revision, by, at, end }) => (
          <li key={id}>
            <p>
              Revision {revision}: {claims.map(claimNumber).join(', ')}. Signed by <bdi>{by}</bdi>,{' '}
              <Timestamp at={at} />
            </p>
            {end && (
              <p className="quiet">
                {ENDS[end.kind]}
                {end.claims.length > 0 && ` because of ${end.claims.map(claimNumber).join(', ')}`}
                {end.kind === 'fallen' &&
                  end.claims.length === 0 &&
                  ' because the text is not signed off any more'}
                {end.reason && (
                  <>
                    : <EscapedText>{end.reason}</EscapedText>
                  </>
                )}{' '}
                (<bdi>{end.by}</bdi>, <Timestamp at={end.at} />)
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
