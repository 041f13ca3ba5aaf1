'use client'

import { unstable_rethrow, useParams } from 'next/navigation'
import {
  createContext,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useCallback,
  useContext,
  useEffect,
  useRef,
} from 'react'
import type { FormAction, FormState } from '@/lib/forms/form-action'
import { announce } from '../ui/toast'
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
  const { nameOf, forget } = useFormNames()
  const restored = useDraft(form, draft)
  const { onDone, onCancel, undoable } = props
  const { settle } = restored ?? {}
  const told = useRef(0)

  useEffect(() => {
    if (!answer.answers || told.current === answer.answers) return
    told.current = answer.answers
    if (answer.done) {
      clearDraft(draft)
      settle?.()
      forget()
      form.current?.reset()
      if (saved) announce(saved, undoable?.(answer.done.output))
      onDone?.(answer.done.output)
    } else {
      focusRefused(form.current)
    }
  }, [answer, draft, saved, undoable, onDone, settle, forget])

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const { submitter } = event.nativeEvent as SubmitEvent
    const data = new FormData(event.currentTarget, submitter)
    data.set('formId', nameOf(data))
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

/**
 * Names one filling-in of the form, so that sending it twice does it once. What is sent with other
 * values after an answer got lost is another one: the first may have been carried out.
 */
function useFormNames() {
  const named = useRef({ content: '', id: '' })
  const nameOf = useCallback((data: FormData): string => {
    const content = JSON.stringify([...data])
    if (!named.current.id || named.current.content !== content) {
      named.current = { content, id: crypto.randomUUID() }
    }
    return named.current.id
  }, [])
  const forget = useCallback(() => {
    named.current = { content: '', id: '' }
  }, [])
  return { nameOf, forget }
}

function focusRefused(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => {
    const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const choice = field?.matches('fieldset') ? field.querySelector<HTMLElement>('input') : field
    choice?.focus()
  })
}
