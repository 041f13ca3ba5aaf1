'use client'

import { mergeSource, undoMerge } from '@/lib/actions'
import { DUPLICATE_SIGNS, type DuplicateSign } from '@/lib/domain/sources/propose-duplicates'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton } from '../../forms/fields'
import { Link } from '../../ui/links/link'

interface Named {
  id: string
  title: string
  publisher: string
}

/** Sources that may be this one, each with the signs of it, and the way to make them one. */
export function Duplicates({
  newsroom,
  source,
  duplicates,
  mayMerge,
}: {
  newsroom: string
  source: Named
  duplicates: readonly (Named & { signs: readonly DuplicateSign[] })[]
  mayMerge: boolean
}) {
  return (
    <section className="section" aria-labelledby="duplicates">
      <h2 id="duplicates">May be the same</h2>
      <p className="quiet">
        {mayMerge
          ? 'What is merged leaves its evidence and its copies here, and stays as a trace that leads here.'
          : 'An editor can merge them.'}
      </p>
      <ul className="bare same-sources">
        {duplicates.map(({ signs, ...other }) => (
          <li key={other.id}>
            <SourceName newsroom={newsroom} source={other} />
            <span className="quiet small">
              {signs.map((sign) => DUPLICATE_SIGNS[sign]).join('. ')}.
            </span>
            {mayMerge && (
              <ActionForm
                action={mergeSource}
                values={{ sourceId: other.id, intoId: source.id }}
                saved="Merged"
                label={`Merge ${other.title} into this source`}
                goOnAt="claims"
                className="bare-form"
              >
                <SubmitButton className="link-button" busy="Merging…">
                  Merge it into this one<span className="visually-hidden">: {other.title}</span>
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What became this source, each with the way to take that back. */
export function MergedHere({
  newsroom,
  merged,
  mayUndo,
}: {
  newsroom: string
  merged: readonly Named[]
  mayUndo: boolean
}) {
  return (
    <section className="section" aria-labelledby="merged">
      <h2 id="merged" tabIndex={-1}>
        Merged into it
      </h2>
      <ul className="bare same-sources">
        {merged.map((one) => (
          <li key={one.id}>
            <SourceName newsroom={newsroom} source={one} />
            {mayUndo && <UndoMerge source={one} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What stands in place of a source that became another: where it went, and the way back. */
export function MergedTrace({
  newsroom,
  source,
  into,
  mayUndo,
}: {
  newsroom: string
  source: Named
  into: Named | null
  mayUndo: boolean
}) {
  return (
    <div className="page narrow source-page">
      <p className="small">
        <Link href={`/${newsroom}/sources`}>← Sources</Link>
      </p>
      <h1 dir="auto">{source.title}</h1>
      <p>
        It was merged into{' '}
        {into ? <SourceName newsroom={newsroom} source={into} /> : 'another source'}, and its
        evidence and copies are there. What was signed or printed before keeps its name.
      </p>
      {mayUndo && <UndoMerge source={source} />}
    </div>
  )
}

function UndoMerge({ source: { id, title } }: { source: Named }) {
  return (
    <ActionForm
      action={undoMerge}
      values={{ sourceId: id }}
      saved="Stands for itself again"
      label={`Take back the merge of ${title}`}
      goOnAt="claims"
      className="bare-form"
    >
      <SubmitButton className="link-button" busy="Taking back…">
        Take the merge back<span className="visually-hidden"> of {title}</span>
      </SubmitButton>
    </ActionForm>
  )
}

function SourceName({
  newsroom,
  source: { id, title, publisher },
}: {
  newsroom: string
  source: Named
}) {
  return (
    <span>
      <Link href={`/${newsroom}/sources/${id}`} dir="auto">
        {title}
      </Link>
      {publisher && <span className="quiet"> {publisher}</span>}
    </span>
  )
}
