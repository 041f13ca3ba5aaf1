'use client'

import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { holdFrame } from '@/lib/actions'
import { claimNumber } from '@/lib/domain/vocabulary'
import { QueryPlace } from '../discussion/query-excerpt'
import { QueryThread } from '../discussion/query-thread'
import { ActionForm } from '../forms/action-form'
import { hasDraft } from '../forms/draft'
import { SubmitButton } from '../forms/fields'
import { Link } from '../ui/links/link'
import { Timestamp } from '../ui/timestamp'
import { WordDiff } from '../ui/word-diff'
import type { Deal, SentLine } from './sent-line'
import { DEALS, OPENS } from './use-deal'

interface Props {
  newsroom: string
  me: string
  language: string
  line: SentLine
  isRead: boolean
  onFocus: () => void
  onRead: () => void
  onDeal: () => void
}

/** One thing that waits: what, about which words, since when and from whom, and the way to deal with it here, if there is one. */
export function WaitingLineItem({
  newsroom,
  me,
  language,
  line,
  isRead,
  onFocus,
  onRead,
  onDeal,
}: Props) {
  const { kind, what, blocking, address, claim, words, instead, isQuoted, note, since, deal } = line
  const [open, setOpen] = useState(false)
  const item = useRef<HTMLLIElement>(null)
  const opens = deal && OPENS.includes(deal.way)
  const draft = deal && (deal.way === 'answer' || deal.way === 'close') && draftOf(me, deal)

  function show() {
    flushSync(() => setOpen(true))
    item.current?.querySelector<HTMLElement>('.waiting-open :is(textarea, button)')?.focus()
  }
  function close() {
    setOpen(false)
    item.current?.querySelector<HTMLElement>('.waiting-what')?.focus()
  }

  // What was being written stays in sight over a reload.
  useEffect(() => {
    if (draft && hasDraft(draft)) setOpen(true)
  }, [draft])

  return (
    <li ref={item} className="waiting-line" data-unread={!isRead || undefined} data-kind={kind}>
      <div className="waiting-row">
        <Link className="waiting-what" href={address} onFocus={onFocus} onClick={onRead}>
          {!isRead && <span className="visually-hidden">Unread: </span>}
          <span className="waiting-do">{what}</span>
          {claim !== null && <span className="chip">{claimNumber(claim)}</span>}
          {blocking && <span className="blocking">Blocking</span>}
          <span
            className={isQuoted ? 'waiting-words quoted-words' : 'waiting-words'}
            lang={isQuoted ? language : undefined}
            dir="auto"
          >
            {instead === null ? words : <WordDiff old={words} now={instead} />}
          </span>
        </Link>
        <span className="waiting-note quiet small">
          {note && <bdi>{note}</bdi>}
          {note && since && ' · '}
          {since && <Timestamp at={since} />}
        </span>
        {deal && (
          <button
            type="button"
            className="button small"
            aria-expanded={opens ? open : undefined}
            onClick={() => {
              onRead()
              if (!opens) onDeal()
              else if (open) close()
              else show()
            }}
          >
            {DEALS[deal.way]}
            <span className="visually-hidden">
              {' '}
              {claim === null ? '' : claimNumber(claim)} “{words.slice(0, 60)}”
            </span>
          </button>
        )}
      </div>
      {open && deal && (
        <div className="waiting-open">
          <Opened {...{ newsroom, me, language, claim, deal }} onClose={close} />
        </div>
      )}
    </li>
  )
}

const draftOf = (me: string, { way, query }: Extract<Deal, { query: unknown }>) =>
  `${me}:${way}:${query.id}`

/** What is read, or filled in, before a line is dealt with. */
function Opened({
  newsroom,
  me,
  language,
  claim,
  deal,
  onClose,
}: Pick<Props, 'newsroom' | 'me' | 'language'> & {
  claim: number | null
  deal: Deal
  onClose: () => void
}) {
  if (deal.way === 'answer' || deal.way === 'close') {
    return (
      <>
        <QueryPlace newsroom={newsroom} query={deal.query} />
        <QueryThread me={me} query={deal.query} opened={deal.way} onClose={onClose} />
      </>
    )
  }
  if (deal.way !== 'hold') return null
  return (
    <ActionForm
      action={holdFrame}
      values={{ claimId: deal.claimId }}
      basis={{ after: deal.after }}
      saved={`${claimNumber(claim ?? 0)}: the check holds`}
      label="Words around it changed"
      className="frame-notice"
    >
      <p className="small quiet">
        It was checked when the words around it were others. Does the check hold all the same?
      </p>
      <p className="frame" lang={language}>
        <WordDiff old={deal.before} now={deal.after} />
      </p>
      <SubmitButton className="button small">The check holds</SubmitButton>
    </ActionForm>
  )
}
