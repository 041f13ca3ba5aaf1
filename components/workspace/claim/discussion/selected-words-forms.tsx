'use client'

import type { Desk } from '@/lib/db/workspace/find-desk'
import { type SelectedWords, WordsHead } from '../../text/selected-words'
import { AskForm } from './ask-form'
import { SuggestForm } from './suggest-form'

/** Words that somebody asks about, or wants changed, without making them a claim. */
export interface Speaking {
  kind: 'ask' | 'suggest'
  span: SelectedWords
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
      <WordsHead desk={desk} chosen={span} />
      {kind === 'ask' ? (
        <AskForm desk={desk} span={span} onClose={onClose} />
      ) : (
        <SuggestForm desk={desk} span={span} onClose={onClose} />
      )}
    </section>
  )
}
