import type { FormAction } from '@/lib/forms/form-action'
import { announce } from '../ui/toast'

/**
 * An action whose form is gone from the page once it is carried out, as when a row of a list is
 * removed: it is announced all the same, and the keyboard goes on at the element of that id.
 */
export function telling(action: FormAction, words: string, goOnAt: string): FormAction {
  return async (before, form) => {
    const answer = await action(before, form)
    if (answer.done) {
      announce(words)
      // An open dialog would not let go of the keyboard.
      document.querySelector<HTMLDialogElement>('dialog[open]')?.close()
      document.getElementById(goOnAt)?.focus()
    }
    return answer
  }
}
