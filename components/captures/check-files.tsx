'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'

/** Has all kept files read and compared with their hashes, and shows how far that is. */
export function CheckFiles({ newsroom }: { newsroom: string }) {
  const { refresh } = useRouter()
  const [state, setState] = useState<Step | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const isRunning = state !== null && !state.done && state.message === undefined

  async function start() {
    if (isRunning) return
    const run = new AbortController()
    const { signal } = run
    running.current = run
    setState({ read: 0 })
    try {
      await readSteps(`/${newsroom}/files/check`, signal, setState)
    } catch {
      setState(signal.aborted ? null : { message: LOST })
    }
    refresh()
  }

  return (
    <div className="check-files">
      <p className="actions">
        <button type="button" className="button" aria-disabled={isRunning} onClick={start}>
          Check kept files
        </button>
        {isRunning && (
          <button type="button" className="button plain" onClick={() => running.current?.abort()}>
            Stop
          </button>
        )}
      </p>
      {isRunning && state.of !== undefined && (
        <progress aria-label="Files read" value={state.read} max={Math.max(1, state.of)} />
      )}
      <p role="status" className="quiet small">
        {isRunning && said(state)}
        {state?.done && 'All files were read.'}
      </p>
      <p role="alert" className={state?.message ? 'form-message' : ''}>
        {state?.message}
      </p>
    </div>
  )
}

interface Step {
  read?: number
  of?: number
  done?: true
  message?: string
}

const LOST =
  'The connection was lost, so the check broke off. Nothing was put on record; try it again.'

const said = ({ read = 0, of }: Step) =>
  of === undefined ? 'Reading the files…' : `${read} of ${of} files read…`

async function readSteps(
  address: string,
  signal: AbortSignal,
  tell: (step: Step) => void,
): Promise<void> {
  const answer = await fetch(address, { method: 'POST', signal })
  if (!answer.ok || !answer.body) throw new Error(`answered ${answer.status}`)
  let rest = ''
  let last: Step = {}
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { value, done } = await reader.read()
    if (done) break
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      last = JSON.parse(line)
      tell(last)
    }
  }
  if (!last.done && last.message === undefined) throw new Error('ended early')
}
