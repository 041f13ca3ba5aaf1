'use client'

import { useState } from 'react'
import { leaveNotes, reopenNotes, takeNotes } from '@/lib/actions'
import type { NoteShown } from '@/lib/db/discussion/document-notes'
import { DOCUMENT_NOTE_KINDS } from '@/lib/domain/articles/document-note'
import { usualUse } from '@/lib/domain/articles/note-proposal'
import { claimNumber } from '@/lib/domain/vocabulary'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'
import { Link } from '../ui/links/link'
import { Timestamp } from '../ui/timestamp'
import { toast } from '../ui/toast'
import type { AnnotatedArticle } from './annotated-article'
import { NoteForm } from './note-form'

/** What a document says on some words, beside the words, with what can become of it. */
export function NoteItem({
  me,
  newsroom,
  article,
  note,
}: {
  me: string
  newsroom: string
  article: AnnotatedArticle
  note: NoteShown
}) {
  const [changing, setChanging] = useState(false)
  const { id, kind, author, text, state, addresses, replies, resolved } = note
  const values = { articleId: article.id, noteIds: id }
  return (
    <div className="document-note" data-state={state}>
      <p className="note-head">
        <span className="note-kind">{DOCUMENT_NOTE_KINDS[kind]}</span>{' '}
        {author && <bdi>{author}</bdi>}{' '}
        {resolved && <span className="quiet">· done in the document</span>}
      </p>
      <Words note={note} language={article.language} />
      {kind === 'link' ? (
        <p className="note-said">
          <Address url={text} />
        </p>
      ) : (
        <p className="prose note-said" dir="auto">
          {text}
        </p>
      )}
      {kind !== 'link' &&
        addresses.map((url) => (
          <p key={url} className="small">
            <Address url={url} />
          </p>
        ))}
      {replies.map((reply) => (
        <p key={`${reply.at} ${reply.text}`} className="prose note-reply" dir="auto">
          <b>{reply.author || 'Somebody'}:</b> {reply.text}
        </p>
      ))}
      {state === 'open' && !changing && (
        <div className="actions note-actions">
          {note.place && (
            <>
              <ActionForm
                action={takeNotes}
                values={{ ...values, revision: article.revision }}
                saved={takenWords(note)}
                className="bare-form"
              >
                <SubmitButton className="button small" busy="Taking…">
                  {takeLabel(note, article)}
                </SubmitButton>
              </ActionForm>
              <button
                type="button"
                className="button small"
                data-change
                onClick={() => setChanging(true)}
              >
                Change…
              </button>
            </>
          )}
          <ActionForm action={leaveNotes} values={values} saved="Left" className="bare-form">
            <SubmitButton className="button small" busy="Leaving…">
              Leave
            </SubmitButton>
          </ActionForm>
        </div>
      )}
      {changing && (
        <NoteForm
          {...{ me, article, note }}
          onDone={() => {
            setChanging(false)
            toast('Taken')
          }}
          onCancel={() => setChanging(false)}
        />
      )}
      {state !== 'open' && <Decided {...{ newsroom, article, note }} />}
    </div>
  )
}

function Words({
  note: { around, words, place },
  language,
}: {
  note: NoteShown
  language: string
}) {
  if (words === '') {
    return <p className="quiet small">It hangs on no words that are in the text.</p>
  }
  return (
    <blockquote className="query-words" lang={language} dir="auto">
      {around && place ? (
        <>
          {around.before}
          <mark>{around.words}</mark>
          {around.after}
        </>
      ) : (
        <>
          <mark>{words}</mark>{' '}
          <span className="quiet small" lang="en" dir="ltr">
            (not in the newest text)
          </span>
        </>
      )}
    </blockquote>
  )
}

/** An address that a document named is shown, and followed only by whoever wants to. */
const Address = ({ url }: { url: string }) => (
  <a href={url} rel="noreferrer noopener" target="_blank" className="note-address">
    {url}
  </a>
)

function Decided({
  newsroom,
  article,
  note,
}: {
  newsroom: string
  article: AnnotatedArticle
  note: NoteShown
}) {
  const { state, claim, query, decidedBy, decidedAt } = note
  const address = `/${newsroom}/articles/${article.slug}`
  return (
    <div className="actions note-actions">
      <p className="quiet small">
        {state === 'left' ? 'Left' : 'Taken'} by {decidedBy}
        {decidedAt && (
          <>
            , <Timestamp at={decidedAt} />
          </>
        )}
        {claim !== null && (
          <>
            {' · '}
            <Link href={`${address}?claim=${claim}`}>{claimNumber(claim)}</Link>
          </>
        )}
        {query && (
          <>
            {' · '}
            <Link href={`${address}/queries#${query.id}`}>the query</Link>
          </>
        )}
      </p>
      {state === 'left' && (
        <ActionForm
          action={reopenNotes}
          values={{ articleId: article.id, noteIds: note.id }}
          saved="Proposed again"
          className="bare-form"
        >
          <SubmitButton className="link-button alone small" busy="Proposing…">
            Propose again
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  )
}

const asSaid = (note: NoteShown) => ({ ...note, at: note.writtenAt })

/** What one press does with it. */
function takeLabel(note: NoteShown, { hasWriter }: AnnotatedArticle): string {
  const use = usualUse(asSaid(note))
  if (use === 'source') return 'Take as source'
  if (use === null) return 'Leave as done'
  return hasWriter ? 'Ask the writer' : 'Ask the editor'
}

function takenWords(note: NoteShown): string {
  const use = usualUse(asSaid(note))
  return use === 'source' ? 'Taken as a source' : use === 'query' ? 'Asked' : 'Left'
}
