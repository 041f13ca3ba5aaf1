import { useCallback, useEffect, useState } from 'react'
import type { Desk } from '@/lib/db/workspace/find-desk'
import type { Candidate } from '@/lib/domain/candidates/candidates'
import type { Span } from '@/lib/domain/text/blocks'
import { readStored, writeStored } from '../../browser/use-stored'

/** The words that are being made a claim, and the rule that proposed them, if one did. */
export interface Marking {
  span: Span
  /** The text in which they were chosen. */
  revision: Desk['revision']
  proposal: Candidate | null
}

type Kept = Span & { proposal: Candidate | null; revision: number }

/** What is being marked; kept over a reload, for as long as the text is the same. */
export function useKeptMarking(
  articleId: string,
  revision: Desk['revision'],
): [Marking | null, (span: Span | null, proposal?: Candidate | null) => void] {
  const [marking, setMarking] = useState<Marking | null>(null)
  const name = `stet:marking:${articleId}`

  useEffect(() => {
    const kept = readStored<Kept>(name)
    if (kept?.revision !== revision.number) return
    const { start, end, proposal } = kept
    setMarking({ span: { start, end }, revision, proposal })
  }, [name, revision])

  const keep = useCallback(
    (span: Span | null, proposal: Candidate | null = null) => {
      setMarking(span && { span, revision, proposal })
      const { number } = revision
      writeStored(name, span && { start: span.start, end: span.end, proposal, revision: number })
    },
    [name, revision],
  )
  return [marking, keep]
}
