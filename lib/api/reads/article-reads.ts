import { listArticles } from '@/lib/db/articles/article-list'
import type { Article } from '@/lib/db/articles/articles'
import { findArticle } from '@/lib/db/articles/articles'
import { listUnplacedClaims } from '@/lib/db/claims/anchors'
import { listClaims } from '@/lib/db/claims/claims'
import { listQueries } from '@/lib/db/discussion/queries'
import { listSuggestions } from '@/lib/db/discussion/suggestions'
import { findKnownReport } from '@/lib/db/report/find-report'
import { findRevision, listRevisions } from '@/lib/db/revisions/revisions'
import { findDossier, listDossiers } from '@/lib/db/workspace/dossiers'
import { asShown } from '@/lib/db/workspace/find-desk'
import type { DeskEvent } from '@/lib/domain/audit/events'
import type { Actor } from '@/lib/domain/policy'
import { unstorable } from '@/lib/domain/text/blocks'
import { reportJson } from '@/lib/reports/json'
import { logPage } from './log-lines'
import { pageOf, type ReadOperation, type Wanted } from './read'

export const ARTICLE_READS: readonly ReadOperation[] = [
  {
    ...{ name: 'listArticles', path: '/articles', room: 'articles', kind: 'page' },
    summary: 'Articles that you see, by what waits first, with how their claims stand',
    takesWords: true,
    async find(actor, { words, after, take }) {
      const { articles, next } = await listArticles(actor, { words, after, take })
      return { items: articles, next }
    },
  },
  {
    ...{ name: 'findArticle', path: '/articles/{article}', room: 'articles', kind: 'one' },
    summary: 'One article: its details, its people and its newest text',
    find: onArticle(async (actor, article) => {
      const revision = await findRevision(actor, article.id)
      return { value: { ...article, revision: revision && textOf(revision) }, ...article }
    }),
  },
  {
    ...{ name: 'listRevisions', room: 'revisions', kind: 'page' },
    path: '/articles/{article}/revisions',
    summary: 'The texts that an article had, newest first, without their words',
    find: onArticle(async (actor, { id }, wanted) => {
      const revisions = await listRevisions(actor, id)
      return pageOf(
        revisions.map((one) => ({ ...one, id: String(one.number) })),
        wanted,
      )
    }),
  },
  {
    ...{ name: 'findRevision', room: 'revisions', kind: 'one' },
    path: '/articles/{article}/revisions/{number}',
    summary: 'One text of an article, by its number',
    find: onArticle(async (actor, { id }, { params }) => {
      const number = numberIn(params)
      const revision = number ? await findRevision(actor, id, number) : null
      return revision && { value: textOf(revision) }
    }),
  },
  {
    ...{ name: 'listClaims', path: '/articles/{article}/claims', room: 'claims', kind: 'page' },
    summary: 'The claims of an article, by number, and where they stand in its newest text',
    find: onArticle(async (actor, article, wanted) =>
      pageOf(await claimsOf(actor, article), wanted),
    ),
  },
  {
    ...{ name: 'findClaim', room: 'claims', kind: 'one' },
    path: '/articles/{article}/claims/{number}',
    summary: 'One claim with all that is on file about it',
    find: onArticle(async (actor, article, { params }) => {
      const number = numberIn(params)
      if (!number) return null
      const [all, dossier] = await Promise.all([
        claimsOf(actor, article),
        findDossier(actor, article.id, number),
      ])
      const claim = all.find((one) => one.number === number)
      return dossier && claim ? { value: { ...claim, ...dossier }, version: claim.version } : null
    }),
  },
  {
    ...{ name: 'listEvidence', room: 'sources', kind: 'page' },
    path: '/articles/{article}/evidence',
    summary: 'What the sources say of the claims of an article, by claim',
    find: onArticle(async (actor, { id }, { after }) => {
      const { dossiers, next } = await listDossiers(actor, {
        ...{ articleId: id, after: Number(after) || 0 },
      })
      const items = dossiers.flatMap(({ id: claimId, number, evidence }) =>
        evidence.map((one) => ({ ...one, claimId, claim: number })),
      )
      return { items, next: next === null ? null : String(next) }
    }),
  },
  {
    ...{ name: 'listQueries', room: 'discussion', kind: 'page' },
    path: '/articles/{article}/queries',
    summary: 'What was asked about an article, oldest first, as far as you hear it',
    find: onArticle(async (actor, { id }, wanted) =>
      pageOf(await listQueries(actor, { articleId: id }), wanted),
    ),
  },
  {
    ...{ name: 'listSuggestions', room: 'discussion', kind: 'page' },
    path: '/articles/{article}/suggestions',
    summary: 'Changes that were suggested for an article, oldest first, with what was decided',
    find: onArticle(async (actor, { id }, wanted) =>
      pageOf(await listSuggestions(actor, id), wanted),
    ),
  },
  {
    ...{ name: 'listDecisions', room: 'sign-off', kind: 'page' },
    path: '/articles/{article}/decisions',
    summary:
      'Who decided what in an article, newest first: suggestions, open items, signatures, publication',
    find: onArticle(async (actor, { id }, { after, take }) =>
      logPage(actor, { articleId: id, types: DECISIONS }, { after, take }),
    ),
  },
  {
    ...{ name: 'listArticleLog', path: '/articles/{article}/log', room: 'log', kind: 'page' },
    summary: 'What happened in an article, newest first',
    find: onArticle((actor, { id }, { after, take }) =>
      logPage(actor, { articleId: id }, { after, take }),
    ),
  },
  {
    ...{ name: 'findReport', path: '/articles/{article}/report', room: 'report', kind: 'one' },
    summary: 'The fact-check report of the newest text, as the exported JSON has it',
    find: onArticle(async (actor, { slug }) => {
      const report = await findKnownReport(actor, slug)
      return report && { value: JSON.parse(reportJson(report, process.env.NEXTAUTH_URL)) }
    }),
  },
]

const DECISIONS = [
  ...['suggestion.accepted', 'suggestion.stet', 'suggestion.withdrawn', 'suggestion.dissented'],
  ...['open-item.accepted', 'open-item.acceptance-withdrawn', 'article.signed-off'],
  ...[
    'article.published-in-emergency',
    'sign-off.revoked',
    'sign-off.superseded',
    'sign-off.fallen',
  ],
  ...['sign-off.completed', 'article.published', 'article.publishing-taken-back'],
  ...['article.withdrawn', 'article.reinstated', 'article.corrected'],
] as readonly DeskEvent['type'][]

/** A read of an article that the actor sees. */
function onArticle<Answer>(
  find: (actor: Actor, article: Article, wanted: Wanted) => Promise<Answer | null>,
) {
  return async (actor: Actor, wanted: Wanted): Promise<Answer | null> => {
    const { article: named = '' } = wanted.params
    if (unstorable(named)) return null
    const article = await findArticle(actor, UUID.test(named) ? { id: named } : { slug: named })
    return article && find(actor, article, wanted)
  }
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

function numberIn({ number = '' }: Wanted['params']): number | null {
  return /^[1-9]\d{0,8}$/.test(number) ? Number(number) : null
}

/** A text with who brought it; who wrote which of its words is for the rules, and not told. */
function textOf({
  written: _,
  ...revision
}: NonNullable<Awaited<ReturnType<typeof findRevision>>>) {
  return revision
}

/** All claims of an article, those without a place in its newest text too. */
async function claimsOf(actor: Actor, { id }: Article) {
  const revision = await findRevision(actor, id)
  if (!revision) return []
  const [placed, unplaced] = await Promise.all([
    listClaims(actor, id, revision.id),
    listUnplacedClaims(actor, id, revision.id),
  ])
  return [...placed.map(asShown), ...unplaced].sort((a, b) => a.number - b.number)
}
