'use client'

import { type ReactNode, useState } from 'react'
import {
  publishArticle,
  reinstateArticle,
  revokeSignOff,
  takeBackPublishing,
  withdrawArticle,
} from '@/lib/actions'
import type { ArticleState } from '@/lib/domain/vocabulary'
import type { FormAction } from '@/lib/forms/form-action'
import { ActionForm } from '../forms/action-form'
import { SubmitButton, TextArea } from '../forms/fields'

interface Step {
  action: FormAction
  label: string
  /** Asked for in words; nothing is asked where it is missing. */
  why?: string
  saved: string
}

const REVOKE: Step = {
  ...{ action: revokeSignOff, label: 'Revoke the sign-off', saved: 'Sign-off revoked' },
  why: 'Why do you take it back?',
}

const TAKE_BACK: Step = {
  ...{ action: takeBackPublishing, label: 'Not published after all', saved: 'Taken back' },
  why: 'Why is it not published after all?',
}

const WITHDRAW: Step = {
  ...{ action: withdrawArticle, label: 'Withdraw the article', saved: 'Withdrawn' },
  why: 'Why is it withdrawn?',
}

const REINSTATE: Step = {
  ...{ action: reinstateArticle, label: 'Reinstate the article', saved: 'Reinstated' },
  why: 'Why is it out again?',
}

/** The steps that lead on from each state, and back. */
const STEPS: Partial<Record<ArticleState, Step[]>> = {
  signed_off: [REVOKE],
  published: [TAKE_BACK, WITHDRAW],
  corrected: [WITHDRAW],
  withdrawn: [REINSTATE],
}

/** What an editor can do once an article is signed off or out. */
export function AfterForms({
  articleId,
  signOffId,
  me,
  state,
  may,
  children,
}: {
  articleId: string
  /** The sign-off that holds, if one does. */
  signOffId: string | undefined
  me: string
  state: ArticleState
  may: { revoke: boolean; publish: boolean }
  /** Ways that lead elsewhere. */
  children?: ReactNode
}) {
  const [doing, setDoing] = useState<Step | null>(null)
  const basis = signOffId ? { signOffId } : undefined
  const offered = (STEPS[state] ?? []).filter((step) =>
    step === REVOKE ? may.revoke : may.publish,
  )
  if (doing && offered.includes(doing)) {
    const draft = `${me}:${doing.label}:${articleId}`
    return (
      <ActionForm
        key={doing.label}
        action={doing.action}
        values={{ articleId }}
        basis={basis}
        draft={draft}
        label={doing.label}
        saved={doing.saved}
        className="form boxed"
        onDone={() => setDoing(null)}
        onCancel={() => setDoing(null)}
      >
        <TextArea name="reason" label={doing.why} rows={2} autoFocus dir="auto" />
        <div className="actions">
          <SubmitButton>{doing.label}</SubmitButton>
          <button type="button" className="button plain" onClick={() => setDoing(null)}>
            Cancel
          </button>
        </div>
      </ActionForm>
    )
  }
  return (
    <div className="actions after-actions">
      {state === 'signed_off' && may.publish && (
        <ActionForm
          action={publishArticle}
          values={{ articleId }}
          basis={basis}
          label="Publish"
          saved="Published"
          className="inline-form"
        >
          <SubmitButton>Publish</SubmitButton>
        </ActionForm>
      )}
      {children}
      {offered.map((step) => (
        <button
          key={step.label}
          type="button"
          className="button plain"
          onClick={() => setDoing(step)}
        >
          {step.label}
        </button>
      ))}
    </div>
  )
}
