import type { FormAction, FormState } from '@/lib/forms/form-action'
import { FOLLOWS, PAGE_OF } from '@/lib/forms/hidden-fields'
import { pageOwner } from './page-owner'

type CatchUp = () => Promise<void>

let follows: CatchUp | null = null

/**
 * Says that this page brings itself up to date after what is sent from it, and by which way, until
 * what comes back is called.
 *
 * A page whose address changes without the server has to: made anew under an address that it was not
 * made for, the router would remember it as a page without content, and Back would lead nowhere.
 */
export function followChanges(catchUp: CatchUp): () => void {
  follows = catchUp
  return () => {
    if (follows === catchUp) follows = null
  }
}

/** Sends a form; its answer comes once the page can show what was changed. */
export async function carryOut(
  action: FormAction,
  before: FormState,
  form: FormData,
): Promise<FormState> {
  const catchUp = follows
  const owner = pageOwner()
  if (catchUp) form.set(FOLLOWS, '1')
  if (owner) form.set(PAGE_OF, owner)
  const answer = await action(before, form)
  if (answer.done) await catchUp?.()
  return answer
}
