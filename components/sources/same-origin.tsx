'use client'

import { partOrigin } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'
import { Link } from '../ui/links/link'

interface Named {
  id: string
  title: string
  publisher: string
}

/** The sources that somebody put together with this one as one origin, each with the way to take it out again. */
export function SameOrigin({
  newsroom,
  source,
  others,
  mayJudge,
}: {
  newsroom: string
  source: Named
  others: readonly Named[]
  mayJudge: boolean
}) {
  return (
    <section className="section same-origin" aria-labelledby="same-origin">
      <h2 id="same-origin">Of one origin with it</h2>
      <p className="quiet">Together they count as one report, as somebody at the desk said.</p>
      <ul className="bare">
        {others.map(({ id, title, publisher }) => (
          <li key={id}>
            <Link href={`/${newsroom}/sources/${id}`} dir="auto">
              {title}
            </Link>
            {publisher && <span className="quiet"> {publisher}</span>}
            {mayJudge && others.length > 1 && <PartOrigin source={{ id, title }} />}
          </li>
        ))}
      </ul>
      {mayJudge && (
        <PartOrigin source={source} words="Take this source out: it reported on its own" />
      )}
    </section>
  )
}

function PartOrigin({
  source: { id, title },
  words = 'Take out',
}: {
  source: Pick<Named, 'id' | 'title'>
  words?: string
}) {
  return (
    <ActionForm
      action={partOrigin}
      values={{ sourceId: id }}
      saved="Counted on its own"
      label={`Take ${title} out of this origin`}
      goOnAt="claims"
      className="bare-form"
    >
      <SubmitButton className="link-button">
        {words}
        <span className="visually-hidden"> {title}</span>
      </SubmitButton>
    </ActionForm>
  )
}
