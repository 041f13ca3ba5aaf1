'use client'

import { Fragment, type ReactNode, useState } from 'react'
import type { Dossier } from '@/lib/db/workspace/dossiers'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { applying } from '../../../discussion/apply-label'
import { CommentForm, CommentItem } from '../../../discussion/comments'
import { QueryThread } from '../../../discussion/query-thread'
import { SuggestionItem } from '../../../discussion/suggestion-item'
import { DraftMark } from '../../../forms/draft-badge'
import { draftOf } from '../../../forms/draft-key'
import { Link } from '../../../ui/links/link'
import { AskForm } from './ask-form'
import { SuggestForm } from './suggest-form'

type Doing = 'ask' | 'suggest' | 'comment'

/** What is asked, suggested and noted on a claim, and the ways to do so; quiet where there is nothing. */
export function ClaimTalk({
  desk,
  claim,
  dossier,
  wording,
  onWording,
}: {
  desk: Desk
  claim: ClaimShown
  dossier: Dossier
  /** Other words that a verdict proposes and somebody wants to make a suggestion. */
  wording: string | null
  onWording: (wording: string | null) => void
}) {
  const [chosen, setChosen] = useState<Doing | null>(null)
  const doing = wording === null ? chosen : 'suggest'
  const { newsroom, me, article, may } = desk
  const cut = claim.status === 'cut'
  const close = () => {
    setChosen(null)
    onWording(null)
  }
  const offers: [Doing, label: string, key: string, when: boolean][] = [
    ['ask', 'Ask', 'q', may.ask],
    ['suggest', 'Suggest words', 'r', may.suggest],
    ['comment', 'Comment', 'm', may.comment],
  ]
  const offered = offers.filter(([, , , when]) => when && !cut)

  return (
    <>
      <Part title="Queries" items={dossier.queries}>
        {(query) => <QueryThread key={query.id} me={me} query={query} />}
      </Part>
      <Part title="Suggestions" items={dossier.suggestions}>
        {(suggestion) => (
          <SuggestionItem
            key={suggestion.id}
            {...{ newsroom, me, suggestion }}
            language={article.language}
            appliesTo={
              may.apply ? { articleId: article.id, base: desk.revision.number } : undefined
            }
          />
        )}
      </Part>
      {may.apply && dossier.suggestions.some(({ state }) => state === 'accepted') && (
        <p className="small">
          <Link
            className="button primary small"
            href={`/${newsroom}/articles/${article.slug}/apply`}
          >
            {applying(desk.talk.accepted)}
          </Link>
        </p>
      )}
      <Part title="Comments" items={dossier.comments}>
        {(comment) => <CommentItem key={comment.id} newsroom={newsroom} comment={comment} />}
      </Part>
      {offered.length > 0 && (
        <section className="talk-ways" aria-label="Ask, suggest, comment">
          <div className="actions">
            {offered.map(([kind, label, key]) => (
              <Fragment key={kind}>
                <button
                  type="button"
                  className="button small plain"
                  data-key={kind}
                  aria-keyshortcuts={key}
                  aria-expanded={doing === kind}
                  onClick={() => {
                    onWording(null)
                    setChosen(doing === kind ? null : kind)
                  }}
                >
                  {label}
                </button>
                {doing !== kind && <DraftMark name={draftOf(desk, kind, claim.id)} />}
              </Fragment>
            ))}
          </div>
          {doing === 'ask' && <AskForm desk={desk} claim={claim} onClose={close} />}
          {doing === 'suggest' && (
            <SuggestForm
              key={wording}
              desk={desk}
              claim={claim}
              wording={wording ?? undefined}
              onClose={close}
            />
          )}
          {doing === 'comment' && (
            <CommentForm
              draft={draftOf(desk, 'comment', claim.id)}
              claimId={claim.id}
              names={desk.mentionable}
              onClose={close}
            />
          )}
        </section>
      )}
    </>
  )
}

function Part<Item>({
  title,
  items,
  children,
}: {
  title: string
  items: readonly Item[]
  children: (item: Item) => ReactNode
}) {
  if (items.length === 0) return null
  return (
    <section aria-label={title}>
      <h3>
        {title} <span className="quiet">{items.length}</span>
      </h3>
      {items.map(children)}
    </section>
  )
}
