import { MOST_COUNTED } from '@/lib/domain/counting'
import type { Actor } from '@/lib/domain/policy'
import { keyOf, type Waiting } from '@/lib/domain/waiting/kinds'
import { byKind, comparePlaces, type Place, placeOf } from '@/lib/domain/waiting/pressing'
import * as whom from '@/lib/domain/waiting/whom'
import { listMembers } from '../newsroom/members'
import { type ArticleStep, listPageNewsFor, listStepsFor } from './article-steps'
import { type ArticleWaited, findWaitingArticles, type WaitingArticles } from './articles'
import { linesOfDoubtfulClaims, linesOfOpenClaims } from './claim-lines'
import { listDoubtfulClaimsFor, listOpenClaimsFor } from './claims'
import type { Scope } from './scope'
import { listChecksFor, listNobodysChecks } from './second-checks'
import {
  listOpenMentionsFor,
  listOpenSuggestionsFor,
  listQueriesAnswered,
  listQueriesAsked,
  type OpenQuery,
  type OpenSuggestion,
} from './talk'

/** What waits for somebody, in the order of what is pressing within each article, with the articles. */
export interface WaitingFound {
  lines: Waiting[]
  articles: WaitingArticles
  /** From this place on, not all of it may have been found; null where it is all. */
  horizon: Place | null
}

/**
 * What waits for this person in the articles that are not put away, or in some of them: what SQL finds, as far as
 * `lib/domain/waiting/whom` says that it is theirs. No more than `most` of each kind at a time.
 */
export async function findWaiting(actor: Actor, part: Partial<Scope> = {}): Promise<WaitingFound> {
  const colleagues = (await listMembers(actor)).filter(({ removedAt }) => removedAt === null)
  const scope: Scope = { most: MOST_COUNTED, now: new Date(), colleagues, ...part }
  const desk = new whom.Desk(actor, colleagues)
  const found = await Promise.all([
    listQueriesAsked(actor, scope),
    listQueriesAnswered(actor, scope),
    listOpenMentionsFor(actor, scope),
    listOpenSuggestionsFor(actor, scope),
    listOpenClaimsFor(actor, scope),
    listDoubtfulClaimsFor(actor, scope),
    listStepsFor(actor, scope),
    listPageNewsFor(actor, scope),
    listChecksFor(actor, 'second', scope),
    listChecksFor(actor, 'differing', scope),
    listNobodysChecks(actor, desk, scope),
  ])
  const [asked, answered, mentions, suggestions, open, doubtful, steps, pages, ...checks] = found
  const articles = await findWaitingArticles(
    actor,
    found.flatMap((some) => some.map(({ articleId }) => articleId)),
  )
  const about = { actor, desk, articles }
  const lines = [
    ...[...asked, ...answered].flatMap((query) => lineOfQuery(about, query)),
    ...mentions.map(({ since, ...one }) => alone('mention', one, ['written'], since)),
    ...suggestions.flatMap((one) => lineOfSuggestion(about, one)),
    ...(await linesOfOpenClaims(actor, desk, articles, open)),
    ...(await linesOfDoubtfulClaims(actor, desk, articles, doubtful)),
    ...[...steps, ...pages].flatMap((step) => lineOfStep(about, step)),
    ...checks.flat().map(({ kind, todo, ...one }) => alone(kind, one, [todo], null)),
  ]
  return {
    lines: together(lines).sort(byKind),
    articles,
    horizon: horizonOf(found, scope, articles),
  }
}

interface About {
  actor: Actor
  desk: whom.Desk
  articles: WaitingArticles
}

/** Those whom something in an article waits for, if the actor sees it and is one of them. */
function isTheirs(
  { actor, articles }: About,
  articleId: string,
  who: (article: ArticleWaited) => string[],
): boolean {
  const article = articles.get(articleId)
  return article !== undefined && who(article).includes(actor.userId)
}

function lineOfQuery(about: About, query: OpenQuery): Waiting[] {
  const { articleId, state, blocking, lastId, since } = query
  const isOpen = state === 'open'
  const who = (article: ArticleWaited) =>
    isOpen
      ? whom.whoAnswers(about.desk, article, query)
      : whom.whoCloses(about.desk, article, {
          ...query,
          answeredIds: query.to === 'writer' ? query.answeredIds : [],
        })
  if (!isTheirs(about, articleId, who)) return []
  const line = alone(isOpen ? 'answer' : 'close', query, [lastId || 'asked'], since)
  return [{ ...line, blocking }]
}

function lineOfSuggestion(about: About, { state, since, ...one }: OpenSuggestion): Waiting[] {
  if (!isTheirs(about, one.articleId, (article) => whom.whoDecides(about.desk, article))) return []
  return [alone(state === 'undecided' ? 'decide' : 'apply', one, [one.id], since)]
}

const WHO_STEPS: Record<
  ArticleStep['kind'],
  (desk: whom.Desk, article: ArticleWaited, step: ArticleStep) => string[]
> = {
  emergency: whom.whoSigns,
  sign: whom.whoSigns,
  fallen: (desk, article, { byClaims }) => whom.whoHearsOfFall(desk, article, byClaims),
  deadline: whom.whoMinds,
  pages: whom.whoMinds,
  uncovered: whom.whoGoesThrough,
  hand: whom.whoGoesThrough,
  notes: whom.whoGoesThrough,
}

function lineOfStep(about: About, step: ArticleStep): Waiting[] {
  const { kind, articleId, part, count, since } = step
  const who = (article: ArticleWaited) => WHO_STEPS[kind](about.desk, article, step)
  if (!isTheirs(about, articleId, who)) return []
  return [{ ...alone(kind, { id: articleId, articleId }, [part], since), count }]
}

function alone(
  kind: Waiting['kind'],
  { id, articleId }: Pick<Waiting, 'id' | 'articleId'>,
  parts: readonly string[],
  since: Date | null,
): Waiting {
  return { kind, articleId, id, parts, count: 1, blocking: false, since }
}

/** What stands in one line as one. */
function together(lines: readonly Waiting[]): Waiting[] {
  const known = new Map<string, Waiting>()
  for (const line of lines) {
    const other = known.get(keyOf(line))
    known.set(keyOf(line), other ? joined(other, line) : line)
  }
  return [...known.values()]
}

function joined(one: Waiting, other: Waiting): Waiting {
  const first = Number.parseInt(other.parts[0] ?? '', 10) < Number.parseInt(one.parts[0] ?? '', 10)
  const since = [one.since, other.since].filter((at) => at !== null).sort((a, b) => +a - +b)[0]
  return {
    ...one,
    id: first ? other.id : one.id,
    parts: [...one.parts, ...other.parts],
    count: one.count + other.count,
    since: since ?? null,
  }
}

/** The first place at which a kind was cut short. */
function horizonOf(
  all: readonly (readonly { articleId: string }[])[],
  { most }: Scope,
  articles: WaitingArticles,
): Place | null {
  const cut = all.flatMap((some) => {
    const last = some.length >= most ? articles.get(some.at(-1)?.articleId ?? '') : undefined
    return last ? [placeOf(last)] : []
  })
  return cut.sort(comparePlaces)[0] ?? null
}
