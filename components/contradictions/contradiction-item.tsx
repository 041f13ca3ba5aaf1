'use client'

import { answerContradiction, reopenContradiction } from '@/lib/actions'
import type { ContradictionAnswer } from '@/lib/domain/contradictions/answers'
import { CONTRADICTION_KINDS } from '@/lib/domain/contradictions/contradiction'
import { ActionForm } from '../forms/action-form'
import { ChoiceField, SubmitButton, TextArea } from '../forms/fields'
import { useSend } from '../forms/submit'
import { toast } from '../ui/toast'
import type { ItemProps } from './item-props'
import { LeadOn } from './lead-on'
import { PlaceShown } from './place-shown'

/** Two places side by side, why they are thought to be about the same, and what a person said of them. */
export function ContradictionItem(props: ItemProps) {
  const { newsroom, article, contradiction, by, may } = props
  const { kind, one, other, out, why, answered } = contradiction
  const here = `/${newsroom}/articles/${article.slug}`
  const right = answered?.answer
  return (
    <article className="contradiction" aria-label={`${one.words}, ${other.words}`}>
      <p className="small quiet">
        <b>{CONTRADICTION_KINDS[kind]}</b> · {why}
      </p>
      <div className="said-places">
        <PlaceShown
          place={one}
          name="First"
          href={`${here}?words=${one.start}-${one.end}`}
          language={article.language}
          isRight={right === 'one' || right === 'both'}
        />
        <PlaceShown
          place={other}
          name={out ? out.headline : 'Second'}
          href={
            out
              ? `/${newsroom}/articles/${out.slug}?claim=${out.number}`
              : `${here}?words=${other.start}-${other.end}`
          }
          language={article.language}
          isRight={right === 'other' || right === 'both'}
        />
      </div>
      {answered ? (
        <>
          <p className="small">
            <b>{by}</b> said: {SAID[answered.answer]}
            {answered.why && `. ${answered.why}`}
          </p>
          <LeadOn {...props} answer={answered.answer} />
          {may.answer && <TakeBack {...props} replyId={answered.id} />}
        </>
      ) : (
        may.answer && <AnswerForm {...props} />
      )}
    </article>
  )
}

const SAID: Record<ContradictionAnswer, string> = {
  one: 'the first is right',
  other: 'the second is right',
  both: 'both are right',
}

const ANSWERS = { one: 'The first is right', other: 'The second is right', both: 'Both are right' }

function AnswerForm({ newsroom, me, revision, article, contradiction }: ItemProps) {
  const { kind, one, other, out } = contradiction
  const send = useSend()
  const second: Record<string, string | number> = out
    ? {
        otherClaimId: out.id,
        otherWords: other.words,
        otherSentence: other.sentence.words,
      }
    : { otherStart: other.start, otherEnd: other.end }
  return (
    <ActionForm
      action={answerContradiction}
      values={{
        ...{ articleId: article.id, revision, kind, start: one.start, end: one.end },
        ...second,
      }}
      draft={`${me}:contradiction:${article.id}:${one.start}:${other.start}`}
      label={`Answer: ${one.words}, ${other.words}`}
      saved="Answered"
      goOnAt="open"
      undoable={(output) => () => {
        const { replyId } = output as { replyId: string }
        send(reopenContradiction, { newsroom, articleId: article.id, replyId }).then(
          (done) => done !== undefined && toast('Open again'),
        )
      }}
    >
      <ChoiceField name="answer" label="Which is right?" options={ANSWERS} chosen={[]} />
      <TextArea name="why" label="Why" rows={1} dir="auto" />
      <div className="actions">
        <SubmitButton>Answer</SubmitButton>
      </div>
    </ActionForm>
  )
}

function TakeBack({ article, replyId }: ItemProps & { replyId: string }) {
  return (
    <ActionForm
      action={reopenContradiction}
      values={{ articleId: article.id, replyId }}
      label="Take the answer back"
      saved="Open again"
      goOnAt="open"
    >
      <SubmitButton>Take the answer back</SubmitButton>
    </ActionForm>
  )
}
