import { notFound } from 'next/navigation'
import { ArticleHead } from '@/components/articles/article-head'
import { ReadersBoxForm } from '@/components/publication/readers-box-form'
import { EndedReadersBoxes, RevokeReadersBox } from '@/components/publication/readers-box-history'
import { ReadersBoxPreview } from '@/components/publication/readers-box-preview'
import { requireActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { listReadersBoxes } from '@/lib/db/publication/readers-boxes'
import { findKnownReport } from '@/lib/db/report/find-report'
import { findWriting } from '@/lib/db/revisions/revisions'
import { can, keptByWriting } from '@/lib/domain/policy'
import { boxClaim, readersBoxOf, sourcesOf, whyNotTold } from '@/lib/domain/report/readers-box'
import type { Report } from '@/lib/domain/report/schema'
import { signatureFor } from '@/lib/domain/report/signatures'
import { writersOf } from '@/lib/domain/revisions/writing'

type Props = PageProps<'/[newsroom]/articles/[article]/readers-box'>

export async function generateMetadata({ params }: Props) {
  const { article } = await params
  return { title: `Reader’s box · ${article}` }
}

/** What readers are told of how the article was checked: as it is signed, and for an editor to choose and sign. */
export default async function ReadersBoxPage({ params }: Props) {
  const { newsroom, article: slug } = await params
  const actor = await requireActor(newsroom)
  const article = (await findArticle(actor, { slug })) ?? notFound()
  if (!can(actor, 'article.publish', article)) notFound()
  const report = (await findKnownReport(actor, slug)) ?? notFound()
  const boxes = await listReadersBoxes(actor, article.id)
  const standing = boxes.find(({ end }) => end === null)
  const facts = { ...article, wroteIds: writersOf(await findWriting(actor, article.id)) }
  const signature = signatureFor(report.signOffs ?? [], report.revision)
  const isSigned = signature !== null && !signature.emergency
  const path = `/${newsroom}/articles/${slug}`
  const { timeZone } = actor

  return (
    <div className="page exchange-page">
      <ArticleHead article={article} address={path}>
        <h1>Reader’s box</h1>
      </ArticleHead>
      <p>
        A short “how we know” to print beside the article. It names kinds of sources, never a
        source, a person or a note, and falls by itself when the text or one of its claims changes.
      </p>
      {standing && (
        <section className="section" aria-labelledby="standing">
          <h2 id="standing">Signed by {standing.by}</h2>
          <div className="readers-box-signed">
            <ReadersBoxPreview box={standing.box} timeZone={timeZone} signedAt={standing.at} />
            <p className="exchange-ways">
              <a className="button" href={`${path}/readers-box/html`} download>
                HTML
              </a>
              <a className="button" href={`${path}/readers-box/json`} download>
                JSON
              </a>
            </p>
            {can(actor, 'sign-off.revoke', article) && (
              <RevokeReadersBox articleId={article.id} boxId={standing.id} me={actor.userId} />
            )}
          </div>
        </section>
      )}
      {!isSigned && (
        <p>
          This text is not signed off in full, so readers cannot be told yet that it was checked.
        </p>
      )}
      {isSigned && keptByWriting(actor, 'sign-off.give', facts)}
      {isSigned && can(actor, 'sign-off.give', facts) && (
        <section className="section" aria-labelledby="choose">
          <h2 id="choose">{standing ? 'Sign for another one in its place' : 'Choose and sign'}</h2>
          <ReadersBoxForm
            articleId={article.id}
            me={actor.userId}
            seen={actor.seenSeq}
            language={article.language}
            timeZone={timeZone}
            claims={claimsToTell(report)}
            box={readersBoxOf(report, [])}
            before={standing?.claims ?? []}
          />
        </section>
      )}
      <EndedReadersBoxes boxes={boxes.filter(({ end }) => end !== null)} />
    </div>
  )
}

function claimsToTell(report: Report) {
  return report.claims.map((claim) => {
    const why = whyNotTold(claim)
    return {
      number: Number(claim.number.replace(/\D/g, '')),
      words: claim.words,
      why,
      told: why === null ? { ...boxClaim(claim), from: sourcesOf([claim]) } : null,
    }
  })
}
