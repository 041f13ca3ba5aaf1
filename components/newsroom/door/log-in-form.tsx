'use client'

import { useRouter } from 'next/navigation'
import { signIn } from 'next-auth/react'
import { type FormEvent, useState } from 'react'

/** Asks for address and password; a wrong one says so and keeps the address. */
export function LogInForm({ to }: { to: string }) {
  const router = useRouter()
  const [message, setMessage] = useState('')
  const [busy, setBusy] = useState(false)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const { email, password } = Object.fromEntries(new FormData(form))
    setBusy(true)
    setMessage('')
    const answer = await signIn('credentials', { email, password, redirect: false }).catch(
      () => null,
    )
    if (answer?.ok) {
      router.replace(to)
      router.refresh()
      return
    }
    setBusy(false)
    setMessage(answer ? WRONG : 'Stet did not answer. Try again in a moment.')
    form.querySelector<HTMLInputElement>('[name="password"]')?.select()
  }

  return (
    <form className="form" method="post" onSubmit={send} aria-label="Log in">
      <div className="field">
        <label htmlFor="email">Email address</label>
        <input id="email" name="email" type="email" autoComplete="username" required />
      </div>
      <div className="field">
        <label htmlFor="password">Password</label>
        <input
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
      </div>
      <p role="alert" className={message ? 'form-message' : ''}>
        {message}
      </p>
      <button type="submit" className="button primary" aria-disabled={busy || undefined}>
        {busy ? 'Logging in…' : 'Log in'}
      </button>
    </form>
  )
}

const WRONG =
  'This address and password do not go together. After ten wrong tries an account rests for a quarter of an hour, but not on a device where it logged in before.'
