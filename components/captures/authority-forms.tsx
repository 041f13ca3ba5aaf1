'use client'

import { addAuthority, dateCaptures, removeAuthority } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton, TextArea, TextField } from '../forms/fields'

/** Names one more authority that dates captures. */
export function AddAuthority() {
  return (
    <details className="add-authority">
      <summary className="button" id="add-authority">
        Add an authority
      </summary>
      <ActionForm
        action={addAuthority}
        draft="authority"
        saved="Added"
        label="Add an authority"
        goOnAt="add-authority"
      >
        <TextField name="name" label="Name" hint="As reports print it." required />
        <TextField
          name="address"
          label="Address"
          hint="Where it takes requests over HTTP, as its own pages give it."
          inputMode="url"
          required
        />
        <TextArea
          name="certificates"
          label="Certificates"
          hint="In PEM form, those that its chain ends in. Left empty, whoever answers there is believed."
          className="mono"
          rows={5}
          spellCheck={false}
        />
        <div className="actions">
          <SubmitButton busy="Adding…">Add the authority</SubmitButton>
        </div>
      </ActionForm>
    </details>
  )
}

/** Takes an authority off the list. */
export function RemoveAuthority({ authorityId, name }: { authorityId: string; name: string }) {
  return (
    <ActionForm
      action={removeAuthority}
      values={{ authorityId }}
      saved={`${name} is asked no more`}
      goOnAt="add-authority"
      className="bare-form"
    >
      <SubmitButton className="button plain small" busy="Removing…">
        Remove<span className="visually-hidden"> {name}</span>
      </SubmitButton>
    </ActionForm>
  )
}

/** Has each capture dated as soon as it is kept, or no longer. */
export function DateEveryCapture({ isDating }: { isDating: boolean }) {
  return (
    <ActionForm
      action={dateCaptures}
      values={{ every: isDating ? '' : 'yes' }}
      className="bare-form date-captures"
      label="Date every capture"
    >
      <p>
        {isDating
          ? 'Each capture is dated by all of them as soon as it is kept.'
          : 'A capture is dated when somebody asks for it.'}
      </p>
      <SubmitButton className="button small">
        {isDating ? 'Date only on request' : 'Date every capture'}
      </SubmitButton>
    </ActionForm>
  )
}
