import { unstable_rethrow } from 'next/navigation'
import { startTransition } from 'react'
import type { FormAction, FormState } from '@/lib/form-action'
import { announce } from './announce'
import { beginSaving } from './saving'

/**
 * Runs an action that needs no form of its own. Says why when it is refused; answers with what it
 * gave, or undefined when nothing was done.
 */
export function send(
  action: FormAction,
  values: Record<string, string | number | readonly string[]>,
): Promise<unknown> {
  const form = new FormData()
  form.set('formId', crypto.randomUUID())
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) form.append(name, String(one))
  }
  return new Promise((resolve) => {
    startTransition(async () => {
      const told = beginSaving()
      const answer = await reached(action, form)
      told(answer.done ? null : (answer.message ?? 'Not saved'))
      if (!answer.done) announce(answer.message ?? '')
      resolve(answer.done?.output)
    })
  })
}

async function reached(action: FormAction, form: FormData): Promise<FormState> {
  try {
    return await action({}, form)
  } catch (error) {
    unstable_rethrow(error)
    return { message: 'Not saved: Stet cannot be reached. Try again in a moment.' }
  }
}
