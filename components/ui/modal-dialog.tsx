'use client'

import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react'

/** Asks something over the page. It is drawn only while it is open, because a page may have many of them. */
export function ModalDialog({
  title,
  first,
  onClose,
  children,
}: {
  title: string
  /** What has the focus at first; without it, what the browser chooses. */
  first?: RefObject<HTMLElement | null>
  onClose: () => void
  children: (close: () => void) => ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    dialog.current?.showModal()
    first?.current?.focus()
  }, [first])

  return (
    <dialog ref={dialog} className="confirm" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children(() => dialog.current?.close())}
    </dialog>
  )
}
