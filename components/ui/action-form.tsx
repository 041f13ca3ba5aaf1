'use client'

import { unstable_rethrow, useParams } from 'next/navigation'
import {
  createContext,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { FormAction, FormState } from '@/lib/form-action'
import { announce } from './announce'
import { carryOut } from './carry-out'
import { clearDraft, useDraft } from './draft'
import { beginSaving } from './saving'

const Answer = createContext<{ answer: FormState; pending: boolean }>({
  answer: {},
  pending: false,
})

/** What came of the form around this field. */
export const useAnswer = () => useContext(Answer)

interface Props {
  action: FormAction
  /** Hidden values that go with what is typed. */
  values?: Record<string, string | number>
  /** Names the draft that is kept while the form is not sent; forms without a name keep none. */
  draft?: string
  /** Said, and shown for a moment, when the form was carried out. */
  saved?: string
  /** How to take back what was done, if it can be. */
  undoable?: (output: unknown) => (() => void) | undefined
  onDone?: (output: unknown) => void
  onCancel?: () => void
  label?: string
  className?: string
  children: ReactNode
}

/** A form that runs a server action, says what came of it, and loses nothing when refused, offline or reloaded. */
export function ActionForm({ action, values, draft, saved = 'Saved', ...props }: Props) {
  const { newsroom } = useParams<{ newsroom?: string }>()
  const form = useRef<HTMLFormElement>(null)
  const [answer, submit, pending] = useActionState(reaching(action), {})
  const formId = useFormId(answer)
  const restored = useDraft(form, draft)
  const { onDone, onCancel, undoable } = props
  const told = useRef(0)

  useEffect(() => {
    if (!answer.answers || told.current === answer.answers) return
    told.current = answer.answers
    if (answer.done) {
      clearDraft(draft)
      form.current?.reset()
      if (saved) announce(saved, undoable?.(answer.done.output))
      onDone?.(answer.done.output)
    } else {
      focusRefused(form.current)
    }
  }, [answer, draft, saved, undoable, onDone])

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const { submitter } = event.nativeEvent as SubmitEvent
    const data = new FormData(event.currentTarget, submitter)
    startTransition(() => submit(data))
  }

  function keys(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
    if (event.key === 'Escape' && onCancel) {
      // The keys of the page listen on the document, where stopping the event comes too late.
      event.preventDefault()
      onCancel()
    }
  }

  const hidden = {
    ...(newsroom && { newsroom }),
    formId,
    ...values,
    ...restored?.openedOver,
    ...answer.resend,
  }
  return (
    <form
      ref={form}
      className={props.className ?? 'form'}
      method="post"
      action={submit}
      onSubmit={send}
      onKeyDown={keys}
      aria-label={props.label}
      noValidate
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Answer value={{ answer, pending }}>{props.children}</Answer>
      <p role="alert" className={answer.message ? 'form-message' : ''}>
        {answer.message}
      </p>
      {restored && !answer.message && (
        <p className="form-message kept">
          Kept from before this page was loaded.{' '}
          <button type="button" className="link-button" onClick={restored.discard}>
            Discard
          </button>
        </p>
      )}
    </form>
  )
}

/** An action whose server cannot be reached answers like a refusal, so that what was typed stays. */
function reaching(action: FormAction): FormAction {
  return async (before, form) => {
    const told = beginSaving()
    try {
      const answer = await carryOut(action, before, form)
      told(answer.done ? null : (answer.message ?? 'Not saved: the form says why'))
      return answer
    } catch (error) {
      told('Not saved: Stet did not answer')
      unstable_rethrow(error)
      return {
        answers: (before.answers ?? 0) + 1,
        message: navigator.onLine
          ? 'Not saved: Stet did not answer. What you typed is still here; send it again in a moment.'
          : 'Not saved: you are offline. What you typed is kept here; send it again when you are back.',
      }
    }
  }
}

/** Names one filling-in of the form, so that sending it twice does it once; a form that was carried out gets a new name. */
function useFormId(answer: FormState): string {
  const [id, setId] = useState('')
  const carriedOut = answer.done ? answer.answers : 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new name after each form that was carried out
  useEffect(() => setId(crypto.randomUUID()), [carriedOut])
  return id
}

function focusRefused(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => {
    const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const choice = field?.matches('fieldset') ? field.querySelector<HTMLElement>('input') : field
    choice?.focus()
  })
}
