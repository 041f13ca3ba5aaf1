import { signIn } from 'next-auth/react'
import type { FormAction } from '@/lib/forms/form-action'

/**
 * An action that somebody comes in by: carried out, it logs them in with the password they typed
 * and opens their newsroom. Where logging in fails the page is left to say how to go on.
 */
export function logInAfter(action: FormAction, knownEmail?: string): FormAction {
  return async (form) => {
    const answer = await action(form)
    const slug = slugIn(answer.done?.output)
    if (slug === null) return answer

    const email = knownEmail ?? form.get('email')
    const credentials = { email, password: form.get('password'), redirect: false as const }
    const entered = await signIn('credentials', credentials).catch(() => null)
    if (!entered?.ok) return answer
    location.assign(`/${slug}`)
    // The form stays busy until the browser has left, or it would show itself empty once more.
    return new Promise(() => undefined)
  }
}

function slugIn(output: unknown): string | null {
  if (typeof output !== 'object' || output === null || !('slug' in output)) return null
  return typeof output.slug === 'string' ? output.slug : null
}
