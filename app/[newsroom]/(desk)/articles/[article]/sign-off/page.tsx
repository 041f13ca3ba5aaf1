import { notFound } from 'next/navigation'
import { ArticleHead } from '@/components/articles/article-head'
import { AfterForms } from '@/components/sign-off/after-sign-off'
import { LateChanges } from '@/components/sign-off/late-changes'
import { SentOpenItems } from '@/components/sign-off/open-items'
import { EmergencyForm, SignForm } from '@/components/sign-off/sign-form'
import { SignOffHistory } from '@/components/sign-off/sign-off-history'
import { SignOffStatus } from '@/components/sign-off/sign-off-status'
import { Link } from '@/components/ui/links/link'
import { requireActor } from '@/lib/auth/current-actor'
import { type Article, findArticle } from '@/lib/db/articles/articles'
import { countContradictions } from '@/lib/db/contradictions/find-contradictions'
import { findRevision } from '@/lib/db/revisions/revisions'
import { listSignOffs, type SignOffShown } from '@/lib/db/sign-off/sign-offs'
import { findKnownSigning } from '@/lib/db/sign-off/signing-facts'
import { type Actor, can, hearsCheck, keptByWriting } from '@/lib/domain/policy'
import { isCorrectable } from '@/lib/domain/publication/publication'
import { writersOf } from '@/lib/domain/revisions/writing'
import { emergencyStatement, signingStatement } from '@/lib/domain/sign-off/statement'
import { alignInTurns } from '@/lib/domain/text/diff/align'
import { changesInTurns, countChanges } from '@/lib/domain/text/diff/changes'
import { claimNumber } from '@/lib/domain/vocabulary'

type Props = PageProps<'/[newsroom]/articles/[article]/sign-off'>

export async function generateMetadata({ params }: Props) {
  const { newsroom, article: slug } = await params
  const article = await findArticle(await requireActor(newsroom), { slug })
  return { title: article ? `Sign-off · ${article.headline}` : 'Sign-off' }
}

/** What stands between an article and its signature, the signature itself, and all that there were. */
export default async function SignOffPage({ params }: Props) {
  const { newsroom, article: slug } = await params
  const actor = await requireActor(newsroom)
  const article = (await findArticle(actor, { slug })) ?? notFound()
  const [found, signOffs, contradictions] = await Promise.all([
    findKnownSigning(actor, article),
    listSignOffs(actor, article.id),
    countContradictions(actor, article),
  ])
  const { revision, items, standing, signing, hidden } = found
  const address = `/${newsroom}/articles/${slug}`
  const last = signOffs[0] ?? null
  const holding = signOffs.find(({ end }) => end === null) ?? null
  const late = await lateChanges(actor, article, last)
  const facts = { ...article, wroteIds: writersOf(revision.written) }
  const kept = keptByWriting(actor, 'sign-off.give', facts)
  const may = {
    sign: can(actor, 'sign-off.give', facts),
    hear: hearsCheck(actor, article),
    revoke: can(actor, 'sign-off.revoke', article),
    publish: can(actor, 'article.publish', article),
  }
  const isUnsigned = standing === null || standing.emergency
  const open = items.filter(({ acceptance }) => acceptance === null)
  const isBefore = ['draft', 'in_check', 'with_editor'].includes(article.state)
  const common = { articleId: article.id, seen: actor.seenSeq, revision: revision.number }

  return (
    <div className="page sign-off">
      <ArticleHead article={article} address={address}>
        <h1>Sign-off</h1>
      </ArticleHead>
      <SignOffStatus article={article} revision={revision} standing={holding} open={open} />
      {late && <LateChanges {...late} to={revision.number} address={address} />}
      <AfterForms
        articleId={article.id}
        signOffId={holding?.id}
        me={actor.userId}
        state={article.state}
        may={{ revoke: may.revoke, publish: may.publish }}
      >
        {isCorrectable(article.state) && can(actor, 'article.correct', article) && (
          <Link className="button" href={`${address}/correct`}>
            Correct what is published
          </Link>
        )}
      </AfterForms>
      {isUnsigned && article.state !== 'withdrawn' && !article.archivedAt && (
        <>
          <SentOpenItems
            articleId={article.id}
            me={actor.userId}
            items={JSON.stringify(items)}
            address={address}
            may={{ accept: may.sign, hear: may.hear }}
          />
          {contradictions > 0 && (
            <p className="quiet">
              <Link href={`${address}/contradictions`}>
                {contradictions === 1 ? '1 contradiction' : `${contradictions} contradictions`}
              </Link>{' '}
              {contradictions === 1 ? 'is' : 'are'} open. Nothing of that stands in the way.
            </p>
          )}
          {kept && <p>{kept}</p>}
          {hidden.length > 0 && (
            <p>
              What was found of {LIST.format(hidden.map(claimNumber))} is hidden from you until your
              second check is saved, so another editor signs, or you give it first.
            </p>
          )}
          {may.sign && hidden.length === 0 && (
            <section className="section signing" aria-labelledby="sign">
              <h2 id="sign">Sign</h2>
              {open.length > 0 ? (
                <p className="quiet">
                  {open.length === 1 ? 'One item stands' : `${open.length} items stand`} in the way.
                  Do what is open, or accept it by name; then sign here.
                </p>
              ) : (
                <SignForm {...common} statement={signingStatement(signing)} />
              )}
              {isBefore && open.length > 0 && (
                <EmergencyForm
                  {...common}
                  me={actor.userId}
                  statement={emergencyStatement(signing)}
                />
              )}
            </section>
          )}
        </>
      )}
      <SignOffHistory signOffs={signOffs} address={address} />
    </div>
  )
}

/** What was edited since the text that was signed last; null where that is the newest, or nothing was ever signed. */
async function lateChanges(actor: Actor, article: Article, last: SignOffShown | null) {
  if (!last || last.revision === article.revisionNumber) return null
  const [old, now] = await Promise.all([
    findRevision(actor, article.id, last.revision),
    findRevision(actor, article.id),
  ])
  if (!old || !now) return null
  const counts = countChanges(await changesInTurns(await alignInTurns(old.text, now.text)))
  return { from: last.revision, counts, claims: last.end?.claims ?? [] }
}

const LIST = new Intl.ListFormat('en-GB')
