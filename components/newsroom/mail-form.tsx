'use client'

import { chooseMail } from '@/lib/actions'
import { keysOf } from '@/lib/domain/vocabulary'
import {
  MAIL_GROUPS,
  MAIL_TIMINGS,
  type MailChoices,
  type MailGroup,
} from '@/lib/domain/waiting/by-mail'
import { ActionForm } from '../forms/action-form'
import { ChoiceField, SelectField, SubmitButton } from '../forms/fields'

/** How somebody hears by mail of what waits for them. */
export function MailForm({
  me,
  choices,
  timeZone,
}: {
  me: string
  choices: MailChoices
  timeZone: string
}) {
  return (
    <ActionForm
      action={chooseMail}
      saved="Your choice is saved"
      draft={`${me}:mail`}
      label="What comes by mail"
      className="form slim"
    >
      {keysOf(MAIL_GROUPS).map((group) => (
        <ChoiceField
          key={group}
          name={group}
          label={MAIL_GROUPS[group]}
          hint={HINTS[group]}
          options={MAIL_TIMINGS}
          chosen={[choices[group]]}
        />
      ))}
      <SelectField
        name="digestHour"
        label="The digest comes at"
        hint={`By the newsroom’s clock (${timeZone.replaceAll('_', ' ')}), on days on which there is something new.`}
        options={HOURS}
        defaultValue={`${choices.digestHour}`}
      />
      <div className="actions">
        <SubmitButton>Save the choice</SubmitButton>
      </div>
    </ActionForm>
  )
}

const HINTS: Record<MailGroup, string> = {
  blocks: 'A query that blocks, a signature that fell, an emergency to be signed, a near deadline.',
  asked: 'Queries and answers, mentions, second checks, suggestions, a text to sign off.',
  work: 'Claims to check or to take, words to cover, pages that changed, notes of documents.',
}

const HOURS = Array.from({ length: 24 }, (_, hour) => {
  const clock = `${String(hour).padStart(2, '0')}:00`
  return [`${hour}`, clock] as const
})
