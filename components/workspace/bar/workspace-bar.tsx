import type { ReactNode } from 'react'
import { moveArticle, restoreArticle } from '@/lib/actions'
import type { Desk } from '@/lib/db/workspace/find-desk'
import { countByStatus } from '@/lib/domain/claims/status'
import { percentCovered } from '@/lib/domain/coverage/coverage'
import { ARTICLE_STATES, type ArticleState } from '@/lib/domain/vocabulary'
import { applying } from '../../discussion/apply-label'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton } from '../../forms/fields'
import { Link } from '../../ui/links/link'
import { LinkAhead } from '../../ui/links/link-ahead'
import { Menu } from '../../ui/menu'
import { ProgressBar } from '../../ui/progress-bar'
import { Timestamp } from '../../ui/timestamp'
import type { View } from '../desk/use-url-state'
import { MoreMenu } from './more-menu'
import { PeopleInBar } from './presence'
import { RevisionMenu } from './revision-menu'
import { Views } from './views'

/** The way back, where the article stands, what is shown of it, and the ways on: to another text, other pages, the signature. */
export function WorkspaceBar({
  desk,
  person,
  listing,
  closed,
  onList,
  view,
  onView,
  onOpen,
}: {
  desk: Desk
  person: ReactNode
  listing: boolean
  closed: boolean
  onList: () => void
  view: View | null
  onView: (view: View) => void
  onOpen: (claim: number) => void
}) {
  const { newsroom, article, claims, unplaced, coverage, may } = desk
  const here = `/${newsroom}/articles/${article.slug}`
  return (
    <header className="bar workspace-bar">
      <Link className="wordmark" href={`/${newsroom}`} aria-label="Stet, what waits for you">
        stet
      </Link>
      <div className="where">
        <nav aria-label="Where you are" className="trail">
          <LinkAhead href={`/${newsroom}/articles`}>Articles</LinkAhead>
          <span aria-hidden="true">/</span>
          <span className="here" dir="auto" title={article.headline}>
            {article.headline}
          </span>
        </nav>
        <StateMenu desk={desk} />
        <RevisionMenu desk={desk} />
        {article.deadline && (
          <span className="quiet deadline">
            due <Timestamp at={article.deadline} />
          </span>
        )}
      </div>
      <div className="end at-end">
        <PeopleInBar onOpen={onOpen} />
        <ProgressBar
          counts={countByStatus([...claims, ...unplaced])}
          coverage={percentCovered(coverage)}
        />
        <OpenTalk talk={desk.talk} address={`${here}/queries`} />
        <Views {...{ view, onView, closed, onList }} mayPropose={may.mark} />
        <button
          type="button"
          className="button small to-claims"
          aria-expanded={listing}
          onClick={onList}
        >
          Claims
        </button>
        {may.apply && desk.talk.accepted > 0 && (
          <Link className="button small loud to-change" href={`${here}/apply`}>
            <span aria-hidden="true">Apply {desk.talk.accepted}</span>
            <span className="visually-hidden">{applying(desk.talk.accepted)}</span>
          </Link>
        )}
        {may.revise && (
          <Link className="button small to-change" href={`${here}/revise`}>
            New revision
          </Link>
        )}
        <LinkAhead className="button small to-report" href={`${here}/report`}>
          Report
        </LinkAhead>
        <MoreMenu desk={desk} />
        <SignOffLink signOff={desk.signOff} address={`${here}/sign-off`} />
        <span className="person">{person}</span>
      </div>
    </header>
  )
}

/** The way to the sign-off, which says how the newest signature stands. */
function SignOffLink({ signOff, address }: { signOff: Desk['signOff']; address: string }) {
  const fell = signOff?.ended === 'superseded' || signOff?.ended === 'fallen'
  const holds = signOff !== null && signOff.ended === null
  const standing = holds ? (signOff.emergency ? 'emergency' : 'holds') : fell ? 'fell' : undefined
  const words = {
    holds: `Signed off r${signOff?.revision}`,
    emergency: 'Emergency',
    fell: `Sign-off of r${signOff?.revision} fell`,
  }
  return (
    <LinkAhead className="button small sign-off-link" data-standing={standing} href={address}>
      {standing ? words[standing] : 'Sign-off'}
    </LinkAhead>
  )
}

/** How much is open between people, and the way there; nothing where nothing is. */
function OpenTalk({ talk, address }: { talk: Desk['talk']; address: string }) {
  const { queries, blocking, answered, undecided } = talk
  const toRead = answered.filter(({ isMine }) => isMine).length
  const others = answered.length - toRead
  const words = [
    queries > 0 && (queries === 1 ? '1 query' : `${queries} queries`),
    blocking > 0 && `${blocking} blocking`,
    toRead > 0 && `${toRead} answered — read ${toRead === 1 ? 'it' : 'them'}`,
    others > 0 && (toRead > 0 ? `${others} more answered` : `${others} answered`),
  ].filter(Boolean)
  const suggested = undecided === 1 ? '1 suggestion' : `${undecided} suggestions`
  if (words.length === 0 && undecided === 0) return null
  return (
    <Link
      className="open-talk small"
      href={address}
      data-pressing={blocking + toRead > 0 || undefined}
    >
      {words.join(' · ')}
      {undecided > 0 && (
        <span className={words.length > 0 ? 'suggested' : undefined}>
          {words.length > 0 && ' · '}
          {suggested}
        </span>
      )}
    </Link>
  )
}

const MOVES: Partial<Record<ArticleState, [to: ArticleState, label: string][]>> = {
  draft: [['in_check', 'Start the check']],
  in_check: [
    ['with_editor', 'Hand to the editor'],
    ['draft', 'Back to draft'],
  ],
  with_editor: [['in_check', 'Back to the check']],
}

/** What the way to the sign-off is called, by what can be done there. */
const SIGNING: Partial<Record<ArticleState, string>> = {
  draft: 'Sign off…',
  in_check: 'Sign off…',
  with_editor: 'Sign off…',
  signed_off: 'Publish, or revoke the sign-off…',
  published: 'Correct or withdraw…',
  corrected: 'Correct or withdraw…',
  withdrawn: 'Reinstate…',
}

function StateMenu({ desk: { newsroom, article, may } }: { desk: Desk }) {
  const moves = MOVES[article.state] ?? []
  const word = (
    <span className="state">{article.isArchived ? 'Archived' : ARTICLE_STATES[article.state]}</span>
  )
  if (article.isArchived) {
    return may.details ? <ArchivedMenu articleId={article.id} word={word} /> : word
  }
  if (!may.move || (moves.length === 0 && !may.sign)) return word
  return (
    <Menu label={word} hasCaret>
      {moves.map(([to, label]) => (
        <ActionForm
          key={to}
          action={moveArticle}
          values={{ articleId: article.id, from: article.state, to }}
          saved={`Moved to ${ARTICLE_STATES[to]}`}
          className="menu-form"
        >
          <SubmitButton className="button plain">{label}</SubmitButton>
        </ActionForm>
      ))}
      {may.sign && (
        <Link className="button plain" href={`/${newsroom}/articles/${article.slug}/sign-off`}>
          {SIGNING[article.state]}
        </Link>
      )}
    </Menu>
  )
}

function ArchivedMenu({ articleId, word }: { articleId: string; word: ReactNode }) {
  return (
    <Menu label={word} hasCaret>
      <ActionForm
        action={restoreArticle}
        values={{ articleId }}
        saved="Restored"
        className="menu-form"
      >
        <SubmitButton className="button plain">Restore the article</SubmitButton>
      </ActionForm>
    </Menu>
  )
}
