'use client'

import { publishInEmergency, signOff } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton, TextArea } from '../forms/fields'
import { Quoting } from '../ui/quoted-text'

interface Props {
  articleId: string
  me: string
  /** Where the log ended when this page was made. */
  seen: number
  revision: number
  /** In words, what is signed. */
  statement: string
}

/** The signature: what is signed stands in words above the button. */
export function SignForm({ articleId, seen, revision, statement }: Omit<Props, 'me'>) {
  return (
    <ActionForm
      action={signOff}
      values={{ articleId, seen }}
      label="Sign off"
      saved="Signed off"
      className="form sign-form"
    >
      <blockquote className="statement">
        <Quoting>{statement}</Quoting>
      </blockquote>
      <div className="actions">
        <SubmitButton busy="Signing…">{`Sign off revision ${revision}`}</SubmitButton>
      </div>
    </ActionForm>
  )
}

/** Publishing before the check is done: it takes a reason, and what is open becomes a list of what must still be done. */
export function EmergencyForm({ articleId, me, seen, revision, statement }: Props) {
  return (
    <details className="emergency">
      <summary>Publish in an emergency</summary>
      <ActionForm
        action={publishInEmergency}
        values={{ articleId, seen }}
        draft={`${me}:emergency:${articleId}`}
        label="Publish in an emergency"
        saved="Published in an emergency"
        className="form sign-form"
      >
        <p>
          This publishes words that are not checked. Everything above that nobody accepted becomes a
          list of what must still be done; the article, the list of articles and the report say so
          until an editor signs off in full.
        </p>
        <blockquote className="statement">
          <Quoting>{statement}</Quoting>
        </blockquote>
        <TextArea
          name="reason"
          label="Why can it not wait?"
          hint="Your name and this reason stand in the report."
          rows={2}
          dir="auto"
        />
        <div className="actions">
          <SubmitButton className="button loud" busy="Publishing…">
            {`Publish revision ${revision} unchecked`}
          </SubmitButton>
        </div>
      </ActionForm>
    </details>
  )
}
