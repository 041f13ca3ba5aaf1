'use client'

import { useEffect } from 'react'
import { CenteredPage } from '@/components/shell/centered-page'

/** How long until the page is asked for again by itself, in milliseconds. */
const AGAIN = 5_000

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  useEffect(() => {
    const timer = setInterval(() => location.reload(), AGAIN)
    return () => clearInterval(timer)
  }, [])

  return (
    <CenteredPage>
      <h1>Stet cannot show this page just now</h1>
      <p>
        The server or its database did not answer as it should. Nothing you typed is lost: forms
        keep it in this browser. The page tries again by itself every few seconds.
      </p>
      {error.digest && (
        <p className="small quiet">
          If it stays so, tell whoever runs Stet the number{' '}
          <span className="mono">{error.digest}</span>: the log says more of it.
        </p>
      )}
      <button type="button" className="button" onClick={reset}>
        Try now
      </button>
    </CenteredPage>
  )
}
