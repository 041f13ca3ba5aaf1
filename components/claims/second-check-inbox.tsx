import Link from 'next/link'
import type { SecondCheckShown } from '@/lib/db/claims/second-checks'
import { claimNumber, SECOND_CHECK_STANDINGS } from '@/lib/domain/vocabulary'

/** The second checks that wait for the reader, and the disagreements that are theirs to end. */
export function SecondChecks({
  newsroom,
  checks,
}: {
  newsroom: string
  checks: SecondCheckShown[]
}) {
  const differing = checks.filter(({ todo }) => todo !== 'check')
  const waiting = checks.filter(({ todo }) => todo === 'check')
  return (
    <>
      <Group id="disagreements" title="Checks that disagree" {...{ newsroom, checks: differing }} />
      <Group
        id="second-checks"
        title="For you to check second"
        {...{ newsroom, checks: waiting }}
      />
    </>
  )
}

function Group({
  id,
  title,
  newsroom,
  checks,
}: {
  id: string
  title: string
  newsroom: string
  checks: SecondCheckShown[]
}) {
  if (checks.length === 0) return null
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="quiet">{checks.length}</span>
      </h2>
      <ul className="bare">
        {checks.map(({ number, words, second, todo, article }) => (
          <li key={`${article.slug} ${number}`}>
            <p className="small query-where">
              <Link href={`/${newsroom}/articles/${article.slug}?claim=${number}`}>
                <bdi lang={article.language}>{article.headline}</bdi>{' '}
                <span className="chip">{claimNumber(number)}</span>
              </Link>{' '}
              <span className="thread-state" data-state="open">
                {SECOND_CHECK_STANDINGS[second]}
              </span>
            </p>
            <blockquote className="query-words" lang={article.language} dir="auto">
              <mark>{words}</mark>
            </blockquote>
            <p className="quiet">{TODO[todo]}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const TODO: Record<SecondCheckShown['todo'], string> = {
  check: 'The first verdict is given. You see it once your own check is saved.',
  agree:
    'Look at the other check. Give another verdict if it convinces you; else an editor decides.',
  decide:
    'Neither of the two gave way so far. You can decide between them, in your name and with a reason.',
}
