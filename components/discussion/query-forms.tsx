'use client'

import { answerQuery, closeQuery, reopenQuery } from '@/lib/actions'
import type { QueryShown } from '@/lib/db/discussion/queries'
import { ActionForm } from '../forms/action-form'
import { SubmitButton, TextArea } from '../forms/fields'

interface Props {
  me: string
  query: QueryShown
  onClose: () => void
}

/** Answers a query; a writer can also say what they vouch for in words that a verdict may quote. */
export function AnswerForm({ me, query, onClose }: Props) {
  return (
    <ActionForm
      action={answerQuery}
      values={{ queryId: query.id }}
      draft={`${me}:answer:${query.id}`}
      label="Answer the query"
      saved="Answer sent"
      className="form boxed"
      onDone={onClose}
      onCancel={onClose}
    >
      <TextArea name="text" label="Answer" rows={3} dir="auto" />
      {query.to === 'writer' && (
        <TextArea
          name="writersWord"
          label="Your own word, if it rests on that"
          hint="What you saw, heard or noted yourself. A verdict may quote it."
          rows={2}
          dir="auto"
        />
      )}
      <div className="actions">
        <SubmitButton>Send answer</SubmitButton>
        <button type="button" className="button plain" onClick={onClose}>
          Cancel
        </button>
      </div>
    </ActionForm>
  )
}

/** Closes a query; nobody but a person does. */
export function CloseForm({ me, query, onClose }: Props) {
  return (
    <ActionForm
      action={closeQuery}
      values={{ queryId: query.id }}
      basis={{ over: query.entries.at(-1)?.id ?? '' }}
      draft={`${me}:close:${query.id}`}
      label="Close the query"
      saved="Query closed"
      className="form boxed"
      onDone={onClose}
      onCancel={onClose}
    >
      <TextArea
        name="text"
        label={query.state === 'open' ? 'Why is it closed without an answer?' : 'Note'}
        rows={2}
        autoFocus
        dir="auto"
      />
      {query.isWaiting && (
        <label className="tick">
          <input type="checkbox" name="resume" defaultChecked /> Set the claim to In progress
        </label>
      )}
      <div className="actions">
        <SubmitButton>Close query</SubmitButton>
        <button type="button" className="button plain" onClick={onClose}>
          Cancel
        </button>
      </div>
    </ActionForm>
  )
}

/** Opens a query again. */
export function ReopenForm({ me, query, onClose }: Props) {
  return (
    <ActionForm
      action={reopenQuery}
      values={{ queryId: query.id }}
      draft={`${me}:reopen:${query.id}`}
      label="Reopen the query"
      saved="Query reopened"
      className="form boxed"
      onDone={onClose}
      onCancel={onClose}
    >
      <TextArea name="text" label="What is still open?" rows={2} autoFocus dir="auto" />
      {query.mayWait && (
        <label className="tick">
          <input type="checkbox" name="waiting" defaultChecked /> Set the claim to Waiting (writer)
        </label>
      )}
      <div className="actions">
        <SubmitButton>Reopen query</SubmitButton>
        <button type="button" className="button plain" onClick={onClose}>
          Cancel
        </button>
      </div>
    </ActionForm>
  )
}
