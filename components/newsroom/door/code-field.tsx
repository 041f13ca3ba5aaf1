'use client'

import { type ReactNode, type RefObject, useState } from 'react'

/** The field for the code of whoever has a second factor, or for a recovery code in its place. */
export function CodeField({
  input,
  children,
}: {
  input: RefObject<HTMLInputElement | null>
  /** The way out for whoever is somebody else. */
  children: ReactNode
}) {
  const [byRecovery, setByRecovery] = useState(false)
  return (
    <div className="field">
      <label htmlFor="code">
        {byRecovery ? 'Recovery code' : 'Code of your authenticator app'}
      </label>
      <input
        // biome-ignore lint/a11y/noAutofocus: this step is asked for by whoever just sent the one before.
        autoFocus
        ref={input}
        id="code"
        name="code"
        inputMode={byRecovery ? 'text' : 'numeric'}
        autoComplete={byRecovery ? 'off' : 'one-time-code'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        required
      />
      <div>
        <button
          type="button"
          className="link-button"
          onClick={() => {
            setByRecovery(!byRecovery)
            input.current?.focus()
          }}
        >
          {byRecovery ? 'Use a code of the app' : 'Use a recovery code'}
        </button>
        {' · '}
        {children}
      </div>
    </div>
  )
}
