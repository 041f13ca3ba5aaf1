'use client'

import { type MouseEvent, type ReactNode, useContext, useState } from 'react'
import { decideVerdict, giveVerdict } from '@/lib/actions'
import type { QueryShown } from '@/lib/db/discussion/queries'
import type { VerdictShown } from '@/lib/db/workspace/dossiers'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import {
  needsWork,
  VERIFICATION_STATUSES,
  type VerificationStatus,
} from '@/lib/domain/claims/status'
import {
  ASPECTS,
  type Aspect,
  type Check,
  claimNumber,
  keysOf,
  VERDICT_MEANINGS,
  VERDICTS,
  type VerdictKind,
  type WorkStatus,
} from '@/lib/domain/vocabulary'
import { ActionForm, useAnswer } from '../../../forms/action-form'
import { draftOf } from '../../../forms/draft-key'
import { SubmitButton, TextArea } from '../../../forms/fields'
import { Glyph } from '../../../ui/status-icon'
import { toast } from '../../../ui/toast'
import { GoOn } from '../../desk/desk-context'
import { wordsOfClaim } from '../../desk/words-of-claim'
import type { SameVerdict } from '../earlier/same-verdict'
import { NextClaimSwitch } from './next-claim-switch'

/** Where a checker says what the check of the printed words concluded, and why. */
export function VerdictForm({
  desk,
  claim,
  aspect,
  check,
  proposed,
  known,
  quotes,
  lacking,
  waiver,
  onClose,
}: {
  desk: Desk
  claim: ClaimShown
  aspect: Aspect
  /** Which check it is, when the form is opened. */
  check: Check
  /** What it is opened with, where an earlier check came to it; the checker may choose otherwise. */
  proposed: SameVerdict | null
  /** The verdicts on this question that this person may know, newest first. */
  known: VerdictShown[]
  /** What was said to the claim's queries. */
  quotes: QueryShown['entries']
  /** What is not on file that a verdict needs, in a sentence. */
  lacking: (verdict: VerdictKind) => string | null
  /** The way to accept the support that there is, where it would help. */
  waiver: ReactNode
  onClose: () => void
}) {
  const [opened] = useState(check)
  const title = TITLES[opened]
  const goOn = useContext(GoOn)
  return (
    <div className="boxed">
      {waiver}
      <ActionForm
        action={opened === 'deciding' ? decideVerdict : giveVerdict}
        values={{ claimId: claim.id, aspect, check: opened }}
        basis={{ over: overOf(known, opened), overWords: wordsOfClaim(desk, claim) }}
        draft={draftOf(desk, 'verdict', claim.id, aspect)}
        className="form verdict-form"
        label={claim.claimant === null ? title : `${title} on “${ASPECTS[aspect].toLowerCase()}”`}
        saved=""
        onDone={(output) => {
          onClose()
          const { status, standing } = output as {
            status: WorkStatus
            standing: VerificationStatus
          }
          if (needsWork({ status })) toast('Verdict given')
          else goOn(claim, `${claimNumber(claim.number)} ${VERIFICATION_STATUSES[standing]}`)
        }}
        onCancel={onClose}
      >
        <Verdicts lacking={lacking} chosen={proposed?.verdict ?? null} />
        <div className="only-change">
          <TextArea
            name="change"
            label="Words that would be supported"
            rows={2}
            lang={desk.article.language}
          />
        </div>
        <div className="only-searched">
          <TextArea name="searched" label="Where you searched" rows={2} />
        </div>
        <div className="only-writers-word">
          <TextArea name="writersWord" label="The writer’s own word" rows={2} />
          {quotes.map(
            ({ id, writersWord }) =>
              writersWord && (
                <p key={id} className="small">
                  <button type="button" className="link-button" onClick={quoting(writersWord)}>
                    Quote the answer
                  </button>{' '}
                  <span className="quiet">“{writersWord}”</span>
                </p>
              ),
          )}
        </div>
        <TextArea name="rationale" label="Why" rows={3} defaultValue={proposed?.rationale} />
        <NextClaimSwitch />
        <div className="actions verdict-actions">
          <SubmitButton>{SEND[opened]}</SubmitButton>
          <button type="button" className="button plain" onClick={onClose}>
            Cancel
          </button>
        </div>
      </ActionForm>
    </div>
  )
}

const TITLES: Record<Check, string> = {
  first: 'Verdict',
  second: 'Second check',
  deciding: 'Decision',
}

const SEND: Record<Check, string> = {
  first: 'Give verdict',
  second: 'Give second check',
  deciding: 'Decide in my name',
}

/** The verdict that a new one is given over: the last of its kind, and for a decision the last of all. */
function overOf(known: VerdictShown[], check: Check): string {
  const last = known.find(
    (one) => check === 'deciding' || (one.check === 'second') === (check === 'second'),
  )
  return last?.id ?? ''
}

/** Puts the writer's own word into its field, as if it were typed. */
function quoting(word: string) {
  return ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    const field = currentTarget.form?.elements.namedItem('writersWord')
    if (!(field instanceof HTMLTextAreaElement)) return
    field.value = word
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
  }
}

function Verdicts({
  lacking,
  chosen,
}: {
  lacking: (verdict: VerdictKind) => string | null
  chosen: VerdictKind | null
}) {
  const error = useAnswer().answer.fields?.verdict
  return (
    <fieldset className="field" aria-invalid={error ? true : undefined}>
      <legend>What did the check find?</legend>
      <div className="choices stacked">
        {keysOf(VERDICTS).map((verdict, index) => {
          const why = lacking(verdict)
          return (
            <label key={verdict} data-lacking={why !== null || undefined}>
              <input
                type="radio"
                name="verdict"
                value={verdict}
                defaultChecked={verdict === chosen}
                // biome-ignore lint/a11y/noAutofocus: the form opens on a person's key, and this is where it begins
                autoFocus={chosen ? verdict === chosen : index === 0}
              />
              <span>
                <Glyph status={verdict} /> {VERDICTS[verdict]}{' '}
                <span className="quiet small">{why ?? VERDICT_MEANINGS[verdict]}</span>
              </span>
            </label>
          )
        })}
      </div>
      {error && <span className="error">{error}</span>}
    </fieldset>
  )
}
