'use client'

import { useId, useState } from 'react'

/** Sends one request as it is written here, with a token that is kept nowhere, and shows the answer. */
export function TryOperation({
  method,
  path,
  example,
}: {
  method: 'GET' | 'POST'
  /** With its places to be filled in, such as `/api/v1/articles/{article}`. */
  path: string
  /** A body to begin with; left out where none is sent. */
  example?: string
}) {
  const id = useId()
  const [answer, setAnswer] = useState('')
  const [busy, setBusy] = useState(false)

  async function send(form: FormData) {
    const said = (name: string) => String(form.get(name) ?? '')
    setBusy(true)
    setAnswer(await answerTo(method, said('path'), said('token').trim(), said('body')))
    setBusy(false)
  }

  return (
    <form
      className="form"
      aria-label="Try it"
      onSubmit={(event) => {
        event.preventDefault()
        void send(new FormData(event.currentTarget))
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-token`}>Token</label>
        <span className="hint" id={`${id}-hint`}>
          From the page of your account. This page keeps it nowhere.
        </span>
        <input
          id={`${id}-token`}
          name="token"
          type="password"
          autoComplete="off"
          aria-describedby={`${id}-hint`}
          required
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-path`}>Address</label>
        <input id={`${id}-path`} name="path" className="mono" defaultValue={path} required />
      </div>
      {example !== undefined && (
        <div className="field">
          <label htmlFor={`${id}-body`}>Body</label>
          <textarea
            id={`${id}-body`}
            name="body"
            className="mono"
            rows={Math.min(16, example.split('\n').length + 1)}
            defaultValue={example}
            spellCheck={false}
          />
        </div>
      )}
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={busy || undefined}>
          {busy ? 'Sending…' : 'Send'}
        </button>
      </div>
      <output htmlFor={`${id}-path`}>{answer && <pre className="api-code">{answer}</pre>}</output>
    </form>
  )
}

async function answerTo(method: string, path: string, token: string, body: string) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const sent = method === 'POST' ? { method, headers, body } : { method, headers }
  try {
    const response = await fetch(path, { ...sent, credentials: 'omit' })
    const text = await response.text()
    return `${response.status} ${response.statusText}\n\n${indented(text)}`
  } catch {
    return 'There was no answer. Is this page still connected to Stet?'
  }
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
