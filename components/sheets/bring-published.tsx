'use client'

import { useId, useRef, useState } from 'react'
import { bringPublishedChecks } from '@/lib/actions'
import { Refusal } from '@/lib/domain/refusal'
import { readStored, writeStored } from '../browser/use-stored'
import { ActionForm } from '../forms/action-form'
import { FieldError, SubmitButton } from '../forms/fields'
import { counted, PublishedPreview } from './published-preview'
import { type ReadPublished, readPublishedFile, readPublishedText } from './read-published'

/** Brings in what others published: a file or a pasted text is read and shown, and stored once somebody says so. */
export function BringPublished({ me, newsroom }: { me: string; newsroom: string }) {
  const kept = `stet:published:${me}:${newsroom}`
  const id = useId()
  const pasted = useRef<HTMLTextAreaElement>(null)
  const newest = useRef(0)
  const [read, setRead] = useState<ReadPublished | null>(null)
  const [isReading, setReading] = useState(false)
  const [message, setMessage] = useState('')
  const [done, setDone] = useState('')

  async function look(reading: () => Promise<ReadPublished> | ReadPublished) {
    const mine = ++newest.current
    setMessage('')
    setDone('')
    setRead(null)
    setReading(true)
    try {
      const found = await reading()
      if (mine === newest.current) setRead(found)
    } catch (error) {
      if (mine === newest.current) setMessage(error instanceof Refusal ? error.message : UNREADABLE)
    }
    if (mine === newest.current) setReading(false)
  }

  const going = read?.checks.filter(({ problem }) => problem === null) ?? []
  return (
    <>
      <div className="form">
        <div className="field">
          <label htmlFor={`${id}-file`}>A file</label>
          <span className="hint" id={`${id}-hint`}>
            ClaimReview as JSON-LD, also a feed or a saved page, or a list (.csv, .xlsx) whose
            columns are headed claim, claimant, rating, url, publisher and date. 5 MB at most.
          </span>
          <input
            id={`${id}-file`}
            type="file"
            className="file-input"
            accept=".json,.jsonld,.html,.htm,.csv,.tsv,.txt,.xlsx,application/ld+json,application/json,text/csv,text/html"
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => {
              const file = target.files?.[0]
              if (file) void look(() => readPublishedFile(newsroom, file))
              target.value = ''
            }}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-text`}>Or its text, pasted</label>
          <textarea
            id={`${id}-text`}
            ref={(field) => {
              pasted.current = field
              if (field && field.value === '') field.value = readStored<string>(kept) ?? ''
            }}
            className="mono"
            rows={4}
            spellCheck={false}
            aria-describedby={message ? `${id}-message` : undefined}
            onChange={({ target }) => {
              writeStored(kept, target.value.slice(0, LONGEST_KEPT) || null)
            }}
          />
        </div>
        <div className="actions">
          <button
            type="button"
            className="button"
            onClick={() => void look(() => readPublishedText(pasted.current?.value ?? ''))}
          >
            Read the pasted text
          </button>
        </div>
      </div>
      <p className="quiet" role="status">
        {isReading && 'Reading…'}
      </p>
      <p role="alert" id={`${id}-message`} className={message ? 'error' : ''}>
        {message}
      </p>
      <p id={DONE} tabIndex={-1} className={done ? 'form-message kept' : ''}>
        {done}
      </p>
      {read && (
        <>
          <PublishedPreview read={read} />
          {going.length > 0 && (
            <ActionForm
              action={bringPublishedChecks}
              values={{
                name: read.name,
                checks: JSON.stringify(going.map(({ check }) => check)),
              }}
              saved="Fact-checks brought"
              label="Bring the fact-checks"
              goOnAt={DONE}
              onDone={(output) => {
                setDone(sentenceOf(output as Brought))
                setRead(null)
                writeStored(kept, null)
                if (pasted.current) pasted.current.value = ''
              }}
            >
              <FieldError name="checks" />
              <div className="actions">
                <SubmitButton busy="Bringing them in…">Bring {counted(going.length)}</SubmitButton>
              </div>
            </ActionForm>
          )}
        </>
      )}
    </>
  )
}

/** Where the keyboard goes on once they are brought: at what came of it. */
const DONE = 'published-done'

/** As much of a pasted text as a browser keeps beside the other drafts, in UTF-16 units. */
const LONGEST_KEPT = 200_000

const UNREADABLE =
  'This file could not be read here. It may have been moved or changed; choose it again.'

interface Brought {
  added: number
  updated: number
  same: number
}

const sentenceOf = ({ added, updated, same }: Brought) =>
  `${added} new, ${updated} updated, ${same} on file as they are.`
