'use client'

import type { Ref } from 'react'
import { ArticleText } from './article-text'
import { StillSelection } from './still-selection'
import type { Desk } from './types'

/**
 * The text where words are chosen, with the pointer or the arrow keys; a click on a claim opens it.
 * Keyboards open claims by the list and by j and k.
 */
export function TextColumn({
  ref,
  desk: { article, revision, claims },
  onOpen,
}: {
  ref: Ref<HTMLDivElement>
  desk: Desk
  onOpen: (number: number) => void
}) {
  return (
    <div
      ref={ref}
      className="text-column"
      role="group"
      tabIndex={0}
      aria-label="Text of the article. Arrow keys choose words."
      onClick={(event) => {
        const chosen = claimAt(event.target)
        if (chosen === null || !document.getSelection()?.isCollapsed) return
        event.preventDefault()
        onOpen(chosen)
      }}
    >
      {!revision.blocks.some(({ kind }) => kind === 'headline') && (
        <h1 className="visually-hidden">{article.headline}</h1>
      )}
      <StillSelection over={claims}>
        <ArticleText {...revision} claims={claims} language={article.language} />
      </StillSelection>
    </div>
  )
}

/** The innermost claim under a click on the text. */
function claimAt(target: EventTarget): number | null {
  if (!(target instanceof Element)) return null
  const margin = target.closest<HTMLElement>('[data-claim]')?.dataset.claim
  const inText = target.closest<HTMLElement>('mark')?.dataset.claims?.split(' ').at(-1)
  return Number(margin ?? inText) || null
}
