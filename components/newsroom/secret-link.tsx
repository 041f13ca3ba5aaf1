'use client'

import { useId, useRef } from 'react'
import { toast } from '../ui/toast'

/** A link that holds a secret, to be copied now or never. */
export function SecretLink({
  path,
  secret,
  label,
  lasts,
  mailedTo,
}: {
  /** What the link opens; the secret follows. */
  path: string
  secret: string
  label: string
  /** How long it works, in words. */
  lasts: string
  /** The address to which it goes by mail besides. */
  mailedTo?: string
}) {
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const link = `${location.origin}${path}/${secret}`

  async function copy() {
    input.current?.select()
    const copied = await navigator.clipboard.writeText(link).then(
      () => true,
      () => false,
    )
    toast(copied ? 'Copied' : 'The browser did not copy it. It is selected: copy it by hand.')
  }

  return (
    <div className="secret-link">
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {mailedTo
          ? `It goes by mail to ${mailedTo}; should it not arrive, pass it on yourself.`
          : 'Stet does not send it: pass it on yourself.'}{' '}
        It works once, for {lasts}, and is shown only here and now.
      </p>
      <div className="with-button">
        <input
          ref={input}
          id={id}
          className="mono"
          value={link}
          aria-describedby={`${id}-hint`}
          onFocus={({ target }) => target.select()}
          readOnly
        />
        <button type="button" className="button" onClick={copy}>
          Copy
        </button>
      </div>
    </div>
  )
}
