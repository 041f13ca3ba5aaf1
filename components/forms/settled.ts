import type { FormAction } from '@/lib/forms/form-action'
import { announce } from '../ui/toast'
import { clearDraft } from './draft'

/** An action whose form may be gone from the page once it is carried out: it is announced all the same, and leaves no draft. */
export function settled(action: FormAction, words: string, draft?: string): FormAction {
  return async (before, form) => {
    const answer = await action(before, form)
    if (answer.done) {
      clearDraft(draft)
      announce(words)
    }
    return answer
  }
}
