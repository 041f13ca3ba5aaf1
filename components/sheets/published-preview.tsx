import type { ReadCheck } from '@/lib/domain/earlier-checks/published/published-check'
import { ShowMore } from '../ui/show-more'
import type { ReadPublished } from './read-published'

/** What was read of fact-checks of others, those with something wrong first, before anything is stored. */
export function PublishedPreview({ read: { name, checks, told } }: { read: ReadPublished }) {
  const wrong = checks.filter(({ problem }) => problem !== null)
  const right = checks.filter(({ problem }) => problem === null)
  return (
    <section className="section" aria-labelledby="published-read">
      <h2 id="published-read">
        Read from <bdi>{name}</bdi>
      </h2>
      <p className="quiet">
        {counted(right.length)} can be brought{wrong.length > 0 && `, ${wrong.length} cannot`}.
        Nothing is stored yet.
      </p>
      {told.length > 0 && (
        <ul className="small">
          {told.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {wrong.length > 0 && (
        <>
          <h3>Cannot be brought</h3>
          <ShowMore className="published-list">{wrong.map(listed)}</ShowMore>
        </>
      )}
      {right.length > 0 && (
        <>
          <h3>Can be brought</h3>
          <ShowMore className="published-list">{right.map(listed)}</ShowMore>
        </>
      )}
    </section>
  )
}

const listed = ({ check, place, problem, told }: ReadCheck) => (
  <li key={place} className="published-check">
    <p className="small quiet">
      {place}
      {problem === null && check.publisher && ` · ${check.publisher}`}
      {check.published && ` · ${check.published}`}
    </p>
    <p className="published-claim" dir="auto">
      {check.claim.slice(0, 300) || <span className="quiet">No claim</span>}
    </p>
    {check.rating && <p className="small">{check.rating}</p>}
    {problem !== null && <p className="published-problem small">{problem}</p>}
    {told.map((sentence) => (
      <p key={sentence} className="small quiet">
        {sentence}
      </p>
    ))}
  </li>
)

export const counted = (count: number) =>
  `${count.toLocaleString('en')} ${count === 1 ? 'fact-check' : 'fact-checks'}`
