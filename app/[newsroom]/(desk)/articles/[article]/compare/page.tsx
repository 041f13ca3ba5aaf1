import { notFound } from 'next/navigation'
import { ArticleHead } from '@/components/articles/article-head'
import { ChangeSteps } from '@/components/revisions/compare/change-steps'
import { CompareBar } from '@/components/revisions/compare/compare-bar'
import { ComparedText } from '@/components/revisions/compare/compared-text'
import { seenAs } from '@/components/revisions/since-actions'
import { requireActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { listClaims } from '@/lib/db/claims/claims'
import { findLastChecked } from '@/lib/db/claims/verdicts'
import { findRevision, listRevisions } from '@/lib/db/revisions/revisions'
import { alignInTurns } from '@/lib/domain/text/diff/align'
import { changesInTurns, countChanges } from '@/lib/domain/text/diff/changes'
import { type ChangeFilter, onlyChanges } from '@/lib/domain/text/diff/changes-by-block'

type Props = PageProps<'/[newsroom]/articles/[article]/compare'>

export async function generateMetadata({ params }: Props) {
  const { newsroom, article: slug } = await params
  const article = await findArticle(await requireActor(newsroom), { slug })
  return { title: article ? `What changed · ${article.headline}` : 'What changed' }
}

export default async function ComparePage({ params, searchParams }: Props) {
  const { newsroom, article: slug } = await params
  const actor = await requireActor(newsroom)
  const article = await findArticle(actor, { slug })
  if (!article) notFound()
  const asked = await searchParams
  const newest = article.revisionNumber
  const [from, to] = [numberIn(asked.from) ?? Math.max(1, newest - 1), numberIn(asked.to) ?? newest]
  const [old, now, revisions, checked] = await Promise.all([
    findRevision(actor, article.id, from),
    findRevision(actor, article.id, to),
    listRevisions(actor, article.id),
    findLastChecked(actor, article.id),
  ])
  if (!old || !now) notFound()
  const claims = await listClaims(actor, article.id, now.id)
  const filter = filterIn(asked.show)
  const all = await changesInTurns(await alignInTurns(old.text, now.text))
  const path = `/${newsroom}/articles/${slug}`

  return (
    <div className="page wide compare-page">
      <ArticleHead article={article} address={path}>
        <h1>
          What changed from revision {from} to {to}
        </h1>
      </ArticleHead>
      <CompareBar
        seenAs={seenAs(actor.userId, article.id)}
        {...{ from, to, filter, checked, newest }}
        beside={asked.side === '1'}
        numbers={revisions.map(({ number }) => number)}
        counts={countChanges(all)}
      />
      <ComparedText
        old={old}
        now={now}
        changes={onlyChanges(all, filter)}
        claims={claims
          .filter(({ status }) => status !== 'cut')
          .map(({ number, start, end }) => ({ number, start, end }))}
        language={article.language}
        path={path}
        beside={asked.side === '1'}
      />
      <ChangeSteps shown={[from, to, filter, asked.side].join(' ')} />
    </div>
  )
}

function numberIn(value: string | string[] | undefined): number | null {
  return typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : null
}

function filterIn(value: string | string[] | undefined): ChangeFilter {
  return value === 'factual' || value === 'typographic' ? value : 'all'
}
