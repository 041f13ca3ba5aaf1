'use client'

import { useEffect, useState } from 'react'
import { z } from 'zod'
import type { ChainCheck } from '@/lib/domain/audit/hash-chain'
import { ChainVerdict } from './chain-result'

const Line = z.union([
  z.object({ walked: z.number(), of: z.number() }),
  z.object({
    check: z.discriminatedUnion('whole', [
      z.object({ whole: z.literal(true), entries: z.number(), head: z.string() }),
      z.object({ whole: z.literal(false), brokenAt: z.number(), why: z.string() }),
    ]),
  }),
])

type Progress = { walked: number; of: number } | { check: ChainCheck } | 'cut off'

/** Has the log verified, and tells how far that has come, then what came of it. A page that is drawn anew does not begin again. */
export function ChainVerification({ address }: { address: string }) {
  const [progress, setProgress] = useState<Progress>({ walked: 0, of: 0 })

  useEffect(() => {
    const asked = new AbortController()
    verify(address, asked.signal, setProgress).catch(() => {
      if (!asked.signal.aborted) setProgress('cut off')
    })
    return () => asked.abort()
  }, [address])

  if (progress === 'cut off') {
    return (
      <p role="alert" className="chain-verdict broken">
        The server was lost before the log was verified to its end. Load the page again.
      </p>
    )
  }
  if ('check' in progress) return <ChainVerdict check={progress.check} />
  const { walked, of } = progress
  return (
    <div role="status" className="chain-verdict">
      <p>
        Verifying the log{' '}
        {of > 0 && (
          <span className="quiet" aria-hidden="true">
            {walked.toLocaleString('en')} of {of.toLocaleString('en')} entries
          </span>
        )}
      </p>
      <progress aria-label="Entries verified" value={walked} max={Math.max(of, 1)} />
    </div>
  )
}

async function verify(
  address: string,
  signal: AbortSignal,
  tell: (progress: Progress) => void,
): Promise<void> {
  const answer = await fetch(address, { signal, cache: 'no-store' })
  if (!answer.ok || !answer.body) throw new Error(`the log is not verified: ${answer.status}`)
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  let isDone = false
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n')
    rest = lines.pop() ?? ''
    const last = lines.at(-1)
    if (!last) continue
    const progress = Line.parse(JSON.parse(last))
    isDone = 'check' in progress
    tell(progress)
  }
  if (!isDone) throw new Error('the log is not verified to its end')
}
