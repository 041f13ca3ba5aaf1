'use client'

import { useRef, useState } from 'react'
import { leaveNotes, takeNotes } from '@/lib/actions'
import type { NoteShown } from '@/lib/db/discussion/document-notes'
import {
  countNotes,
  DOCUMENT_NOTE_KINDS,
  type DocumentNoteKind,
} from '@/lib/domain/articles/document-note'
import { keysOf } from '@/lib/domain/vocabulary'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'
import { KeyCaps } from '../keyboard/key-caps'
import { ACTIONS, capsOf } from '../keyboard/shortcuts'
import { useKeys } from '../keyboard/use-shortcuts'
import { useSingleKeys } from '../keyboard/use-single-keys'
import type { AnnotatedArticle } from './annotated-article'
import { NoteItem } from './note-item'

const KEYS = ['nextProposal', 'proposalBefore', 'takeProposal', 'dismiss'] as const

/** What the documents of an article say, what is open first, to be gone through by mouse or keys. */
export function NoteList({
  me,
  newsroom,
  article,
  notes,
}: {
  me: string
  newsroom: string
  article: AnnotatedArticle
  notes: NoteShown[]
}) {
  const [kind, setKind] = useState<DocumentNoteKind | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const [single] = useSingleKeys()
  const shown = kind ? notes.filter((note) => note.kind === kind) : notes
  const open = shown.filter(({ state }) => state === 'open')
  const placed = open.filter(({ place }) => place)
  const decided = shown.filter(({ state }) => state !== 'open')
  const counts = countNotes(notes.filter(({ state }) => state === 'open'))

  const items = () => [...(list.current?.querySelectorAll<HTMLElement>(':scope > li') ?? [])]
  const current = () => items().find((item) => item.contains(document.activeElement))
  const step = (by: 1 | -1) => {
    const all = items()
    const here = current()
    const at = here ? all.indexOf(here) : -1
    all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus()
  }
  const press = (selector: string) => current()?.querySelector<HTMLElement>(selector)?.click()
  const ready = open.length > 0
  useKeys({
    single,
    runs: {
      nextProposal: { run: () => step(1), ready },
      proposalBefore: { run: () => step(-1), ready },
      takeProposal: {
        run: () => press('.note-actions:has([data-change]) form:first-of-type button'),
        ready,
      },
      dismiss: { run: () => press('form:last-of-type button[type="submit"]'), ready },
    },
  })

  return (
    <div className="notes">
      <fieldset className="note-kinds">
        <legend className="visually-hidden">Which are shown</legend>
        <KindButton
          label="All"
          count={open.length}
          isOn={kind === null}
          onPick={() => setKind(null)}
        />
        {keysOf(DOCUMENT_NOTE_KINDS).map((one) => {
          const count = counts[one] ?? 0
          const label = `${DOCUMENT_NOTE_KINDS[one]}s`
          return (
            notes.some((note) => note.kind === one) && (
              <KindButton
                key={one}
                {...{ label, count }}
                isOn={kind === one}
                onPick={() => setKind(one)}
              />
            )
          )
        })}
      </fieldset>
      {open.length > 0 && (
        <div className="actions notes-all">
          {placed.length > 0 && (
            <ActionForm
              action={takeNotes}
              values={{ articleId: article.id, revision: article.revision }}
              saved="Taken"
              className="bare-form"
            >
              <Ids notes={placed} />
              <SubmitButton busy="Taking…">
                {`Take ${allOf(placed.length)} as proposed`}
              </SubmitButton>
            </ActionForm>
          )}
          <ActionForm
            action={leaveNotes}
            values={{ articleId: article.id }}
            saved="Left"
            className="bare-form"
          >
            <Ids notes={open} />
            <SubmitButton className="button" busy="Leaving…">
              {`Leave ${allOf(open.length)}`}
            </SubmitButton>
          </ActionForm>
          {single && (
            <p className="note-keys quiet small" aria-hidden="true">
              {KEYS.map((id) => (
                <span key={id}>
                  <KeyCaps caps={capsOf(ACTIONS[id].key ?? '')} /> {WORDS[id]}
                </span>
              ))}
            </p>
          )}
        </div>
      )}
      <ul className="bare" ref={list}>
        {open.map((note) => (
          <li
            key={note.id}
            tabIndex={-1}
            aria-label={`${DOCUMENT_NOTE_KINDS[note.kind]} on ${note.words}`}
          >
            <NoteItem {...{ me, newsroom, article, note }} />
          </li>
        ))}
      </ul>
      {open.length === 0 && <p className="quiet">Nothing of it waits to be decided.</p>}
      {decided.length > 0 && (
        <details className="section" open={open.length === 0}>
          <summary>
            <h2>
              Decided <span className="quiet">{decided.length.toLocaleString('en')}</span>
            </h2>
          </summary>
          <ul className="bare">
            {decided.map((note) => (
              <li key={note.id}>
                <NoteItem {...{ me, newsroom, article, note }} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

const allOf = (count: number) => (count === 1 ? 'the one' : `all ${count.toLocaleString('en')}`)

const WORDS = {
  nextProposal: 'next',
  proposalBefore: 'before',
  takeProposal: 'take',
  dismiss: 'leave',
}

function KindButton({
  label,
  count,
  isOn,
  onPick,
}: {
  label: string
  count: number
  isOn: boolean
  onPick: () => void
}) {
  return (
    <button type="button" className="button small" aria-pressed={isOn} onClick={onPick}>
      {label} <span className="quiet">{count.toLocaleString('en')}</span>
    </button>
  )
}

const Ids = ({ notes }: { notes: readonly NoteShown[] }) =>
  notes.map(({ id }) => <input key={id} type="hidden" name="noteIds" value={id} />)
