import { useState } from 'react'
import { askQuery, suggestChange } from '@/lib/actions'
import type { ContradictionAnswer } from '@/lib/domain/contradictions/answers'
import { CHANGE_REASONS } from '@/lib/domain/vocabulary'
import { ActionForm } from '../forms/action-form'
import { SelectField, SubmitButton, TextArea } from '../forms/fields'
import { Link } from '../ui/links/link'
import type { ItemProps } from './item-props'

/** Once one place is right: the ways to have the other one changed, with the words filled in. */
export function LeadOn(props: ItemProps & { answer: ContradictionAnswer }) {
  const { newsroom, contradiction, answer, may } = props
  const { out } = contradiction
  const [doing, setDoing] = useState<'suggest' | 'ask' | null>(null)
  if (answer === 'both') return null
  if (answer === 'one' && out) {
    return (
      <p className="small">
        What is out says it differently:{' '}
        <Link href={`/${newsroom}/articles/${out.slug}?claim=${out.number}`}>{out.headline}</Link>
      </p>
    )
  }
  if (!may.suggest && !may.ask) return null
  return (
    <>
      <div className="actions">
        {may.suggest && (
          <button type="button" className="button small" onClick={() => setDoing('suggest')}>
            Suggest a change
          </button>
        )}
        {may.ask && (
          <button type="button" className="button small" onClick={() => setDoing('ask')}>
            Ask the writer
          </button>
        )}
      </div>
      {doing === 'suggest' && <Suggest {...props} onClose={() => setDoing(null)} />}
      {doing === 'ask' && <Ask {...props} onClose={() => setDoing(null)} />}
    </>
  )
}

interface Doing extends ItemProps {
  answer: ContradictionAnswer
  onClose: () => void
}

/** The place that is wrong, and the words of the one that is right. */
function placesOf({ contradiction: { one, other }, answer }: Doing) {
  return answer === 'one' ? { wrong: other, right: one } : { wrong: one, right: other }
}

function Suggest(props: Doing) {
  const { article, revision, me, onClose } = props
  const { wrong, right } = placesOf(props)
  return (
    <ActionForm
      action={suggestChange}
      values={{ articleId: article.id, revision, start: wrong.start, end: wrong.end }}
      draft={`${me}:suggest:${article.id}:${wrong.start}`}
      label="Suggest a change"
      saved="Change suggested"
      className="form boxed"
      onDone={onClose}
      onCancel={onClose}
    >
      <TextArea
        name="after"
        label={`Words that should stand for “${wrong.words}”`}
        rows={2}
        defaultValue={right.words}
        lang={article.language}
        dir="auto"
        autoFocus
      />
      <SelectField name="reason" label="Why" empty="Choose a reason" options={CHANGE_REASONS} />
      <TextArea
        name="note"
        label="Note"
        rows={2}
        defaultValue={`Elsewhere: “${right.sentence.words}”`}
        dir="auto"
      />
      <div className="actions">
        <SubmitButton>Suggest</SubmitButton>
        <button type="button" className="button plain" onClick={onClose}>
          Cancel
        </button>
      </div>
    </ActionForm>
  )
}

function Ask(props: Doing) {
  const { article, revision, me, onClose } = props
  const { wrong, right } = placesOf(props)
  return (
    <ActionForm
      action={askQuery}
      values={{
        ...{ articleId: article.id, revision, to: 'writer' },
        ...{ start: wrong.start, end: wrong.end },
      }}
      draft={`${me}:ask:${article.id}:${wrong.start}`}
      label="Ask the writer"
      saved="Query sent"
      className="form boxed"
      onDone={onClose}
      onCancel={onClose}
    >
      <TextArea
        name="question"
        label="Question"
        rows={3}
        defaultValue={`Here it says “${wrong.words}”, elsewhere “${right.words}”: “${right.sentence.words}” Which is right?`}
        dir="auto"
        autoFocus
      />
      <div className="actions">
        <SubmitButton>Ask</SubmitButton>
        <button type="button" className="button plain" onClick={onClose}>
          Cancel
        </button>
      </div>
    </ActionForm>
  )
}
