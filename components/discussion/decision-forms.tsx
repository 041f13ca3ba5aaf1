'use client'

import { acceptSuggestion, dissent, stetSuggestion } from '@/lib/actions'
import type { SuggestionShown } from '@/lib/db/discussion/suggestions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton, TextArea } from '../forms/fields'

interface Props {
  me: string
  suggestion: SuggestionShown
  onClose: () => void
}

/** Accepts a change of words in words of the editor's own. */
export function AcceptForm({ me, suggestion, language, onClose }: Props & { language: string }) {
  return (
    <ActionForm
      action={acceptSuggestion}
      values={{ suggestionId: suggestion.id }}
      basis={{ over: suggestion.decision?.id ?? '' }}
      draft={`${me}:accept:${suggestion.id}`}
      label="Edit and accept"
      saved="Accepted"
      className="form boxed"
      onDone={onClose}
      onCancel={onClose}
    >
      <TextArea
        name="after"
        label="Words that will stand there"
        rows={3}
        defaultValue={suggestion.after}
        lang={language}
        dir="auto"
        autoFocus
      />
      <Buttons onClose={onClose}>Accept these words</Buttons>
    </ActionForm>
  )
}

/** Lets the words stand as they are. */
export function StetForm({ me, suggestion, onClose }: Props) {
  return (
    <ActionForm
      action={stetSuggestion}
      values={{ suggestionId: suggestion.id }}
      basis={{ over: suggestion.decision?.id ?? '' }}
      draft={`${me}:stet:${suggestion.id}`}
      label="Stet"
      saved="The words stand"
      className="form boxed"
      onDone={onClose}
      onCancel={onClose}
    >
      <TextArea
        name="reason"
        label="Why do the words stand?"
        hint="Your name and this reason stand in the report."
        rows={2}
        autoFocus
        dir="auto"
      />
      <Buttons onClose={onClose}>Let it stand</Buttons>
    </ActionForm>
  )
}

/** Puts an objection to a stet on file. */
export function DissentForm({ me, suggestion, onClose }: Props) {
  return (
    <ActionForm
      action={dissent}
      values={{ suggestionId: suggestion.id }}
      draft={`${me}:dissent:${suggestion.id}`}
      label="Dissent"
      saved="Dissent put on file"
      className="form boxed"
      onDone={onClose}
      onCancel={onClose}
    >
      <TextArea
        name="text"
        label="What do you object to?"
        hint="It stays on file and stands in the report."
        rows={2}
        autoFocus
        dir="auto"
      />
      <Buttons onClose={onClose}>Put on file</Buttons>
    </ActionForm>
  )
}

function Buttons({ children, onClose }: { children: string; onClose: () => void }) {
  return (
    <div className="actions">
      <SubmitButton>{children}</SubmitButton>
      <button type="button" className="button plain" onClick={onClose}>
        Cancel
      </button>
    </div>
  )
}
