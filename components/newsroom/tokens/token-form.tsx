'use client'

import { useState } from 'react'
import { makeNewsroomToken, makeToken } from '@/lib/actions'
import { ActionForm } from '../../forms/action-form'
import { ChoiceField, SelectField, SubmitButton, TextField } from '../../forms/fields'
import { ShownOnce } from '../../forms/shown-once'

const LASTS = { 7: 'A week', 30: 'A month', 90: 'Three months', 365: 'A year' }

interface Made {
  secret: string
  name: string
}

/** Makes a token, of one's own or of the newsroom, and shows it once: it is stored nowhere. */
export function TokenForm({
  me,
  ofNewsroom = false,
  scopes,
}: {
  me: string
  ofNewsroom?: boolean
  /** What a token of theirs can be let to do. */
  scopes: Record<string, string>
}) {
  const [made, setMade] = useState<Made | null>(null)
  return (
    <>
      <ActionForm
        action={ofNewsroom ? makeNewsroomToken : makeToken}
        draft={`${me}:${ofNewsroom ? 'newsroom-token' : 'token'}`}
        saved="The token is made"
        onDone={(output) => setMade(asMade(output))}
        label={ofNewsroom ? 'Make a token of the newsroom' : 'Make a token'}
        className="form slim settings-form"
      >
        <TextField
          name="name"
          label="Name"
          hint={
            ofNewsroom
              ? 'In this name it stands in the log, such as “The content system”.'
              : 'What it is for, such as “Export at night”.'
          }
          autoComplete="off"
          required
        />
        <ChoiceField name="scopes" label="It may" options={scopes} chosen={['read']} several />
        <SelectField name="days" label="It lasts" options={LASTS} defaultValue="90" />
        <TextField
          name="current"
          type="password"
          label="Your password"
          hint="A token lasts longer than a log-in, so Stet asks who you are."
          autoComplete="current-password"
          required
        />
        <div className="actions">
          <SubmitButton busy="Making…">Make the token</SubmitButton>
        </div>
      </ActionForm>
      {made && (
        <ShownOnce
          label={`Token “${made.name}”`}
          hint="It is shown only here and now. Keep it as you keep a password."
          value={made.secret}
        />
      )}
    </>
  )
}

function asMade(output: unknown): Made | null {
  if (typeof output !== 'object' || output === null) return null
  if (!('secret' in output) || !('name' in output)) return null
  const { secret, name } = output
  return typeof secret === 'string' && typeof name === 'string' ? { secret, name } : null
}
