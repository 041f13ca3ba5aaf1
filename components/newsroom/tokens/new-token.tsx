'use client'

import { useId, useRef } from 'react'
import { toast } from '../../ui/toast'

/** A token, to be copied now or never. */
export function NewToken({ secret, name }: { secret: string; name: string }) {
  const input = useRef<HTMLInputElement>(null)
  const id = useId()

  async function copy() {
    input.current?.select()
    const copied = await navigator.clipboard.writeText(secret).then(
      () => true,
      () => false,
    )
    toast(copied ? 'Copied' : 'The browser did not copy it. It is selected: copy it by hand.')
  }

  return (
    <div className="secret-link">
      <label htmlFor={id}>Token “{name}”</label>
      <p className="hint" id={`${id}-hint`}>
        It is shown only here and now. Keep it as you keep a password.
      </p>
      <div className="with-button">
        <input
          ref={input}
          id={id}
          className="mono"
          value={secret}
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
