'use client'

import { type KeyboardEvent, type MouseEvent, type Ref, useState } from 'react'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { rangeOf, selectedSpan } from '../../browser/dom-offsets'
import { later } from '../../browser/later'
import { toast } from '../../ui/toast'
import { ArticleText } from './article-text'
import type { OverlappingClaims } from './overlapping-claims-menu'
import { PreserveSelection } from './preserve-selection'

const ClaimChooser = later(() =>
  import('./overlapping-claims-menu').then(({ ClaimChooser }) => ClaimChooser),
)

/**
 * The text where words are chosen, with the pointer or the arrow keys. A click on a claim opens it, as
 * Enter does for the chosen words; where there are several, it is asked which.
 */
export function TextColumn({
  ref,
  desk: { article, revision, claims },
  isWhole,
  onOpen,
}: {
  ref: Ref<HTMLDivElement>
  desk: Desk
  isWhole: boolean
  onOpen: (number: number) => void
}) {
  const [several, setSeveral] = useState<OverlappingClaims | null>(null)

  const open = (
    found: ClaimShown[],
    text: HTMLElement,
    at: () => OverlappingClaims['at'] | undefined,
  ) => {
    const [only, ...others] = found
    const place = at()
    if (only && (others.length === 0 || !place)) onOpen(only.number)
    else if (place) setSeveral({ claims: found, at: place, text })
  }
  const click = (event: MouseEvent<HTMLElement>) => {
    const found = claimsAt(event.target, claims)
    if (found.length === 0 || !document.getSelection()?.isCollapsed) return
    event.preventDefault()
    const { clientX, clientY } = event
    open(found, event.currentTarget, () => ({
      left: clientX,
      top: clientY - HALF_LINE,
      bottom: clientY + HALF_LINE,
    }))
  }
  const enter = (event: KeyboardEvent<HTMLElement>) => {
    const text = event.currentTarget
    const span = event.key === 'Enter' && event.target === text ? selectedSpan(text) : null
    if (!span || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const found = live(claims)
      .filter(({ start, end }) => start < span.end && end > span.start)
      .sort(shortestFirst)
    if (found.length === 0) toast('No claim lies at these words')
    else open(found, text, () => rangeOf(text, span)?.getBoundingClientRect())
  }

  return (
    <>
      <div
        ref={ref}
        className="text-column"
        role="group"
        tabIndex={0}
        aria-label="Text of the article. Arrow keys choose words, Enter opens the claim at them."
        onClick={click}
        onKeyDown={enter}
      >
        {!revision.blocks.some(({ kind }) => kind === 'headline') && (
          <h1 className="visually-hidden">{article.headline}</h1>
        )}
        <PreserveSelection over={claims} revision={revision}>
          <ArticleText {...{ ...revision, claims, isWhole }} language={article.language} />
        </PreserveSelection>
      </div>
      {several && (
        <ClaimChooser
          several={several}
          words={({ start, end }) => revision.text.slice(start, end)}
          onOpen={(number) => {
            setSeveral(null)
            onOpen(number)
          }}
          onClose={() => setSeveral(null)}
        />
      )}
    </>
  )
}

/** How far the menu keeps from the pointer, in CSS pixels, so that the line under it can be read. */
const HALF_LINE = 14

/** The claims under a click on the text, the shortest first; a number in the margin means its own. */
function claimsAt(target: EventTarget, claims: ClaimShown[]): ClaimShown[] {
  if (!(target instanceof Element)) return []
  const margin = target.closest<HTMLElement>('[data-claim]')?.dataset.claim
  const inText = target.closest<HTMLElement>('mark')?.dataset.claims
  const numbers = new Set((margin ?? inText ?? '').split(' ').map(Number))
  return live(claims)
    .filter(({ number }) => numbers.has(number))
    .sort(shortestFirst)
}

const live = (claims: ClaimShown[]) => claims.filter(({ status }) => status !== 'cut')

const shortestFirst = (a: ClaimShown, b: ClaimShown) => a.end - a.start - (b.end - b.start)
