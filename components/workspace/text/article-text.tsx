'use client'

import { memo, type ReactNode, useMemo } from 'react'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { VERIFICATION_STATUSES, verificationStatus } from '@/lib/domain/claims/status'
import { BLOCK_SEPARATOR, hasNumber, type PlacedBlock } from '@/lib/domain/text/blocks'
import { partsOf, spansOfParts, type TextPart } from '@/lib/domain/text/render-chunks'
import { segmentsOf } from '@/lib/domain/text/segments'
import { claimNumber } from '@/lib/domain/vocabulary'

/**
 * The text as a page worth reading, with its claims marked.
 *
 * The DOM holds the text of each block and nothing else (numbers, and for screen readers the ends of
 * claims, are drawn by the style sheet), so that a selection's place in the DOM is its place in the text.
 */
export const ArticleText = memo(function ArticleText({
  text,
  blocks,
  sha256,
  claims,
  language,
  isWhole,
}: Desk['revision'] & {
  claims: ClaimShown[]
  language: string
  /** Whether all of it is drawn, and not just what is in view when a page opens. */
  isWhole: boolean
}) {
  const parts = useMemo(() => partsOf(blocks), [blocks])
  const live = claims.filter(({ status }) => status !== 'cut')
  const claimsOf = spansOfParts(parts, live)
  return (
    <div className="article-text" lang={language}>
      {parts.map((part, index) => (
        <Part
          key={part.start}
          part={part}
          text={text}
          sha256={sha256}
          claims={claimsOf[index] ?? NONE}
          isDrawn={isWhole || index < AT_FIRST}
        />
      ))}
    </div>
  )
})

const NONE: ClaimShown[] = []

/** Parts that are higher together than any window. */
const AT_FIRST = 3

interface PartShown {
  part: TextPart
  text: string
  sha256: string
  claims: ClaimShown[]
  isDrawn: boolean
}

/** A screen or two of the text: drawn anew only when one of its claims looks different. */
const Part = memo(
  function Part({ part, text, claims, isDrawn }: PartShown) {
    const style = { containIntrinsicBlockSize: `auto ${heightOf(part)}px` }
    if (!isDrawn) return <div className="part" style={style} />
    const claimsOf = spansOfParts(part.groups.flat(), claims)
    let at = 0
    return (
      <div className="part" style={style}>
        {part.groups.map((group) => {
          const drawn = group.map((block) => (
            <BlockOf key={block.start} block={block} text={text}>
              {marked(text, block, claimsOf[at++] ?? NONE)}
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
  },
  (before, after) =>
    before.isDrawn === after.isDrawn &&
    before.sha256 === after.sha256 &&
    before.part.start === after.part.start &&
    before.part.end === after.part.end &&
    looksOf(before.claims) === looksOf(after.claims),
)

/** Everything of the claims that is drawn in the text. */
const looksOf = (claims: readonly ClaimShown[]) =>
  claims
    .map((claim) => [claim.number, claim.start, claim.end, verificationStatus(claim)].join(' '))
    .join()

/** About how high a part is before it has been drawn, in CSS pixels: lines of so many units, and the room between blocks. */
function heightOf({ groups }: TextPart): number {
  const blocks = groups.flat()
  const lines = blocks.map(({ start, end }) => Math.ceil((end - start + 1) / LINE.units))
  return lines.reduce((sum, count) => sum + count * LINE.height + LINE.gap, 0)
}

const LINE = { units: 66, height: 30, gap: 18 }

const TAGS = {
  headline: 'h1',
  dek: 'p',
  subhead: 'h2',
  paragraph: 'p',
  list_item: 'li',
  quote: 'blockquote',
  pull_quote: 'blockquote',
  caption: 'p',
  footnote: 'p',
} as const

function BlockOf({
  block,
  text,
  children,
}: {
  block: PlacedBlock
  text: string
  children: ReactNode
}) {
  const Tag = TAGS[block.kind]
  const isNumbered = block.kind === 'list_item' && hasNumber(text.slice(block.start, block.end))
  return (
    <Tag
      className={`block ${block.kind}`}
      data-start={block.start}
      data-numbered={isNumbered || undefined}
      dir="auto"
    >
      {children}
    </Tag>
  )
}

function marked(text: string, block: PlacedBlock, claims: ClaimShown[]): ReactNode[] {
  return segmentsOf(block, claims).map(({ start, end, over }) => {
    const words = text.slice(start, end)
    if (over.length === 0) return textNodes(words)

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
        {textNodes(words)}
        <End of={here.filter((claim) => endsIn(claim, block, end))} />
      </mark>
    )
  })
}

/** Chromium reads a longer text as two nodes (Text::kDefaultLengthLimit), and React finds another than it drew. */
const LONGEST_NODE = 65_536

/** Words as strings that each are one node wherever they are drawn; no character is cut in two. */
function textNodes(words: string): ReactNode {
  if (words.length <= LONGEST_NODE) return words
  const last = words.charCodeAt(LONGEST_NODE - 1)
  const isHalf = last >= 0xd800 && last <= 0xdbff
  const end = isHalf ? LONGEST_NODE - 1 : LONGEST_NODE
  return [words.slice(0, end), textNodes(words.slice(end))]
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
