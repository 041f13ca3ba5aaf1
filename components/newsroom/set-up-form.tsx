'use client'

import { foundNewsroom } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { ChoiceField, SubmitButton, TextField } from '../forms/fields'
import { logInAfter } from './door/log-in-after'

/** Founds the newsroom and makes whoever fills this in its admin. */
export function SetUpForm({ code }: { code: string }) {
  return (
    <ActionForm action={logInAfter(foundNewsroom)} draft="set-up" saved="" label="Set up">
      <TextField
        name="code"
        label="Code from the terminal"
        hint="Printed where Stet was started: four groups of four."
        defaultValue={code}
        className="mono"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
      />
      <TextField name="newsroom" label="Newsroom" autoComplete="organization" required />
      <TextField name="name" label="Your name" autoComplete="name" required />
      <TextField name="email" type="email" label="Email address" autoComplete="username" required />
      <TextField
        name="password"
        type="password"
        label="Password"
        hint="At least 12 characters."
        autoComplete="new-password"
        required
      />
      <SelfCheckField />
      <SubmitButton busy="Setting up…">Set up the newsroom</SubmitButton>
    </ActionForm>
  )
}

/** Whether writers may check their own claims, and what that costs. */
export function SelfCheckField({ chosen = false }: { chosen?: boolean }) {
  return (
    <ChoiceField
      several
      name="selfCheck"
      label="Self-check"
      hint="For newsrooms without a second person. A writer overlooks their own mistakes, so every report says that the writer checked."
      options={{ yes: 'Writers may check their own claims' }}
      chosen={chosen ? ['yes'] : []}
    />
  )
}
