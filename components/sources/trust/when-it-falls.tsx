'use client'

import { dropSource, restoreSource } from '@/lib/actions'
import { type Resting, restingWords } from '@/lib/domain/sources/resting'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton, TextArea } from '../../forms/fields'
import { FormDisclosure } from '../form-disclosure'

/** What rests on a source, and the one action that sends all of it to recheck; or, where it fell, that it stands again. */
export function WhenItFalls({
  me,
  source,
  resting,
  mayDrop,
}: {
  me: string
  source: { id: string; title: string; fell: boolean }
  resting: Resting
  mayDrop: boolean
}) {
  const draft = `${me}:source-fell:${source.id}`
  return (
    <section className="section" aria-labelledby="falls">
      <h2 id="falls" tabIndex={-1}>
        {source.fell ? 'It fell' : 'When it falls'}
      </h2>
      <p>{restingWords(resting)}</p>
      {mayDrop && source.fell && (
        <>
          <p className="quiet">
            Standing again brings no verdict back: what was sent to recheck is checked anew.
          </p>
          <ActionForm
            action={restoreSource}
            values={{ sourceId: source.id }}
            saved="It stands again"
            goOnAt="falls"
            className="bare-form"
          >
            <SubmitButton className="button">It stands again</SubmitButton>
          </ActionForm>
        </>
      )}
      {mayDrop && !source.fell && (
        <FormDisclosure words="This source fell" draft={draft}>
          {(close) => (
            <ActionForm
              action={dropSource}
              values={{ sourceId: source.id }}
              draft={draft}
              saved="The source fell"
              goOnAt="falls"
              onCancel={close}
              label="This source fell"
              className="form boxed"
            >
              <TextArea
                name="reason"
                label="Why did it fall?"
                hint="What rests on it and is not out goes to recheck. About what is out, the editor is asked whether it has to be corrected."
                rows={3}
                dir="auto"
              />
              <div className="actions">
                <SubmitButton>Send what rests on it to recheck</SubmitButton>
                <button type="button" className="button plain" onClick={close}>
                  Close
                </button>
              </div>
            </ActionForm>
          )}
        </FormDisclosure>
      )}
    </section>
  )
}
