'use client'

import { useState } from 'react'
import type { QueryShown } from '@/lib/db/discussion/queries'
import { QUERY_STATES } from '@/lib/domain/vocabulary'
import { Timestamp } from '../ui/timestamp'
import { ANSWERED_TO_ME } from './answered-mark'
import { AnswerForm, CloseForm, ReopenForm } from './query-forms'

type Doing = 'answer' | 'close' | 'reopen'

/** A question with everything that was said to it, and what this person can add. */
export function QueryThread({
  me,
  query,
  opened = null,
  onClose,
}: {
  me: string
  query: QueryShown
  /** Opens with this form. */
  opened?: Doing | null
  /** That form was sent, or put away. */
  onClose?: () => void
}) {
  const [doing, setDoing] = useState<Doing | null>(opened)
  const { state, may } = query
  function close() {
    if (doing === opened) onClose?.()
    setDoing(null)
  }
  const offers: [Doing, label: string, when: boolean][] = [
    ['answer', state === 'open' ? 'Answer' : 'Add to the answer', may.answer && state !== 'closed'],
    ['close', 'Close', may.close && state !== 'closed'],
    ['reopen', 'Reopen', may.close && state !== 'open'],
  ]
  const offered = offers.filter(([kind, , when]) => when && kind !== doing)

  return (
    <div className="thread" data-state={state}>
      <p className="thread-head small">
        <b>{query.askedBy}</b> <span className="quiet">asked {addressee(query)}</span>{' '}
        <span className="quiet">
          <Timestamp at={query.askedAt} />
        </span>{' '}
        <span className="thread-state" data-state={state} data-mine={query.isMine || undefined}>
          {state === 'answered' && query.isMine ? ANSWERED_TO_ME : QUERY_STATES[state]}
        </span>
        {query.blocking && state !== 'closed' && <span className="blocking">Blocking</span>}
      </p>
      <p className="prose" dir="auto">
        {query.question}
      </p>
      {query.entries.length > 0 && (
        <ol className="bare entries">
          {query.entries.map((entry) => (
            <li key={entry.id}>
              <p className="small">
                <b>{entry.by}</b>{' '}
                <span className="quiet">
                  {entry.step} <Timestamp at={entry.at} />
                </span>
              </p>
              {entry.text && (
                <p className="prose" dir="auto">
                  {entry.text}
                </p>
              )}
              {entry.writersWord && (
                <p className="prose">
                  <span className="quiet">In the writer’s own word: </span>“{entry.writersWord}”
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
      {doing === 'answer' && <AnswerForm me={me} query={query} onClose={close} />}
      {doing === 'close' && <CloseForm me={me} query={query} onClose={close} />}
      {doing === 'reopen' && <ReopenForm me={me} query={query} onClose={close} />}
      {offered.length > 0 && (
        <p className="small links">
          {offered.map(([kind, label]) => (
            <button key={kind} type="button" className="link-button" onClick={() => setDoing(kind)}>
              {label}
              <span className="visually-hidden"> the query “{query.question.slice(0, 60)}”</span>
            </button>
          ))}
        </p>
      )}
    </div>
  )
}

function addressee({ to, toName }: QueryShown): string {
  if (to === 'lawyer') return toName ? `${toName}, for the lawyer` : 'the lawyer'
  return to === 'editor' ? 'the editor' : 'the writer'
}
