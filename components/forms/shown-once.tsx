'use client'

import { useId, useRef } from 'react'
import { toast } from '../ui/toast'

/** A secret, or a link that holds one, to be copied now or never. */
export function ShownOnce({
  label,
  hint,
  value,
}: {
  label: string
  /** What it is for, and that it is not shown again. */
  hint: string
  value: string
}) {
  const input = useRef<HTMLInputElement>(null)
  const id = useId()

  async function copy() {
    input.current?.select()
    const copied = await navigator.clipboard.writeText(value).then(
      () => true,
      () => false,
    )
    toast(copied ? 'Copied' : 'The browser did not copy it. It is selected: copy it by hand.')
  }

  return (
    <div className="secret-link">
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <div className="with-button">
        <input
          ref={input}
          id={id}
          className="mono"
          value={value}
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
