import { MOST_COUNTED } from '@/lib/domain/counting'
import type { Actor } from '@/lib/domain/policy'
import { isOut } from '@/lib/domain/publication/publication'
import { ARTICLE_STATES, type ArticleState, keysOf } from '@/lib/domain/vocabulary'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { isWanted, ORDER, type Wanted } from './article-places'
import { type ArticleCard, findCards } from './article-summaries'

/** How many articles a column of the board shows. */
export const COLUMN = 20

export interface BoardColumn {
  state: ArticleState
  articles: ArticleCard[]
  /** How many there are, as far as they are counted. */
  count: number
}

/** The articles that are wanted and that the actor sees, by their state: in work by their deadline, those that are out newest first. */
export async function listBoard(actor: Actor, wanted: Wanted): Promise<BoardColumn[]> {
  const isChosen = (state: ArticleState) => !wanted.states?.length || wanted.states.includes(state)
  const states = keysOf(ARTICLE_STATES).filter(isChosen)
  const [inWork, out] = await Promise.all([
    placesIn(
      actor,
      wanted,
      states.filter((state) => !isOut(state)),
    ),
    placesIn(actor, wanted, states.filter(isOut)),
  ])
  const placed = (state: ArticleState) => [...inWork, ...out].filter((one) => one.state === state)
  const idsIn = (state: ArticleState) =>
    placed(state)
      .slice(0, COLUMN)
      .map(({ id }) => id)
  const found = await findCards(actor, states.flatMap(idsIn))
  return states.map((state) => ({
    state,
    articles: idsIn(state).flatMap((id) => found.get(id) ?? []),
    count: placed(state).length,
  }))
}

/** The first of each of these states, all of them in work or all out; a look-up for each, which goes by the order's own index. */
async function placesIn(actor: Actor, wanted: Wanted, states: readonly ArticleState[]) {
  const [first] = states
  if (!first) return []
  const order = ORDER[isOut(first) ? 'newest' : 'deadline']
  const columns = states.map(
    (state) => Prisma.sql`(
      SELECT article.id, article.state, article.deadline, article."createdAt" FROM "Article" article
      WHERE ${isWanted(actor, { ...wanted, states: [state] })}
      ORDER BY ${order} LIMIT ${MOST_COUNTED})`,
  )
  return db().$queryRaw<{ id: string; state: ArticleState }[]>`
    SELECT article.id, article.state FROM (${Prisma.join(columns, ' UNION ALL ')}) AS article
    ORDER BY article.state, ${order}`
}
