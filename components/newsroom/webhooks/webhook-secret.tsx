'use client'

import { useId, useRef } from 'react'
import { toast } from '../../ui/toast'

/** The secret that signs, to be copied now or never. */
export function WebhookSecret({ secret, host }: { secret: string; host: string }) {
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
    <div className="secret-link" role="status">
      <label htmlFor={id}>Secret for {host}</label>
      <p className="hint" id={`${id}-hint`}>
        Whoever receives the deliveries verifies them with it. It is shown only here and now.
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

/** The secret in what a command answered; null where there is none. */
export function secretIn(output: unknown): string | null {
  const secret = typeof output === 'object' && output !== null && Reflect.get(output, 'secret')
  return typeof secret === 'string' ? secret : null
}
