'use client'

import type { Span } from '@/lib/domain/text'
import { AskForm } from '../talk/ask-form'
import { SuggestForm } from '../talk/suggest-form'
import type { Desk } from './types'

/** Words that somebody asks about, or wants changed, without making them a claim. */
export interface Speaking {
  kind: 'ask' | 'suggest'
  span: Span
}

/** Asks about the chosen words, or suggests others. */
export function WordsTalk({
  desk,
  speaking: { kind, span },
  onClose,
}: {
  desk: Desk
  speaking: Speaking
  onClose: () => void
}) {
  const title = kind === 'ask' ? 'Ask about these words' : 'Suggest other words'
  return (
    <section className="claim" aria-label={title}>
      <p className="claim-head quiet">{title}</p>
      <h2 tabIndex={-1} className="claim-words" lang={desk.article.language} dir="auto">
        “{desk.revision.text.slice(span.start, span.end).trim()}”
      </h2>
      {kind === 'ask' ? (
        <AskForm desk={desk} span={span} onClose={onClose} />
      ) : (
        <SuggestForm desk={desk} span={span} onClose={onClose} />
      )}
    </section>
  )
}
