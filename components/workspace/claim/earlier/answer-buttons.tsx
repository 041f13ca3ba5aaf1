import { answerEarlierCheck } from '@/lib/actions'
import type { EarlierCheck } from '@/lib/db/search-index/find-earlier'
import { claimNumber, keysOf, PAIR_ANSWERS, type PairAnswer } from '@/lib/domain/vocabulary'
import { ActionForm } from '../../../forms/action-form'
import { FieldError } from '../../../forms/fields'
import { ACTIONS } from '../../../keyboard/shortcuts'

/** The three answers to an earlier check: pressing the one that counts takes it back. */
export function AnswerButtons({
  claimId,
  words,
  check,
  onAnswered,
}: {
  claimId: string
  /** The words of the claim as they are shown. */
  words: string
  check: EarlierCheck
  onAnswered: () => void
}) {
  const counts = check.answer && !check.answer.isStale ? check.answer.kind : null
  return (
    <ActionForm
      action={answerEarlierCheck}
      values={{ claimId, otherId: check.id, overWords: words, otherWords: check.words }}
      saved="Answer kept"
      label={`Is ${claimNumber(check.number)} the same?`}
      className="bare-form answer-buttons"
      onDone={onAnswered}
    >
      <div className="segmented">
        {keysOf(PAIR_ANSWERS).map((answer) => (
          <button
            key={answer}
            type="submit"
            name="answer"
            value={counts === answer ? 'taken_back' : answer}
            aria-pressed={counts === answer}
            aria-keyshortcuts={KEYS[answer]}
            data-key={answer}
          >
            {PAIR_ANSWERS[answer]} <kbd>{KEYS[answer]}</kbd>
          </button>
        ))}
      </div>
      <FieldError name="answer" />
    </ActionForm>
  )
}

const KEYS: Record<PairAnswer, string | undefined> = {
  same: ACTIONS.earlierSame.key,
  related: ACTIONS.earlierRelated.key,
  not_same: ACTIONS.earlierNotSame.key,
}
