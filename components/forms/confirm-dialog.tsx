'use client'

import { useParams } from 'next/navigation'
import {
  type FormEvent,
  startTransition,
  useActionState,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { confirmIdentity } from '@/lib/actions'
import type { FormState } from '@/lib/forms/form-action'
import { FOLLOWS } from '@/lib/forms/hidden-fields'
import { ModalDialog } from '../ui/modal-dialog'
import { PageContext } from './page-context'
import { reasonOf, submit } from './submit'

/** Asks who it is, over something risky that waits for the answer. */
export function ConfirmDialog({
  onConfirmed,
  onClose,
}: {
  onConfirmed: () => void
  onClose: () => void
}) {
  const { newsroom = '' } = useParams<{ newsroom?: string }>()
  const page = useContext(PageContext)
  const [byCode, setByCode] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const [answer, send, pending] = useActionState(
    (_: FormState, data: FormData) => submit(confirmIdentity, data, page, onConfirmed),
    {},
  )
  const said = answer.message === undefined ? '' : reasonOf(answer)
  useEffect(() => {
    if (answer.message !== undefined) input.current?.select()
  }, [answer])

  function complete(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const data = new FormData(event.currentTarget)
    data.set('formId', crypto.randomUUID())
    startTransition(() => send(data))
  }

  function change() {
    setByCode(!byCode)
    if (!input.current) return
    // A password is not to be read in the field of a code.
    input.current.value = ''
    input.current.focus()
  }

  return (
    <ModalDialog title="Confirm that it is you" first={input} onClose={onClose}>
      {(close) => (
        <form
          className="form"
          method="post"
          onSubmit={complete}
          aria-label="Confirm that it is you"
        >
          <p>
            This may do harm in the wrong hands, so Stet asks once more, and then not for ten
            minutes. It goes on afterwards as you sent it.
          </p>
          <input type="hidden" name="newsroom" value={newsroom} />
          <input type="hidden" name={FOLLOWS} value="1" />
          <div className="field">
            <label htmlFor={id}>
              {byCode ? 'Code of your authenticator app' : 'Your password'}
            </label>
            <input
              ref={input}
              id={id}
              name={byCode ? 'code' : 'current'}
              type={byCode ? 'text' : 'password'}
              inputMode={byCode ? 'numeric' : undefined}
              autoComplete={byCode ? 'one-time-code' : 'current-password'}
              aria-invalid={said ? true : undefined}
              aria-describedby={said ? `${id}-said` : undefined}
              required
            />
            <div>
              <button type="button" className="link-button" onClick={change}>
                {byCode ? 'Use your password' : 'Use a code of your authenticator app'}
              </button>
            </div>
          </div>
          <p role="alert" id={`${id}-said`} className={said ? 'form-message' : ''}>
            {said}
          </p>
          <div className="actions">
            <button type="submit" className="button primary" aria-disabled={pending || undefined}>
              {pending ? 'Confirming…' : 'Confirm and go on'}
            </button>
            <button type="button" className="button" onClick={close}>
              Not now
            </button>
          </div>
        </form>
      )}
    </ModalDialog>
  )
}
