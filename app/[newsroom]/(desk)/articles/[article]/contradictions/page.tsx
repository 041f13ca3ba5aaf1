import { notFound } from 'next/navigation'
import { ArticleHead } from '@/components/articles/article-head'
import { ContradictionItem } from '@/components/contradictions/contradiction-item'
import { requireActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { findContradictions } from '@/lib/db/contradictions/find-contradictions'
import { listMembers } from '@/lib/db/newsroom/members'
import { pairKey } from '@/lib/domain/contradictions/answers'
import { can } from '@/lib/domain/policy'
import { isOut } from '@/lib/domain/publication/publication'

type Props = PageProps<'/[newsroom]/articles/[article]/contradictions'>

export async function generateMetadata({ params }: Props) {
  const { newsroom, article: slug } = await params
  const article = await findArticle(await requireActor(newsroom), { slug })
  return { title: article ? `Contradictions · ${article.headline}` : 'Contradictions' }
}

/** What an article says differently in two places, or than an article that is out: side by side, for a person to decide. */
export default async function ContradictionsPage({ params }: Props) {
  const { newsroom, article: slug } = await params
  const actor = await requireActor(newsroom)
  const article = (await findArticle(actor, { slug })) ?? notFound()
  const [{ revision, contradictions }, members] = await Promise.all([
    findContradictions(actor, article),
    listMembers(actor),
  ])
  const names = new Map(members.map(({ userId, name }) => [userId, name]))
  const open = contradictions.filter(({ answered }) => answered === null)
  const answered = contradictions.filter(({ answered }) => answered !== null)
  const common = {
    ...{ newsroom, revision, me: actor.userId },
    article: { id: article.id, slug, language: article.language },
    may: {
      answer: can(actor, 'claim.mark', article),
      suggest: can(actor, 'suggestion.make', article) && !isOut(article.state),
      ask: can(actor, 'query.ask', article),
    },
  }

  return (
    <div className="page wide contradictions">
      <ArticleHead article={article} address={`/${newsroom}/articles/${slug}`}>
        <h1>Contradictions</h1>
        <p>
          Places that seem to say one thing differently, in revision {revision} and in articles that
          are out. Say which is right, or that both are.
        </p>
      </ArticleHead>
      <section className="section" aria-labelledby="open" tabIndex={-1}>
        <h2 id="open">
          Open <span className="quiet">{open.length}</span>
        </h2>
        {open.length === 0 && (
          <p className="quiet">
            {answered.length === 0
              ? 'Nothing is said differently in two places, as far as the rules can tell.'
              : 'All of them are answered.'}
          </p>
        )}
        <ul className="bare">
          {open.map((one) => (
            <li key={pairKey(one)}>
              <ContradictionItem {...common} contradiction={one} by={null} />
            </li>
          ))}
        </ul>
      </section>
      {answered.length > 0 && (
        <section className="section" aria-labelledby="answered">
          <h2 id="answered">
            Answered <span className="quiet">{answered.length}</span>
          </h2>
          <ul className="bare">
            {answered.map((one) => (
              <li key={pairKey(one)}>
                <ContradictionItem
                  {...common}
                  contradiction={one}
                  by={names.get(one.answered?.repliedById ?? '') ?? 'Somebody'}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
