'use client'

import { useRouter } from 'next/navigation'
import { signIn } from 'next-auth/react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { codeProblem } from '@/lib/domain/accounts/code-problem'
import { Link } from '../../ui/links/link'
import { CodeField } from './code-field'

/** Logs in whoever came back from the provider of the house; of those who have a second factor it asks for the code first. */
export function VouchedForm({ to, name }: { to: string; name: string }) {
  const router = useRouter()
  const [asksCode, setAsksCode] = useState(false)
  const [message, setMessage] = useState('')
  const [busy, setBusy] = useState(true)
  const input = useRef<HTMLInputElement>(null)
  const isBegun = useRef(false)

  async function enter(code: string) {
    setBusy(true)
    setMessage('')
    const answer = await signIn('openid', { code, redirect: false as const }).catch(() => null)
    if (answer?.ok) {
      router.replace(to)
      router.refresh()
      return
    }
    setBusy(false)
    const problem = codeProblem(answer?.error ?? '')
    if (problem !== null) setAsksCode(true)
    setMessage(problem ?? (answer ? over(name) : SILENT))
    input.current?.select()
  }

  const begin = useEffectEvent(() => {
    if (!isBegun.current) void enter('')
    isBegun.current = true
  })
  useEffect(() => begin(), [])

  const otherwise = `/log-in?to=${encodeURIComponent(to)}`
  return (
    <form
      className="form"
      method="post"
      aria-label="Log in"
      onSubmit={(event) => {
        event.preventDefault()
        void enter(String(new FormData(event.currentTarget).get('code') ?? ''))
      }}
    >
      {asksCode ? (
        <CodeField input={input}>
          <Link href={otherwise}>Log in otherwise</Link>
        </CodeField>
      ) : (
        <p role="status">{busy ? `${name} confirmed who you are. Logging in…` : ''}</p>
      )}
      <p role="alert" className={message ? 'form-message' : ''}>
        {message}
      </p>
      {asksCode && (
        <button type="submit" className="button primary" aria-disabled={busy || undefined}>
          {busy ? 'Logging in…' : 'Log in'}
        </button>
      )}
      {!asksCode && !busy && (
        <div className="actions">
          <button type="submit" className="button primary">
            Try again
          </button>
          <Link className="button" href={otherwise}>
            Log in otherwise
          </Link>
        </div>
      )}
    </form>
  )
}

const SILENT = 'Stet did not answer. Try again in a moment.'

const over = (name: string) =>
  `This log-in took too long, or there were too many wrong codes. Log in with ${name} once more, or wait a quarter of an hour.`
