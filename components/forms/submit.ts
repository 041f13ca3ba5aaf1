import { unstable_rethrow } from 'next/navigation'
import { useCallback, useContext } from 'react'
import type { FormAction, FormState } from '@/lib/forms/form-action'
import { FOLLOWS, PAGE_OF } from '@/lib/forms/hidden-fields'
import { toast } from '../ui/toast'
import { type Page, PageContext } from './page-context'

export type Values = Record<string, string | number | readonly string[]>

/**
 * Sends a form, or values that need no form of their own, and answers with what came of it, once the
 * page can show it. A server that cannot be reached is a refusal like another, so that what was typed stays.
 *
 * @param onDone called as soon as the server has agreed, also where the form is gone from the page by then
 */
export async function submit(
  action: FormAction,
  sent: FormData | Values,
  { owner, follow }: Page,
  onDone?: (output: unknown) => void,
): Promise<FormState> {
  const data = sent instanceof FormData ? sent : formOf(sent)
  if (follow) data.set(FOLLOWS, '1')
  if (owner) data.set(PAGE_OF, owner)
  const told = follow?.sending()
  try {
    const answer = await action(data)
    told?.(answer.done ? null : reasonOf(answer))
    if (answer.done) onDone?.(answer.done.output)
    if (answer.done) await follow?.catchUp()
    return answer
  } catch (error) {
    told?.('Not saved: Stet did not answer')
    // Around a form the page leads on to where its person is sent; after a button the router does by itself.
    if (sent instanceof FormData) unstable_rethrow(error)
    return { message: sent instanceof FormData ? unreached() : UNREACHED }
  }
}

/**
 * Sends from this page what needs no form of its own. There is no place to say why it was refused: that is
 * announced, and answered with undefined.
 */
export function useSend(): (action: FormAction, values: Values) => Promise<unknown> {
  const page = useContext(PageContext)
  return useCallback(
    async (action, values) => {
      const answer = await submit(action, values, page)
      if (!answer.done) toast(reasonOf(answer))
      return answer.done?.output
    },
    [page],
  )
}

/** Why nothing was done, in a sentence. What is said of a field tells more than that one needs a look. */
export function reasonOf({ fields = {}, message, resend = {} }: FormState): string {
  const ofField = Object.keys(resend).length === 0 ? Object.values(fields)[0] : undefined
  return ofField ?? message ?? 'Not saved'
}

function formOf(values: Values): FormData {
  const data = new FormData()
  data.set('formId', crypto.randomUUID())
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) data.append(name, String(one))
  }
  return data
}

const UNREACHED = 'Not saved: Stet cannot be reached. Try again in a moment.'

const unreached = () =>
  navigator.onLine
    ? 'Not saved: Stet did not answer. What you typed is still here; send it again in a moment.'
    : 'Not saved: you are offline. What you typed is kept here; send it again when you are back.'
