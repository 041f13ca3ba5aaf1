'use client'

import { useState } from 'react'
import { z } from 'zod'
import { toast } from '../ui/toast'

const Checked = z.object({ holds: z.boolean(), words: z.array(z.string()), command: z.string() })

type Progress = 'not asked' | 'asked' | 'cut off' | z.infer<typeof Checked>

/** Has a time stamp verified, says what came of it, and gives what it takes to verify it without Stet. */
export function StampProof({ address }: { address: string }) {
  const [progress, setProgress] = useState<Progress>('not asked')

  async function verify() {
    setProgress('asked')
    setProgress(await verificationAt(`${address}/verification`).catch(() => 'cut off' as const))
  }

  const isDone = typeof progress === 'object'
  return (
    <div className="stamp-proof">
      <p className="small">
        <button type="button" className="button small" onClick={verify}>
          Verify
        </button>{' '}
        <a href={address} download>
          Time stamp (.tsr)
        </a>
      </p>
      <div role="status">
        {progress === 'asked' && <p className="quiet small">Verifying…</p>}
        {progress === 'cut off' && (
          <p className="small">The server did not answer. Nothing was verified; try again.</p>
        )}
        {isDone && (
          <p className={progress.holds ? 'small' : 'small broken'}>{progress.words.join(' ')}</p>
        )}
      </div>
      {isDone && progress.command && <CommandLine address={address} line={progress.command} />}
    </div>
  )
}

async function verificationAt(address: string) {
  const answer = await fetch(address, { cache: 'no-store' })
  if (!answer.ok) throw new Error(`not verified: ${answer.status}`)
  return Checked.parse(await answer.json())
}

function CommandLine({ address, line }: { address: string; line: string }) {
  async function copy() {
    const copied = await navigator.clipboard.writeText(line).then(
      () => true,
      () => false,
    )
    toast(copied ? 'Copied' : 'The browser did not copy it. Select it, and copy it by hand.')
  }
  return (
    <div className="command-line">
      <p className="quiet small">
        Without Stet, beside the time stamp and{' '}
        <a href={`${address}/certificates`} download>
          its certificates (.pem)
        </a>
        :
      </p>
      <pre>
        <code>{line}</code>
      </pre>
      <button type="button" className="button small" onClick={copy}>
        Copy the line
      </button>
    </div>
  )
}
