import type { Desk } from '@/lib/db/workspace/find-desk'
import { QUERY_STATES } from '@/lib/domain/vocabulary'

/** How an answered query is called for the person who asked it. */
export const ANSWERED_TO_ME = 'Answered — read it'

/** Whom an answer waits for: the person who looks, or a colleague of theirs. */
export type Answered = 'mine' | 'others'

/** The claims about which something was answered, by their numbers. */
export function answersByClaim(answered: Desk['talk']['answered']): Map<number, Answered> {
  const answers = new Map<number, Answered>()
  for (const { claim, isMine } of answered) {
    if (claim !== null && answers.get(claim) !== 'mine')
      answers.set(claim, isMine ? 'mine' : 'others')
  }
  return answers
}

/** That a query about a claim was answered, and by whom that is to be read; short in a row of claims. */
export function AnsweredMark({ answer, short = false }: { answer: Answered; short?: boolean }) {
  const words = answer === 'mine' ? ANSWERED_TO_ME : QUERY_STATES.answered
  return (
    <span
      className="claim-mark small"
      data-pressing={answer === 'mine' || undefined}
      title={short ? words : undefined}
    >
      {short && <span aria-hidden="true">answer</span>}
      <span className={short ? 'visually-hidden' : undefined}>{words}</span>
    </span>
  )
}
