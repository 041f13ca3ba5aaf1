import { notFound } from 'next/navigation'
import { CaptureList } from '@/components/captures/capture-list'
import { KeepFile } from '@/components/captures/keep-file'
import { PageLinks, said } from '@/components/shell/page-links'
import { EditSource } from '@/components/sources/edit-source'
import { FallenNote } from '@/components/sources/fallen-note'
import { PageKeeping } from '@/components/sources/page-keeping'
import { SameOrigin } from '@/components/sources/same-origin'
import { SourceClaims, SourceUses } from '@/components/sources/source-claims'
import { SourceFacts } from '@/components/sources/source-table'
import { Duplicates, MergedHere, MergedTrace } from '@/components/sources/trust/merges'
import { SourceTrust } from '@/components/sources/trust/source-trust'
import { WhenItFalls } from '@/components/sources/trust/when-it-falls'
import { Link } from '@/components/ui/links/link'
import { requireActor } from '@/lib/auth/current-actor'
import { listAuthorities } from '@/lib/db/captures/authorities'
import { listCaptures } from '@/lib/db/captures/captures'
import { listSourceProblems } from '@/lib/db/captures/file-checks'
import { listTimeStamps } from '@/lib/db/captures/time-stamps'
import { listNewestJobs } from '@/lib/db/jobs/jobs'
import { findNames } from '@/lib/db/newsroom/members'
import { listDuplicates } from '@/lib/db/sources/duplicates'
import { listMergedInto } from '@/lib/db/sources/merges'
import { listWithOrigins } from '@/lib/db/sources/origins'
import { listSourceClaims } from '@/lib/db/sources/source-list'
import { findSource } from '@/lib/db/sources/sources'
import { listSourceNotes } from '@/lib/db/sources/trust'
import { countResting, countUses } from '@/lib/db/sources/uses'
import { listLooksOf } from '@/lib/db/watches/cited-pages'
import { can } from '@/lib/domain/policy'
import { unstorable } from '@/lib/domain/text/blocks'
import { SOURCE_KINDS } from '@/lib/domain/vocabulary'

type Props = PageProps<'/[newsroom]/sources/[source]'>

export async function generateMetadata({ params }: Props) {
  const { newsroom, source: id } = await params
  return { title: (await sourceOf(newsroom, id)).source.title }
}

/** What is on file about a source, and what it says of which claims. */
export default async function SourcePage({ params, searchParams }: Props) {
  const { newsroom, source: id } = await params
  const { actor, source } = await sourceOf(newsroom, id)
  const may = {
    weigh: can(actor, 'source.weigh', {}) && !source.mergedIntoId,
    manage: can(actor, 'source.manage', {}),
  }
  if (source.mergedIntoId) {
    const into = await findSource(actor, source.mergedIntoId)
    return <MergedTrace newsroom={actor.newsroomSlug} {...{ source, into }} mayUndo={may.manage} />
  }
  const after = said((await searchParams).after)
  const [{ evidence, next }, captures, names, sameOrigin, problems] = await Promise.all([
    listSourceClaims(actor, source.id, { after }),
    listCaptures(actor, [source.id]),
    findNames(actor),
    source.originGroupId ? listWithOrigins(actor, [source.id]) : [],
    listSourceProblems(actor, source.id),
  ])
  const others = sameOrigin.filter((one) => one.id !== source.id)
  const captureIds = captures.map(({ id }) => id)
  const [stamps, authorities, looks] = await Promise.all([
    listTimeStamps(actor, captureIds),
    listAuthorities(actor),
    listLooksOf(actor, captureIds),
  ])
  const [notes, uses, resting, duplicates, merged] = await Promise.all([
    listSourceNotes(actor, source.id),
    countUses(actor, source.id),
    countResting(actor, source.id),
    may.weigh ? listDuplicates(actor, source) : [],
    listMergedInto(actor, source.id),
  ])
  const list = `/${actor.newsroomSlug}/sources`
  const { kind, title, publisher, published, url, origin, note, version } = source
  const details = { kind, title, publisher, published, url, origin, note }

  return (
    <div className="page source-page">
      <div className="page-head">
        <div>
          <p className="small">
            <Link href={list}>← Sources</Link>
          </p>
          <h1 dir="auto">{title}</h1>
          <p className="quiet facts">
            <span>{SOURCE_KINDS[kind]}</span>
            {published && <span>{published}</span>}
            <SourceFacts source={source} />
          </p>
        </div>
      </div>
      {note && (
        <p className="prose note" dir="auto">
          {note}
        </p>
      )}
      <FallenNote source={source} by={names.get(source.fellById ?? '')} />
      {can(actor, 'source.edit', source) && (
        <EditSource me={actor.userId} source={{ id: source.id, version, ...details }} />
      )}
      <section className="section" aria-labelledby="kept">
        <h2 id="kept">What is kept of it</h2>
        <CaptureList
          newsroom={actor.newsroomSlug}
          captures={captures}
          names={names}
          problems={problems}
          stamps={stamps}
          looks={looks}
          canDate={authorities.length > 0 && can(actor, 'source.keep', source)}
        />
        {url && (
          <PageKeeping
            actor={actor}
            source={source}
            jobs={await listNewestJobs(actor, [source.id])}
          />
        )}
        {can(actor, 'source.keep', source) && <KeepFile me={actor.userId} sourceId={source.id} />}
      </section>
      <SourceTrust
        me={actor.userId}
        sourceId={source.id}
        notes={notes}
        names={names}
        mayWrite={may.weigh}
      />
      {duplicates.length > 0 && (
        <Duplicates
          newsroom={actor.newsroomSlug}
          source={source}
          duplicates={duplicates.map(({ source: { id, title, publisher }, signs }) => ({
            ...{ id, title, publisher, signs },
          }))}
          mayMerge={may.manage}
        />
      )}
      {merged.length > 0 && (
        <MergedHere newsroom={actor.newsroomSlug} merged={merged} mayUndo={may.manage} />
      )}
      {others.length > 0 && (
        <SameOrigin
          newsroom={actor.newsroomSlug}
          source={source}
          others={others}
          mayJudge={can(actor, 'source.judge-origin', {})}
        />
      )}
      <section className="section" aria-labelledby="claims">
        <h2 id="claims" tabIndex={-1}>
          Claims that it bears on
        </h2>
        <SourceUses uses={uses} />
        {evidence.length === 0 ? (
          <p className="quiet">
            {after ? 'The list ends here.' : 'It is attached to no claim that you see.'}
          </p>
        ) : (
          <SourceClaims newsroom={actor.newsroomSlug} evidence={evidence} />
        )}
        <PageLinks
          path={`${list}/${source.id}`}
          begun={after !== ''}
          next={next}
          label="Pages of the claims"
        />
      </section>
      <WhenItFalls
        me={actor.userId}
        source={{ id: source.id, title, fell: source.fellAt !== null }}
        resting={resting}
        mayDrop={may.manage}
      />
    </div>
  )
}

async function sourceOf(newsroom: string, id: string) {
  const actor = await requireActor(newsroom)
  const source = unstorable(id) ? null : await findSource(actor, id)
  return { actor, source: source ?? notFound() }
}
