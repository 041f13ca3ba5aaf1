import type { ReactNode } from 'react'
import { counted } from '@/lib/domain/counting'
import { type Actor, can } from '@/lib/domain/policy'
import { PageOf } from '../forms/page-context'
import { LiveRefresh } from '../live/live-refresh'
import { Link } from '../ui/links/link'
import { Toasts } from '../ui/toast'
import { FurtherPages } from './further-pages'
import { NavLink } from './nav-link'
import { type Page, PagePalette } from './page-palette'
import { PersonMenu } from './person-menu'

/** The frame around every page of a newsroom but the workspace. */
export function Shell({
  actor,
  waiting,
  children,
}: {
  actor: Actor
  /** How many things wait for this person, read or not, as far as they are counted. */
  waiting: number
  children: ReactNode
}) {
  const home = `/${actor.newsroomSlug}`
  const further = furtherPages(actor)
  return (
    <PageOf userId={actor.userId}>
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      <header className="bar">
        <Link className="wordmark" href={home} aria-label={`Stet, ${actor.newsroomName}`}>
          stet
        </Link>
        <nav aria-label="Newsroom">
          <ul className="bare">
            <li>
              <NavLink href={home} exact>
                Waiting{' '}
                {waiting > 0 && (
                  <span>
                    {counted(waiting)}
                    <span className="visually-hidden"> for you</span>
                  </span>
                )}
              </NavLink>
            </li>
            <li>
              <NavLink href={`${home}/articles`} exact>
                Articles
              </NavLink>
            </li>
            <li>
              <NavLink href={`${home}/sources`}>Sources</NavLink>
            </li>
            {further.map(([label, address]) => (
              <li key={address} className="on-a-desk">
                <NavLink href={address}>{label}</NavLink>
              </li>
            ))}
            <li className="on-a-phone">
              <FurtherPages pages={further} />
            </li>
          </ul>
        </nav>
        <div className="end">
          <PagePalette home={home} pages={pagesFor(actor)} />
          <PersonMenu actor={actor} />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Toasts />
      <LiveRefresh newsroom={actor.newsroomSlug} since={actor.seenSeq} />
    </PageOf>
  )
}

/** What stands last in the bar, and on a phone in a menu of it. */
function furtherPages(actor: Actor): Page[] {
  const home = `/${actor.newsroomSlug}`
  return [
    ['Search', `${home}/search`],
    ['Figures', `${home}/figures`],
    ...(can(actor, 'newsroom.manage', {}) ? [['People', `${home}/people`] as const] : []),
    ...(can(actor, 'newsroom.read-log', {}) ? [['Log', `${home}/log`] as const] : []),
  ]
}

/** The pages of the newsroom that this person may open, as the palette names them. */
function pagesFor(actor: Actor): Page[] {
  const home = `/${actor.newsroomSlug}`
  return [
    ['Waiting for you', home],
    ['All articles', `${home}/articles`],
    ...(can(actor, 'article.bring', {})
      ? [['Bring in an article', `${home}/articles/new`] as const]
      : []),
    ['Sources', `${home}/sources`],
    ['Ledger of facts', `${home}/ledger`],
    ['Checked by others', `${home}/published-checks`],
    ['Search everything', `${home}/search`],
    ['Figures', `${home}/figures`],
    ...(can(actor, 'newsroom.manage', {})
      ? [
          ['People', `${home}/people`] as const,
          ['Settings', `${home}/settings`] as const,
          ['Jobs', `${home}/jobs`] as const,
        ]
      : []),
    ...(can(actor, 'newsroom.read-log', {}) ? [['Log', `${home}/log`] as const] : []),
    ['Your account', `${home}/account`],
  ]
}
