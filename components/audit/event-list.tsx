import type { ArticleNames } from '@/lib/db/articles/articles'
import type { LoggedEvent } from '@/lib/db/audit/log-events'
import { sentenceOf } from '@/lib/domain/audit/sentences'
import { Link } from '../ui/links/link'
import { Timestamp } from '../ui/timestamp'
import { DayList } from './day-list'
import { Sentence } from './event-sentence'

/** Lines of the log as sentences, in the order they come, under their days. */
export function EventList({
  newsroom,
  events,
  names,
  articles,
  path,
  entry,
  named = false,
}: {
  newsroom: string
  events: LoggedEvent[]
  /** Who is or was in the newsroom, by user id. */
  names: Map<string, string>
  articles: ArticleNames
  /** The address of the page, where each line has a link of its own. */
  path: string
  /** The line that a link led to. */
  entry: number | undefined
  /** Each line names the article it is about. */
  named?: boolean
}) {
  const nameOf = (userId: string) => names.get(userId) ?? 'somebody'
  const lines = events.map(({ seq, at, actorId, hash, event }) => {
    const article = 'articleId' in event ? articles.get(event.articleId) : undefined
    const address = article && `/${newsroom}/articles/${article.slug}`
    const claim = 'number' in event ? event.number : undefined
    return {
      seq,
      at: at.toISOString(),
      line: (
        <>
          <span className="when quiet">
            <Timestamp at={at.toISOString()} clock />
          </span>
          <div className="what">
            <b>{nameOf(actorId)}</b>{' '}
            <Sentence words={sentenceOf(event, nameOf)} address={address} claim={claim} />
            {named && article && address && (
              <span className="small quiet">
                {' '}
                in{' '}
                <Link href={address} title={article.headline}>
                  <bdi>{shortened(article.headline)}</bdi>
                </Link>
              </span>
            )}
          </div>
          <Link
            className="seal mono quiet"
            href={`${path}?entry=${seq}`}
            title={`Entry ${seq}, sealed with ${hash}`}
          >
            <span className="visually-hidden">entry </span>
            {seq} <span className="visually-hidden">, hash </span>
            <span className="hash">{hash.slice(0, 8)}</span>
          </Link>
        </>
      ),
    }
  })

  return <DayList lines={lines} target={entry} />
}

/** How many characters of a headline are enough to know it by. */
const ENOUGH = 48

function shortened(headline: string): string {
  const characters = [...headline]
  return characters.length > ENOUGH
    ? `${characters.slice(0, ENOUGH).join('').trimEnd()}…`
    : headline
}
