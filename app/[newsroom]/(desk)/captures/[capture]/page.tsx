import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache, Suspense } from 'react'
import { LookNote } from '@/components/captures/look-note'
import { EarlyDocument } from '@/components/captures/readers/document/early-document'
import { CaptureAnswers } from '@/components/captures/viewer/capture-facts'
import { CaptureHead } from '@/components/captures/viewer/capture-head'
import { CaptureView } from '@/components/captures/viewer/capture-view'
import { OpeningLinks } from '@/components/captures/viewer/opening-links'
import { said } from '@/components/shell/page-links'
import { Link } from '@/components/ui/links/link'
import { PrintButton } from '@/components/ui/print-button'
import { requireActor } from '@/lib/auth/current-actor'
import { findCapture } from '@/lib/db/captures/captures'
import { findPointing } from '@/lib/db/captures/pointing'
import { findNames } from '@/lib/db/newsroom/members'
import { listLooksOf } from '@/lib/db/watches/cited-pages'
import { openingFor, openingsOf } from '@/lib/domain/captures/view'
import { unstorable } from '@/lib/domain/text/blocks'
import { CaptureChanges } from './capture-changes'
import { CaptureParts } from './capture-parts'
import { openCapture } from './open-capture'

type Props = PageProps<'/[newsroom]/captures/[capture]'>

export async function generateMetadata({ params }: Props) {
  const { newsroom, capture: id } = await params
  const { capture } = await captureOf(newsroom, id)
  return { title: capture.title || capture.source.title }
}

/** What was kept of a source, opened at the passage that the address names. */
export default async function CapturePage({ params, searchParams }: Props) {
  const { newsroom, capture: id } = await params
  const { actor, capture } = await captureOf(newsroom, id)
  const asked = await searchParams
  const names = { evidence: said(asked.evidence), claim: said(asked.claim) }
  const sought = await findPointing(actor, names)
  const isOfSource = !sought?.evidence || sought.evidence.source.id === capture.sourceId
  const pointing = isOfSource ? sought : null
  const passage = pointing?.evidence?.passage ?? null
  const openings = openingsOf(capture.parts)
  const opening = openingFor(openings, { asked: said(asked.part), passage })
  const opened =
    opening &&
    (await openCapture(actor, { capture, opening, evidence: pointing?.evidence ?? null }))
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const home = `/${actor.newsroomSlug}`
  const back = pointing
    ? `${home}/articles/${pointing.article.slug}?claim=${pointing.claim.number}`
    : `${home}/sources/${capture.sourceId}`
  const [look] = await listLooksOf(actor, [capture.id])
  const takenBy = (await findNames(actor, [capture.takenById])).get(capture.takenById) ?? 'Somebody'

  return (
    <div className="page wide capture-page">
      {opened && 'view' in opened && opened.view === 'document' && (
        <EarlyDocument
          nonce={nonce}
          address={opened.address}
          page={opened.passage?.kind === 'page' ? opened.passage.page : 1}
        />
      )}
      <CaptureHead {...{ capture, takenBy, back, pointing, opened }} />
      {look && <LookNote newsroom={actor.newsroomSlug} {...look} />}
      {/* Above the copy: a copy that was made because of it is read for this. */}
      <Suspense>
        <CaptureChanges actor={actor} capture={capture} />
      </Suspense>
      <div className="capture-ways">
        <OpeningLinks
          openings={openings}
          opened={opening}
          path={`${home}/captures/${capture.id}`}
          kept={names}
        />
        <PrintButton />
      </div>
      {!opening && (
        <p className="quiet">
          Nothing of this copy can be shown here. Save its files to open them.
        </p>
      )}
      {opened && 'problem' in opened && (
        <p role="alert" className="form-message">
          {opened.problem}
        </p>
      )}
      {opened && 'view' in opened && (
        <CaptureView
          key={`${opening?.part.role} ${pointing?.evidence?.id}`}
          me={actor.userId}
          capture={{ id: capture.id, sourceId: capture.sourceId }}
          {...{ opened, pointing, back }}
        />
      )}
      <CaptureParts actor={actor} capture={capture} />
      <CaptureAnswers answers={capture.answers} />
      {capture.lacks && (
        <section className="section" aria-labelledby="lacks">
          <h2 id="lacks">What could not be kept</h2>
          <p className="prose">{capture.lacks}</p>
        </section>
      )}
      <p className="section">
        <Link href={`${home}/sources/${capture.sourceId}`}>
          The source, and what it says of which claims
        </Link>
      </p>
    </div>
  )
}

const captureOf = cache(async (newsroom: string, id: string) => {
  const actor = await requireActor(newsroom)
  const capture = unstorable(id) ? null : await findCapture(actor, id)
  return { actor, capture: capture ?? notFound() }
})
