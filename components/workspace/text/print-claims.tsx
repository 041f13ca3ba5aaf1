'use client'

import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Desk } from '@/lib/db/workspace/find-desk'
import { verificationStatus } from '@/lib/domain/claims/status'
import { claimNumber } from '@/lib/domain/vocabulary'
import { EscapedText } from '../../ui/escaped-text'
import { StatusWord } from '../../ui/status-icon'

/** All claims with their words and status, as they are printed behind the text; drawn only while the page is being printed. */
export function PrintedClaims({ desk: { article, revision, claims } }: { desk: Desk }) {
  const printing = usePrinting()
  if (!printing) return null
  return (
    <section className="printed-claims" aria-label="Claims as printed">
      <h2>
        {claims.length === 1 ? '1 claim' : `${claims.length} claims`}{' '}
        <span className="quiet">
          of “{article.headline}”, revision {revision.number}{' '}
          <span className="mono">{revision.sha256.slice(0, 12)}</span>
        </span>
      </h2>
      <table>
        <thead>
          <tr>
            <th>Claim</th>
            <th>Status</th>
            <th>Words</th>
          </tr>
        </thead>
        <tbody>
          {claims.map((claim) => (
            <tr key={claim.id}>
              <td className="mono">{claimNumber(claim.number)}</td>
              <td>
                <StatusWord status={verificationStatus(claim)} />
              </td>
              <td lang={article.language} dir="auto">
                <EscapedText>{revision.text.slice(claim.start, claim.end)}</EscapedText>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    // The browser prints what stands there when these listeners have run.
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])
  return printing
}
