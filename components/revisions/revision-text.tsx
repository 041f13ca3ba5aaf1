import type { ReactNode } from 'react'
import type { PlacedBlock, Span } from '@/lib/domain/text/blocks'
import { segmentsOf } from '@/lib/domain/text/segments'
import { claimNumber, type WorkStatus } from '@/lib/domain/vocabulary'
import { ScrollTo } from '../ui/scroll-to'

interface OldClaim extends Span {
  number: number
  status: WorkStatus
}

/** A text as it was, with its claims where they stood; read only. */
export function OldText({
  text,
  blocks,
  claims,
  language,
  current,
}: {
  text: string
  blocks: readonly PlacedBlock[]
  claims: readonly OldClaim[]
  language: string
  /** The number of the claim that the address names. */
  current: number | null
}) {
  return (
    <div className="old-text" lang={language}>
      {blocks.map((block) => (
        <p key={block.start} className={`block ${block.kind}`} dir="auto">
          {marked(text, block, claims, current)}
        </p>
      ))}
      {current !== null && <ScrollTo id={`claim-${current}`} />}
    </div>
  )
}

function marked(
  text: string,
  block: PlacedBlock,
  claims: readonly OldClaim[],
  current: number | null,
): ReactNode[] {
  return segmentsOf(block, claims).map(({ start, end, over }) => {
    const words = text.slice(start, end)
    const here = over.flatMap((index) => claims[index] ?? [])
    if (here.length === 0) return words
    const begins = here.filter((claim) => claim.start === start)
    const isCurrent = here.some(({ number }) => number === current)
    return (
      <span key={start}>
        {begins.map(({ number }) => (
          <a
            key={number}
            id={`claim-${number}`}
            className="number mono"
            dir="ltr"
            href={`?claim=${number}`}
            aria-current={number === current ? 'true' : undefined}
          >
            {claimNumber(number)}
          </a>
        ))}
        <mark data-current={isCurrent || undefined}>{words}</mark>
      </span>
    )
  })
}
