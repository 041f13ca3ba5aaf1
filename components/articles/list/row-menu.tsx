'use client'

import { useParams } from 'next/navigation'
import { useContext, useEffect, useRef, useState } from 'react'
import { archiveArticle, moveArticle, restoreArticle } from '@/lib/actions'
import { ARTICLE_STATES, type ArticleState } from '@/lib/domain/vocabulary'
import type { FormAction } from '@/lib/forms/form-action'
import { PageContext } from '../../forms/page-context'
import { reasonOf, submit, type Values } from '../../forms/submit'
import { Link } from '../../ui/links/link'
import { Menu } from '../../ui/menu'
import { toast } from '../../ui/toast'
import { CopyDialog, WithdrawDialog } from './row-dialogs'

/** What the menu has to know of an article, and what this person may do to it. */
export interface MenuArticle {
  id: string
  slug: string
  headline: string
  state: ArticleState
  isArchived: boolean
  revisionNumber: number
  may: { edit: boolean; move: boolean; publish: boolean }
}

const MOVABLE = ['draft', 'in_check', 'with_editor'] as const satisfies readonly ArticleState[]

/** What can be done to an article from where it is listed; each is the command that its own pages give, with their rules. */
export function RowMenu({ me, article }: { me: string; article: MenuArticle }) {
  const { newsroom = '' } = useParams<{ newsroom?: string }>()
  const page = useContext(PageContext)
  const [asking, setAsking] = useState<'copy' | 'withdraw' | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const goOn = useGoOn(article.id, place)
  const { id: articleId, slug, headline, state, isArchived, may } = article
  const here = `/${newsroom}/articles/${slug}`
  const isInWork = MOVABLE.some((one) => one === state)

  async function act(action: FormAction, values: Values, said: string, undo?: () => void) {
    goOn.begin()
    const sent = { newsroom, articleId, ...values }
    const answer = await submit(action, sent, page, () => toast(said, undo))
    if (!answer.done) toast(reasonOf(answer))
  }
  const restore = () => act(restoreArticle, {}, 'Restored')
  const archive = () => act(archiveArticle, {}, 'Archived', restore)
  const move = (from: ArticleState, to: ArticleState): Promise<void> =>
    act(moveArticle, { from, to }, `Moved to ${ARTICLE_STATES[to]}`, () => move(to, from))

  return (
    <div ref={place} className="row-menu">
      <Menu isLazy label={<MoreLabel headline={headline} />}>
        <ul className="bare">
          {may.move &&
            isInWork &&
            !isArchived &&
            MOVABLE.filter((to) => to !== state).map((to) => (
              <Item key={to} onChoose={() => move(state, to)}>
                Move to {ARTICLE_STATES[to]}
              </Item>
            ))}
          {may.edit && <Item onChoose={() => setAsking('copy')}>Copy…</Item>}
          {may.edit && isArchived && <Item onChoose={restore}>Restore</Item>}
          {may.edit && isInWork && !isArchived && <Item onChoose={archive}>Archive</Item>}
          {may.publish && (state === 'published' || state === 'corrected') && (
            <Item onChoose={() => setAsking('withdraw')}>Withdraw…</Item>
          )}
          <li>
            <Link href={`${here}/sign-off`}>Sign-off</Link>
          </li>
          {may.edit && (
            <li>
              <Link href={`${here}/details`}>Details and people</Link>
            </li>
          )}
        </ul>
      </Menu>
      {asking === 'copy' && (
        <CopyDialog {...{ me, newsroom, article }} onClose={() => setAsking(null)} />
      )}
      {asking === 'withdraw' && (
        <WithdrawDialog {...{ me, article }} onSend={goOn.begin} onClose={() => setAsking(null)} />
      )}
    </div>
  )
}

function MoreLabel({ headline }: { headline: string }) {
  return (
    <span className="button small plain">
      <svg className="dots" viewBox="0 0 16 4" aria-hidden="true">
        <circle cx="2" cy="2" r="1.6" />
        <circle cx="8" cy="2" r="1.6" />
        <circle cx="14" cy="2" r="1.6" />
      </svg>
      <span className="visually-hidden">More about {headline}</span>
    </span>
  )
}

function Item({ onChoose, children }: { onChoose: () => void; children: React.ReactNode }) {
  return (
    <li>
      <button
        type="button"
        onClick={({ currentTarget }) => {
          const menu = currentTarget.closest('details')
          if (menu) menu.open = false
          menu?.querySelector('summary')?.focus()
          onChoose()
        }}
      >
        {children}
      </button>
    </li>
  )
}

/** Where the keyboard goes on when an article has left its place: at its new one, or at the one that stood beside it. */
function useGoOn(articleId: string, place: React.RefObject<HTMLDivElement | null>) {
  const beside = useRef<string[] | null>(null)
  useEffect(() => {
    return () => {
      const ids = beside.current
      // Its new place is drawn in the same moment, and the focus is nowhere by then.
      if (ids) requestAnimationFrame(() => focusFirst([articleId, ...ids]))
    }
  }, [articleId])
  return {
    begin() {
      const rows = [...document.querySelectorAll<HTMLElement>('[data-article-row]')]
      const at = rows.findIndex((row) => row.contains(place.current))
      beside.current = [rows[at + 1], rows[at - 1]].flatMap((row) => row?.dataset.articleRow ?? [])
    },
  }
}

function focusFirst(ids: readonly string[]): void {
  if (document.activeElement !== document.body) return
  const rows = ids.map((id) => document.querySelector(`[data-article-row="${CSS.escape(id)}"]`))
  rows.find(Boolean)?.querySelector<HTMLElement>('a[data-article]')?.focus()
}
