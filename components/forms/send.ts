import { unstable_rethrow } from 'next/navigation'
import { startTransition } from 'react'
import type { FormAction, FormState } from '@/lib/forms/form-action'
import { announce } from '../ui/toast'
import { carryOut } from './carry-out'
import { beginSaving } from './saving'

type Values = Record<string, string | number | readonly string[]>

/**
 * Runs an action that needs no form of its own. Says why when it is refused; answers with what it
 * gave, or undefined when nothing was done.
 */
export function send(action: FormAction, values: Values): Promise<unknown> {
  return new Promise((resolve) => {
    startTransition(async () => {
      const answer = await sendTelling(action, values, unstable_rethrow)
      if (!answer.done) announce(answer.message ?? '')
      resolve(answer.done?.output)
    })
  })
}

/**
 * The same, answering with the reason instead of saying it. Outside a transition nothing on the page
 * waits for the answer: the next claim can be opened meanwhile.
 */
export function sendAside(action: FormAction, values: Values): Promise<FormState> {
  // Where the answer leads to another page, the router goes there by itself.
  return sendTelling(action, values, () => {})
}

/** Why nothing was done, in a sentence. What is said of a field tells more than that one needs a look. */
export function reasonOf({ fields = {}, message, resend = {} }: FormState): string {
  const ofField = Object.keys(resend).length === 0 ? Object.values(fields)[0] : undefined
  return ofField ?? message ?? 'Not saved'
}

async function sendTelling(
  action: FormAction,
  values: Values,
  rethrow: (error: unknown) => void,
): Promise<FormState> {
  const form = new FormData()
  form.set('formId', crypto.randomUUID())
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) form.append(name, String(one))
  }
  const told = beginSaving()
  const answer = await carryOut(action, {}, form).catch((error): FormState => {
    rethrow(error)
    return { message: 'Not saved: Stet cannot be reached. Try again in a moment.' }
  })
  told(answer.done ? null : reasonOf(answer))
  return answer
}
