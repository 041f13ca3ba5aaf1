'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { signReadersBox } from '@/lib/actions'
import {
  type BoxClaim,
  type BoxSource,
  kindsOf,
  type ReadersBox,
} from '@/lib/domain/report/readers-box'
import { claimNumber } from '@/lib/domain/vocabulary'
import { ActionForm } from '../forms/action-form'
import { FieldError, SubmitButton } from '../forms/fields'
import { EscapedText } from '../ui/escaped-text'
import { ReadersBoxPreview } from './readers-box-preview'

/** A claim as it can be chosen, with what readers would be told; or why they are not told about it. */
export interface ClaimToTell {
  number: number
  words: string
  told: (BoxClaim & { from: BoxSource[] }) | null
  why: string | null
}

/** An editor chooses what readers are told, claim by claim, sees it as readers will, and signs for it. */
export function ReadersBoxForm({
  articleId,
  me,
  seen,
  language,
  timeZone,
  claims,
  box,
  before,
}: {
  articleId: string
  me: string
  /** Where the log ended when this page was made. */
  seen: number
  language: string
  timeZone: string
  claims: readonly ClaimToTell[]
  /** All of it but for the claims. */
  box: ReadersBox
  /** What was chosen in the one that holds now. */
  before: readonly number[]
}) {
  const list = useRef<HTMLFieldSetElement>(null)
  const chosen = useChosen(list, before)
  const told = claims
    .filter(({ number }) => chosen.includes(number))
    .flatMap(({ told }) => told ?? [])
  const preview = { ...box, claims: told, sources: kindsOf(told.flatMap(({ from }) => from)) }

  return (
    <ActionForm
      action={signReadersBox}
      values={{ articleId, seen }}
      draft={`${me}:readers-box:${articleId}`}
      label="Reader’s box"
      saved="Signed for"
    >
      <fieldset className="exchange-set" ref={list}>
        <legend>What readers are told about</legend>
        <ul className="exchange-list">
          {claims.map(({ number, words, why }) => (
            <li key={number}>
              <label className="exchange-choice">
                <input
                  type="checkbox"
                  name="claims"
                  value={number}
                  disabled={why !== null}
                  defaultChecked={why === null && before.includes(number)}
                />
                <span>
                  <b>{claimNumber(number)}</b>{' '}
                  <bdi lang={language} className="exchange-words">
                    <EscapedText>{words}</EscapedText>
                  </bdi>
                </span>
              </label>
              {why && <p className="quiet">Readers are not told: {why}</p>}
            </li>
          ))}
        </ul>
        <FieldError name="claims" />
      </fieldset>
      <h3>What readers see</h3>
      <ReadersBoxPreview box={preview} timeZone={timeZone} signedAt={null} />
      <div className="actions">
        <SubmitButton busy="Signing…">Sign for this</SubmitButton>
      </div>
    </ActionForm>
  )
}

/** The numbers that are ticked now, also after a draft was put back or discarded. */
function useChosen(
  list: RefObject<HTMLFieldSetElement | null>,
  before: readonly number[],
): number[] {
  const [chosen, setChosen] = useState<number[]>([...before])
  useEffect(() => {
    const form = list.current?.closest('form')
    if (!form) return
    const look = () => setChosen(ticked(form))
    const afterwards = () => setTimeout(look)
    afterwards()
    form.addEventListener('change', look)
    form.addEventListener('reset', afterwards)
    return () => {
      form.removeEventListener('change', look)
      form.removeEventListener('reset', afterwards)
    }
  }, [list])
  return chosen
}

const ticked = (form: HTMLFormElement) => new FormData(form).getAll('claims').map(Number)
