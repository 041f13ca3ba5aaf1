'use client'

import { showPersonFigures } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'

/** Whether figures are shown by person, and the way to change that. */
export function PersonFigures({ shown }: { shown: boolean }) {
  return (
    <section className="section person-figures" aria-labelledby="persons">
      <h2 id="persons" tabIndex={-1}>
        Figures of single persons
      </h2>
      <p>
        {shown
          ? 'Everybody here sees who has how much, and the errors caught by the editor who leads the article.'
          : 'Nobody sees who has how much, or the errors caught by the editor who leads the article.'}
      </p>
      <ActionForm
        action={showPersonFigures}
        values={{ shown: shown ? '' : 'yes' }}
        saved={shown ? 'Not shown any more' : 'Shown'}
        goOnAt="persons"
        className="bare-form"
      >
        <SubmitButton className="button">
          {shown ? 'Show no figures of persons' : 'Show figures of persons'}
        </SubmitButton>
      </ActionForm>
    </section>
  )
}
