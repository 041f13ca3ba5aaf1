import type { ListedSource } from '@/lib/db/sources/source-list'
import { counted } from '@/lib/domain/counting'
import { type Actor, can } from '@/lib/domain/policy'
import { SOURCE_KINDS } from '@/lib/domain/vocabulary'
import { Link } from '../ui/links/link'
import { EditSource } from './edit-source'
import { FallenNote } from './fallen-note'

/** What is on file, with how many claims each source bears on. */
export function SourceTable({ actor, sources }: { actor: Actor; sources: ListedSource[] }) {
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
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <SourceRow key={source.id} actor={actor} source={source} />
        ))}
      </tbody>
    </table>
  )
}

function SourceRow({ actor, source }: { actor: Actor; source: ListedSource }) {
  const { id, kind, title, publisher, published, url, origin, note, version, claims } = source
  const details = { kind, title, publisher, published, url, origin, note }
  return (
    <tr>
      <td className="source">
        <Link className="title" href={`/${actor.newsroomSlug}/sources/${id}`} dir="auto">
          {title}
        </Link>
        <FallenNote source={source} />
        <div className="small quiet facts">
          <SourceFacts source={source} />
          {can(actor, 'source.edit', source) && (
            <EditSource me={actor.userId} source={{ id, version, ...details }} />
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
        {counted(claims)}
      </td>
    </tr>
  )
}

/** Who published a source, which outlet it repeats, and its address. */
export function SourceFacts({
  source: { publisher, origin, url },
}: {
  source: { publisher: string; origin: string; url: string }
}) {
  return (
    <>
      {publisher && <bdi>{publisher}</bdi>}
      {origin && (
        <span>
          originally: <bdi>{origin}</bdi>
        </span>
      )}
      {url && <SourceLink url={url} />}
    </>
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
