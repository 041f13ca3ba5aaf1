'use client'

import { useId, useMemo, useState } from 'react'
import { takeAnnotations } from '@/lib/actions'
import { Refusal } from '@/lib/domain/refusal'
import type { Span } from '@/lib/domain/text/blocks'
import { claimNumber } from '@/lib/domain/vocabulary'
import {
  type MatchedList,
  matchAnnotations,
  type ProposedClaim,
} from '@/lib/importing/annotations/match-annotations'
import { readAnnotations } from '@/lib/importing/annotations/read-annotations'
import { refuseTooLarge } from '@/lib/importing/annotations/read-json'
import { ActionForm } from '../forms/action-form'
import { FieldError, SubmitButton } from '../forms/fields'
import { ProposedAnnotations, UnmatchedAnnotations } from './matched-annotations'

interface Props {
  articleId: string
  revision: number
  text: string
  language: string
  /** Where the article stands, as annotations name it. */
  address: string
  claims: readonly (Span & { number: string })[]
}

/** Takes an annotation list from elsewhere and proposes claims: what stands in the text for certain, for a person to choose from. */
export function BringAnnotations({ articleId, revision, language, ...here }: Props) {
  const id = useId()
  const [file, setFile] = useState<{ name: string; bytes: Uint8Array } | null>(null)
  const [unread, setUnread] = useState<string | null>(null)
  const matched = useMatched(file?.bytes ?? null, here)
  const { list } = matched
  const problem = unread ?? matched.problem
  const [made, setMade] = useState<number[]>([])
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [types, setTypes] = useState<Record<number, string>>({})
  const proposed = (list?.proposed ?? []).slice(0, MOST)
  const chosen = proposed
    .filter(({ number }) => !left.has(number))
    .map((one) => ({ ...one, type: types[one.number] ?? one.type }))

  async function take(picked: File) {
    setMade([])
    setLeft(new Set())
    setTypes({})
    setUnread(null)
    setFile(null)
    try {
      refuseTooLarge(picked.size)
      setFile({ name: picked.name, bytes: new Uint8Array(await picked.arrayBuffer()) })
    } catch (error) {
      setUnread(error instanceof Refusal ? error.message : UNREADABLE)
    }
  }

  return (
    <>
      <div className="field">
        <label htmlFor={id}>A list of annotations</label>
        <span className="hint" id={`${id}-hint`}>
          JSON as the W3C has it (Web Annotation), or as Hypothesis exports it.
        </span>
        <input
          id={id}
          type="file"
          className="file-input"
          accept=".json,.jsonld,application/json,application/ld+json"
          aria-describedby={`${id}-hint`}
          aria-invalid={problem ? true : undefined}
          onChange={({ target }) => {
            const picked = target.files?.[0]
            if (picked) void take(picked)
            target.value = ''
          }}
        />
        {file && (
          <span className="quiet" dir="auto">
            {file.name}
          </span>
        )}
        <p role="alert" className={problem ? 'error' : ''}>
          {problem}
        </p>
      </div>
      <p role="status" className={made.length > 0 ? 'form-message' : ''}>
        {made.length > 0 && `Marked ${made.map(claimNumber).join(', ')}.`}
      </p>
      {list?.leftOut.map((sentence) => (
        <p key={sentence} className="warning">
          {sentence}
        </p>
      ))}
      {proposed.length > 0 && (
        <ActionForm
          action={takeAnnotations}
          values={{ articleId, revision, places: JSON.stringify(chosen.map(asSent)) }}
          saved="Claims marked"
          label="Proposed claims"
          onDone={(output) => setMade((output as { made: number[] }).made)}
        >
          <ProposedAnnotations
            proposed={proposed}
            all={list?.proposed.length ?? 0}
            language={language}
            left={left}
            onLeave={setLeft}
            types={types}
            onType={(number, type) => setTypes((before) => ({ ...before, [number]: type }))}
          />
          <FieldError name="places" />
          <div className="actions">
            <SubmitButton busy="Marking…">{labelOf(chosen.length)}</SubmitButton>
          </div>
        </ActionForm>
      )}
      {list && list.unmatched.length > 0 && (
        <UnmatchedAnnotations unmatched={list.unmatched} language={language} />
      )}
    </>
  )
}

const UNREADABLE =
  'This file could not be read here. It may have been moved or changed; choose it again.'

/** As the command takes it: a form says *both* where evidence bears on both. */
const asSent = ({ evidence, ...place }: Omit<ProposedClaim, 'type'> & { type: string }) => ({
  ...place,
  evidence: evidence.map((one) => ({ ...one, aspect: one.aspect ?? 'both' })),
})

/** As many as one command takes. */
const MOST = 500

const labelOf = (count: number) => (count === 1 ? 'Make 1 claim' : `Make ${count} claims`)

function useMatched(
  bytes: Uint8Array | null,
  { text, address, claims }: Pick<Props, 'text' | 'address' | 'claims'>,
): { list: MatchedList | null; problem: string | null } {
  return useMemo(() => {
    if (!bytes) return { list: null, problem: null }
    try {
      const list = matchAnnotations(readAnnotations(bytes), { text, address, claims })
      return { list, problem: null }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { list: null, problem: error.message }
    }
  }, [bytes, text, address, claims])
}
