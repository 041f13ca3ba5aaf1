'use client'

import { useState } from 'react'
import { acceptSuggestion, applyAccepted, withdrawSuggestion } from '@/lib/actions'
import type { SuggestionShown } from '@/lib/db/discussion/suggestions'
import { CHANGE_REASONS, SUGGESTION_STATES } from '@/lib/domain/vocabulary'
import { useSend } from '../forms/submit'
import { Timestamp } from '../ui/timestamp'
import { toast } from '../ui/toast'
import { WordChanges } from '../ui/word-diff'
import { AcceptForm, DissentForm, StetForm } from './decision-forms'

type Doing = 'accept' | 'stet' | 'dissent'

/** A proposed change of words, what became of it, and what this person can decide or add. */
export function SuggestionItem({
  newsroom,
  me,
  language,
  suggestion,
  appliesTo,
}: {
  newsroom: string
  me: string
  language: string
  suggestion: SuggestionShown
  /** The newest text, where this person may make the next one of accepted changes. */
  appliesTo?: { articleId: string; base: number }
}) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const [again, setAgain] = useState(false)
  const send = useSend()
  const { id, before, after, state, decision, may, reason, note } = suggestion
  const close = () => setDoing(null)
  const undecided = state === 'undecided'
  const decides = may.decide && (undecided || (again && (state === 'accepted' || state === 'stet')))

  async function accept() {
    const values = { newsroom, suggestionId: id, after, over: decision?.id ?? '' }
    const accepted = await send(acceptSuggestion, values)
    setAgain(false)
    return accepted as { decisionId: string } | undefined
  }
  async function acceptAlone() {
    if (await accept()) toast('Accepted')
  }
  async function acceptAndApply(to: { articleId: string; base: number }) {
    const accepted = await accept()
    if (!accepted) return
    const suggestions = JSON.stringify([{ suggestionId: id, over: accepted.decisionId }])
    if (await send(applyAccepted, { newsroom, ...to, suggestions })) {
      toast(`Accepted, and applied in revision ${to.base + 1}`)
    }
  }
  async function withdraw() {
    const values = { newsroom, suggestionId: id }
    if (await send(withdrawSuggestion, values)) toast('Suggestion withdrawn')
  }
  const show = (next: Doing) => () => setDoing(next)

  return (
    <div className="thread suggestion" data-state={state}>
      <p className="thread-head small">
        <b>{suggestion.madeBy}</b> <span className="quiet">suggested</span>{' '}
        <span className="quiet">
          <Timestamp at={suggestion.madeAt} />
        </span>{' '}
        <span className="thread-state" data-state={state}>
          {SUGGESTION_STATES[state]}
        </span>
      </p>
      <WordChanges before={before} after={after} language={language} />
      <p className="small quiet">
        {CHANGE_REASONS[reason]}
        {note && (
          <>
            : <bdi>{note}</bdi>
          </>
        )}
      </p>
      {state === 'words_gone' && (
        <p className="small">These words do not stand in the newest text any more.</p>
      )}
      {decision && decision.kind !== 'withdrawn' && (
        <div className="entries">
          <p className="small">
            <b>{decision.by}</b>{' '}
            <span className="quiet">
              {decision.kind === 'stet' ? 'let the words stand' : 'accepted'}{' '}
              <Timestamp at={decision.at} />
            </span>
          </p>
          {decision.kind === 'stet' && (
            <p className="prose" dir="auto">
              {decision.reason}
            </p>
          )}
          {decision.kind === 'accepted' && decision.after !== after && (
            <>
              <p className="small quiet">With other words:</p>
              <WordChanges before={before} after={decision.after} language={language} />
            </>
          )}
        </div>
      )}
      {suggestion.dissents.map((one) => (
        <div key={one.id} className="entries">
          <p className="small">
            <b>{one.by}</b>{' '}
            <span className="quiet">
              dissents <Timestamp at={one.at} />
            </span>
          </p>
          <p className="prose" dir="auto">
            {one.text}
          </p>
        </div>
      ))}
      {doing === 'accept' && <AcceptForm {...{ me, language, suggestion }} onClose={close} />}
      {doing === 'stet' && <StetForm {...{ me, suggestion }} onClose={close} />}
      {doing === 'dissent' && <DissentForm {...{ me, suggestion }} onClose={close} />}
      {!doing && decides && (
        <div className="actions">
          <button type="button" className="button small" onClick={acceptAlone}>
            Accept
          </button>
          {appliesTo && (
            <button
              type="button"
              className="button small"
              onClick={() => acceptAndApply(appliesTo)}
            >
              Accept and apply
            </button>
          )}
          <button type="button" className="button small" onClick={show('accept')}>
            Edit and accept
          </button>
          <button type="button" className="button small" onClick={show('stet')}>
            Stet
          </button>
        </div>
      )}
      {!doing && (
        <p className="small links">
          {may.decide && !decides && (state === 'accepted' || state === 'stet') && (
            <button type="button" className="link-button" onClick={() => setAgain(true)}>
              Decide again
            </button>
          )}
          {may.decide && state === 'words_gone' && (
            <button type="button" className="link-button" onClick={show('stet')}>
              Stet
            </button>
          )}
          {may.dissent && state === 'stet' && (
            <button type="button" className="link-button" onClick={show('dissent')}>
              Dissent
            </button>
          )}
          {may.withdraw && (undecided || (state === 'words_gone' && !decision)) && (
            <button type="button" className="link-button" onClick={withdraw}>
              Withdraw
            </button>
          )}
        </p>
      )}
    </div>
  )
}
