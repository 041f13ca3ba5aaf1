'use client'

import { useEffect, useRef } from 'react'
import { attachToClaims, takeOffClaims } from '@/lib/actions'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { claimNumber } from '@/lib/domain/vocabulary'
import { ActionForm } from '../../../forms/action-form'
import { draftOf } from '../../../forms/draft-key'
import { SubmitButton } from '../../../forms/fields'
import { useSend } from '../../../forms/submit'
import { EvidenceFields } from '../../../sources/evidence-fields'
import { toast } from '../../../ui/toast'
import { wordsOfClaim } from '../../desk/words-of-claim'
import { SourceChoice } from './source-choice'
import { useSourceChoices } from './use-source-choices'

/** Attaches one source to all chosen claims, over the page; what was attached is offered to be taken off again. */
export function AttachToClaims({
  desk,
  claims,
  onClose,
}: {
  desk: Desk
  claims: readonly ClaimShown[]
  onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const send = useSend()
  const draft = draftOf(desk, 'evidence', desk.article.id)
  const sources = useSourceChoices(desk, draft, true)
  const about = { articleId: desk.article.id }
  const [only] = claims
  const which = claims.length === 1 && only ? claimNumber(only.number) : `${claims.length} claims`
  const chosen = claims.map((claim) => {
    return { claimId: claim.id, overWords: wordsOfClaim(desk, claim) }
  })
  useEffect(() => dialog.current?.showModal(), [])

  async function takeOff(output: unknown) {
    const { attached } = output as { attached: unknown[] }
    const values = { newsroom: desk.newsroom, ...about, claims: JSON.stringify(attached) }
    const answer = await send(takeOffClaims, values)
    if (!answer) return
    const { taken, stays } = answer as { taken: number; stays: string }
    const off = `Taken off ${taken === 1 ? '1 claim' : `${taken} claims`}`
    toast(`${off}${stays && `. Left: ${stays}`}`)
  }

  return (
    <dialog
      ref={dialog}
      className="dialog attach-to-claims"
      aria-labelledby="attach-to-claims"
      onClose={onClose}
    >
      <h2 id="attach-to-claims">Attach a source to {which}</h2>
      {sources.found ? (
        <ActionForm
          action={attachToClaims}
          values={{ ...about, claims: JSON.stringify(chosen) }}
          draft={draft}
          label="Attach a source"
          saved={`Source attached to ${which}`}
          undoable={(output) => () => takeOff(output)}
          onDone={() => dialog.current?.close()}
          onCancel={() => dialog.current?.close()}
        >
          <SourceChoice {...sources} found={sources.found} />
          <EvidenceFields reportsWords={claims.some(({ claimant }) => claimant !== null)} />
          <div className="actions">
            <SubmitButton>Attach source</SubmitButton>
            <button type="button" className="button plain" onClick={() => dialog.current?.close()}>
              Cancel
            </button>
          </div>
        </ActionForm>
      ) : (
        <p className="quiet">Fetching the sources…</p>
      )}
    </dialog>
  )
}
