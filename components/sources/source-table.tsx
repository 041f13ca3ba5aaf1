import type { ListedSource } from '@/lib/db/sources/sources'
import { type Actor, can } from '@/lib/domain/policy'
import { SOURCE_KINDS } from '@/lib/domain/vocabulary'
import { EditSource } from './edit-source'
import { SourceClaims } from './source-claims'

/** What is on file, with the claims that each source bears on. */
export function SourceTable({
  actor,
  sources,
  target,
}: {
  actor: Actor
  sources: ListedSource[]
  /** The one that a link led to. */
  target: string | undefined
}) {
  return (
    <table className="table stacking sources">
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Kind</th>
          <th scope="col">Date</th>
          <th scope="col" className="count">
            Claims
          </th>
          <th scope="col">
            <span className="visually-hidden">What it says of them</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <SourceRow
            key={source.id}
            actor={actor}
            source={source}
            isTarget={source.id === target}
          />
        ))}
      </tbody>
    </table>
  )
}

function SourceRow({
  actor,
  source,
  isTarget,
}: {
  actor: Actor
  source: ListedSource
  isTarget: boolean
}) {
  const { id, kind, title, publisher, published, url, origin, note, version, evidence } = source
  return (
    <tr id={id} tabIndex={-1} className={isTarget ? 'target' : undefined}>
      <td className="source">
        <bdi className="title">{title}</bdi>
        <div className="small quiet facts">
          {publisher && <bdi>{publisher}</bdi>}
          {origin && (
            <span>
              origin: <bdi>{origin}</bdi>
            </span>
          )}
          {url && <SourceLink url={url} />}
          {can(actor, 'source.edit', source) && (
            <EditSource
              me={actor.userId}
              source={{ id, version, kind, title, publisher, published, url, origin, note }}
            />
          )}
        </div>
        {note && (
          <p className="small note" dir="auto">
            {note}
          </p>
        )}
      </td>
      <td className="kind">{SOURCE_KINDS[kind]}</td>
      <td data-label="Date" className="date">
        {published || null}
      </td>
      <td data-label="Claims" className="count">
        {evidence.length}
      </td>
      <td className="bears-on">
        <SourceClaims newsroom={actor.newsroomSlug} evidence={evidence} open={isTarget} />
      </td>
    </tr>
  )
}

function SourceLink({ url }: { url: string }) {
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {new URL(url).host.replace(/^www\./, '')}
      <span className="visually-hidden"> (opens in a new tab)</span>
    </a>
  )
}
