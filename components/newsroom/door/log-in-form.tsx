'use client'

import { useRouter } from 'next/navigation'
import { signIn } from 'next-auth/react'
import { type FormEvent, useRef, useState } from 'react'
import { codeProblem, isAboutCode } from '@/lib/domain/accounts/code-problem'
import { CodeField } from './code-field'

/** Asks for address and password, and then for the code of whoever has a second factor; a wrong one says so and keeps what can be kept. */
export function LogInForm({
  to,
  problem = '',
}: {
  to: string
  /** What was in the way of the log-in before. */
  problem?: string
}) {
  const router = useRouter()
  const [message, setMessage] = useState(problem)
  const [busy, setBusy] = useState(false)
  /** Set once the password was right and a code is asked for. */
  const [known, setKnown] = useState<Record<string, string> | null>(null)
  const input = useRef<HTMLInputElement>(null)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { email, password, code } = {
      ...known,
      ...(Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>),
    }
    setBusy(true)
    setMessage('')
    const sent = { email, password, ...(code !== undefined && { code }), redirect: false as const }
    const answer = await signIn('credentials', sent).catch(() => null)
    if (answer?.ok) {
      router.replace(to)
      router.refresh()
      return
    }
    setBusy(false)
    const error = answer?.error ?? ''
    if (isAboutCode(error) && email !== undefined && password !== undefined) {
      setKnown({ email, password })
    }
    setMessage(answer ? (codeProblem(error) ?? (known ? RESTS : WRONG)) : SILENT)
    input.current?.select()
  }

  return (
    <form className="form" method="post" onSubmit={send} aria-label="Log in">
      {known ? (
        <CodeField key="code" input={input}>
          <button type="button" className="link-button" onClick={() => setKnown(null)}>
            Log in as somebody else
          </button>
        </CodeField>
      ) : (
        <>
          <div className="field" key="email">
            <label htmlFor="email">Email address</label>
            <input id="email" name="email" type="email" autoComplete="username" required />
          </div>
          <div className="field">
            <label htmlFor="password">Password</label>
            <input
              ref={input}
              id="password"
              name="password"
              type="password"
              autoComplete="current-password"
              required
            />
          </div>
        </>
      )}
      <p role="alert" className={message ? 'form-message' : ''}>
        {message}
      </p>
      <button type="submit" className="button primary" aria-disabled={busy || undefined}>
        {busy ? 'Logging in…' : 'Log in'}
      </button>
    </form>
  )
}

const SILENT = 'Stet did not answer. Try again in a moment.'

const WRONG =
  'This address and password do not go together. After ten wrong tries an account rests for a quarter of an hour, but not on a device where it logged in before.'

const RESTS =
  'There were too many wrong codes, so the account rests. Try again in a quarter of an hour.'
