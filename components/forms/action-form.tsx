'use client'

import { useParams } from 'next/navigation'
import {
  createContext,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react'
import type { FormAction, FormState } from '@/lib/forms/form-action'
import { later } from '../browser/later'
import { toast } from '../ui/toast'
import { type Basis, clearDraft, typedIn, useDraft } from './draft'
import { PageContext } from './page-context'
import { submit } from './submit'

/** Few forms ask who it is, and only after they were sent. */
const ConfirmDialog = later(() => import('./confirm-dialog').then((module) => module.ConfirmDialog))

/** What came of a form, for the fields in it. */
export const Answer = createContext<{ answer: FormState; pending: boolean }>({
  answer: {},
  pending: false,
})

/** What came of the form around this field. */
export const useAnswer = () => useContext(Answer)

interface Props {
  action: FormAction
  /** Hidden values that go with what is typed. */
  values?: Record<string, string | number>
  /**
   * Hidden values that say what the form is opened over, as the page shows it now. From the first key on
   * they stay: what is typed is judged by what stood there, also after a reload and a colleague's change.
   */
  basis?: Basis
  /** Names the draft that is kept while the form is not sent; forms without a name keep none. */
  draft?: string
  /** Said, and shown for a moment, when the form was carried out. */
  saved?: string
  /** How to take back what was done, if it can be. */
  undoable?: (output: unknown) => (() => void) | undefined
  /** The id of the element at which the keyboard goes on, where the form is gone from the page once it is carried out. */
  goOnAt?: string
  onDone?: (output: unknown) => void
  onCancel?: () => void
  label?: string
  className?: string
  children: ReactNode
}

/** A form that runs a server action, says what came of it, and loses nothing when refused, offline or reloaded. */
export function ActionForm({ action, values, draft, saved = 'Saved', ...props }: Props) {
  const { newsroom } = useParams<{ newsroom?: string }>()
  const page = useContext(PageContext)
  const form = useRef<HTMLFormElement>(null)
  const typed = useDraft(form, draft, props.basis)
  const named = useRef({ content: '', id: '' })
  const sent = useRef('')
  /** What was sent last, to be sent again once whoever sent it has confirmed who they are. */
  const waiting = useRef<FormData>(null)
  const [asksWho, setAsksWho] = useState(false)
  const [answer, send, pending] = useActionState(
    (_: FormState, data: FormData) =>
      submit(action, data, page, (output) => {
        clearDraft(draft)
        if (saved) toast(saved, props.undoable?.(output))
        if (props.goOnAt) goOn(props.goOnAt)
      }),
    {},
  )

  const hear = useEffectEvent(({ done, message, resend, confirm }: FormState) => {
    if (done) {
      typed.settle()
      named.current = { content: '', id: '' }
      // What somebody typed while the answer was on its way is the next thing to send.
      if (form.current && contentOf(form.current) === sent.current) form.current.reset()
      props.onDone?.(done.output)
    } else if (confirm) {
      setAsksWho(true)
    } else if (message !== undefined) {
      if (resend) typed.judgeBy(resend)
      focusRefused(form.current)
    }
  })
  useEffect(() => hear(answer), [answer])

  function complete(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const { submitter } = event.nativeEvent as SubmitEvent
    const data = new FormData(event.currentTarget, submitter)
    sent.current = contentOf(event.currentTarget)
    data.set('formId', nameOf(data))
    waiting.current = data
    startTransition(() => send(data))
  }

  function goOnConfirmed() {
    setAsksWho(false)
    const data = waiting.current
    if (data) startTransition(() => send(data))
  }

  /**
   * Names one filling-in of the form, so that sending it twice does it once. What is sent with other
   * values after an answer got lost is another one: the first may have been carried out.
   */
  function nameOf(data: FormData): string {
    const content = JSON.stringify([...data])
    if (named.current.content !== content) named.current = { content, id: crypto.randomUUID() }
    return named.current.id
  }

  function keys(event: KeyboardEvent) {
    // What a button that is off says has to come first.
    const waits = form.current?.querySelector('button[type="submit"]:disabled')
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !waits)
      form.current?.requestSubmit()
    if (event.key === 'Escape' && props.onCancel) {
      // The keys of the page listen on the document, where stopping the event comes too late.
      event.preventDefault()
      props.onCancel()
    }
  }

  const hidden = { ...(newsroom && { newsroom }), ...values, ...typed.basis }
  return (
    <>
      <form
        ref={form}
        className={props.className ?? 'form'}
        method="post"
        action={send}
        onSubmit={complete}
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
        {typed.isRestored && !answer.message && (
          <p className="form-message kept">
            Kept from before this page was loaded.{' '}
            <button type="button" className="link-button" onClick={typed.discard}>
              Discard
            </button>
          </p>
        )}
      </form>
      {asksWho && <ConfirmDialog onConfirmed={goOnConfirmed} onClose={() => setAsksWho(false)} />}
    </>
  )
}

const contentOf = (form: HTMLFormElement) => JSON.stringify(typedIn(form))

function goOn(id: string): void {
  // An open dialog would not let go of the keyboard.
  document.querySelector<HTMLDialogElement>('dialog[open]')?.close()
  document.getElementById(id)?.focus()
}

function focusRefused(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => {
    const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const choice = field?.matches('fieldset') ? field.querySelector<HTMLElement>('input') : field
    choice?.focus()
  })
}
