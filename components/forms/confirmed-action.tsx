'use client'

import { type ComponentProps, type ReactNode, useRef, useState } from 'react'
import { ModalDialog } from '../ui/modal-dialog'
import { ActionForm } from './action-form'
import { SubmitButton } from './fields'

type OfForm = Pick<ComponentProps<typeof ActionForm>, 'action' | 'values' | 'saved' | 'goOnAt'>

/** A button that says what its action means before it is done; the way back has the focus. */
export function ConfirmedAction({
  button,
  title,
  children,
  submit,
  busy,
  keep = 'Keep',
  closes = false,
  ...form
}: OfForm & {
  /** What it says, its class, and what it is called where that says too little. */
  button: { text: string; className?: string; label?: string }
  /** The question. */
  title: string
  /** What it means. */
  children: ReactNode
  submit: string
  busy: string
  /** The way back. */
  keep?: string
  /** Whether it stands on after the action, and closes by itself. */
  closes?: boolean
}) {
  const [asking, setAsking] = useState(false)
  const back = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        type="button"
        className={button.className ?? 'button plain small'}
        aria-label={button.label}
        onClick={() => setAsking(true)}
      >
        {button.text}
      </button>
      {asking && (
        <ModalDialog title={title} first={back} onClose={() => setAsking(false)}>
          {(close) => (
            <>
              {children}
              <ActionForm {...form} label={button.label} {...(closes && { onDone: () => close() })}>
                <div className="actions">
                  <SubmitButton busy={busy}>{submit}</SubmitButton>
                  <button ref={back} type="button" className="button" onClick={close}>
                    {keep}
                  </button>
                </div>
              </ActionForm>
            </>
          )}
        </ModalDialog>
      )}
    </>
  )
}
