'use client'

import { memo, type ReactNode } from 'react'
import { VERIFICATION_STATUSES, verificationStatus } from '@/lib/domain/claim-status'
import { segmentsOf } from '@/lib/domain/marks'
import { BLOCK_SEPARATOR, type PlacedBlock } from '@/lib/domain/text'
import { claimNumber } from '@/lib/domain/vocabulary'
import type { ClaimShown, Desk } from './types'

/**
 * The text as a page worth reading, with its claims marked.
 *
 * The DOM holds the text of each block and nothing else (numbers, and for screen readers the ends of
 * claims, are drawn by the style sheet), so that a selection's place in the DOM is its place in the text.
 */
export const ArticleText = memo(function ArticleText({
  text,
  blocks,
  claims,
  language,
}: Desk['revision'] & { claims: ClaimShown[]; language: string }) {
  const live = claims.filter(({ status }) => status !== 'cut')
  return (
    <div className="article-text" lang={language}>
      {grouped(blocks).map((group) => {
        const drawn = group.map((block) => (
          <BlockOf key={block.start} block={block}>
            {marked(text, block, live)}
          </BlockOf>
        ))
        return group[0]?.kind === 'list_item' ? (
          <ul key={group[0].start} dir="auto">
            {drawn}
          </ul>
        ) : (
          drawn
        )
      })}
    </div>
  )
})

const TAGS = {
  headline: 'h1',
  dek: 'p',
  subhead: 'h2',
  paragraph: 'p',
  list_item: 'li',
  quote: 'blockquote',
  pull_quote: 'blockquote',
  caption: 'p',
} as const

function BlockOf({ block, children }: { block: PlacedBlock; children: ReactNode }) {
  const Tag = TAGS[block.kind]
  return (
    <Tag className={`block ${block.kind}`} data-start={block.start} dir="auto">
      {children}
    </Tag>
  )
}

function marked(text: string, block: PlacedBlock, claims: ClaimShown[]): ReactNode[] {
  return segmentsOf(block, claims).map(({ start, end, over }) => {
    const words = text.slice(start, end)
    if (over.length === 0) return words

    const here = over.flatMap((index) => claims[index] ?? [])
    const [top, under] = here.toReversed()
    return (
      <mark
        key={start}
        data-status={top && verificationStatus(top)}
        data-claims={here.map(({ number }) => number).join(' ')}
        data-under={under && verificationStatus(under)}
      >
        {here
          .filter((claim) => claim.start === start)
          .map((claim) => (
            <MarginNumber key={claim.number} claim={claim} />
          ))}
        {words}
        <End of={here.filter((claim) => endsIn(claim, block, end))} />
      </mark>
    )
  })
}

/** The claim's number in the margin at its line, as a proof mark; keyboards reach claims by the list and by j and k. */
function MarginNumber({ claim }: { claim: ClaimShown }) {
  const number = claimNumber(claim.number)
  const status = verificationStatus(claim)
  return (
    <a
      className="margin-number"
      href={`?claim=${claim.number}`}
      data-claim={claim.number}
      data-number={number}
      data-status={status}
      tabIndex={-1}
      lang="en"
      aria-label={`${number}, ${VERIFICATION_STATUSES[status]}`}
    />
  )
}

/** Says to a screen reader which claims end here; a claim's beginning is said by its number. */
function End({ of: claims }: { of: ClaimShown[] }) {
  if (claims.length === 0) return null
  const numbers = claims.map(({ number }) => claimNumber(number)).join(', ')
  return <span className="claim-end" lang="en" data-says={` (end of ${numbers}) `} />
}

/** Whether a claim ends with these words, also where it reaches over the empty line behind the block. */
function endsIn(claim: ClaimShown, block: PlacedBlock, end: number): boolean {
  return end === Math.min(claim.end, block.end) && claim.end <= block.end + BLOCK_SEPARATOR.length
}

/** List items that follow each other stand in one list. */
function grouped(blocks: PlacedBlock[]): PlacedBlock[][] {
  const groups: PlacedBlock[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.kind === 'list_item' && last?.[0]?.kind === 'list_item') last.push(block)
    else groups.push([block])
  }
  return groups
}
