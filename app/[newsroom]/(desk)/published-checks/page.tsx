import { BringPublished } from '@/components/sheets/bring-published'
import { said } from '@/components/shell/page-links'
import { PublishedLines } from '@/components/sources/published-check'
import { Publishers } from '@/components/sources/publishers'
import { requireActor } from '@/lib/auth/current-actor'
import { findPublishedCheck, listPublishers } from '@/lib/db/sources/published-checks'
import { can } from '@/lib/domain/policy'

type Props = PageProps<'/[newsroom]/published-checks'>

export async function generateMetadata({ params }: Props) {
  const { newsroomName } = await requireActor((await params).newsroom)
  return { title: `Checked by others · ${newsroomName}` }
}

/** Fact-checks that others published: one that was looked for, whose there are, and the way to bring more. */
export default async function PublishedChecksPage({ params, searchParams }: Props) {
  const actor = await requireActor((await params).newsroom)
  const asked = said((await searchParams).check)
  const [publishers, check] = await Promise.all([
    listPublishers(actor),
    asked ? findPublishedCheck(actor, asked) : null,
  ])
  const mayBring = can(actor, 'published-check.bring', {})

  return (
    <div className="page published-page">
      <h1>Checked by others</h1>
      <p>
        Fact-checks that others published are offered beside the claims that they are about, and are
        found by the search. They are evidence of nothing until somebody makes a source of one.
      </p>
      {asked !== '' &&
        (check ? (
          <section className="section published-check" aria-label="The fact-check">
            <PublishedLines check={check} />
          </section>
        ) : (
          <p className="form-message">This fact-check is not on file, or no longer.</p>
        ))}
      <section className="section" aria-labelledby="publishers">
        <h2 id="publishers" tabIndex={-1}>
          On file
        </h2>
        {publishers.length === 0 ? (
          <p className="quiet">
            {mayBring
              ? 'Nothing yet. Bring the first list below.'
              : 'Nothing yet. An editor or a checker can bring a list.'}
          </p>
        ) : (
          <Publishers publishers={publishers} mayRemove={mayBring} />
        )}
      </section>
      {mayBring && (
        <section className="section" aria-labelledby="bring-published">
          <h2 id="bring-published">Bring fact-checks</h2>
          <BringPublished me={actor.userId} newsroom={actor.newsroomSlug} />
        </section>
      )}
    </div>
  )
}
