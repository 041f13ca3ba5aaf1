'use client'

import { useState } from 'react'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { verificationStatus } from '@/lib/domain/claims/status'
import { CLAIM_TYPES, claimNumber, RISKS } from '@/lib/domain/vocabulary'
import { AnsweredMark, answersByClaim } from '../../discussion/answered-mark'
import { DraftMark } from '../../forms/draft-badge'
import { draftOf } from '../../forms/draft-key'
import { EscapedText } from '../../ui/escaped-text'
import { Link } from '../../ui/links/link'
import { StatusWord } from '../../ui/status-icon'
import { AlsoHere } from '../bar/presence'
import { useDossier } from '../desk/use-dossier'
import { AssignControl } from './assign-control'
import { ClaimDetails } from './claim-details-form'
import { ClaimHistory } from './claim-history'
import { CutNotice } from './cut-claim-form'
import { ClaimTalk } from './discussion/claim-discussion'
import { EarlierChecks } from './earlier/earlier-checks'
import type { SameVerdict } from './earlier/same-verdict'
import { EvidenceSection } from './evidence/evidence-section'
import { FrameNotice } from './frame-notice'
import { KeepInLedger } from './ledger/keep-in-ledger'
import { SecondCheckControl } from './second-check-control'
import { StatusControl } from './status-control'
import { VerdictSection } from './verdict/verdict-section'

/** One claim: its words, where the work stands, what was found, on what evidence, and what happened to it. */
export function ClaimPanel({
  desk,
  claim,
  onClose,
}: {
  desk: Desk
  claim: ClaimShown
  onClose: () => void
}) {
  const { dossier, failed } = useDossier(claim.number)
  const [editing, setEditing] = useState(false)
  const [proposed, setProposed] = useState<SameVerdict | null>(null)
  const [wording, setWording] = useState<string | null>(null)
  const { revision, article, names, may } = desk
  const cut = claim.status === 'cut'
  const answer = answersByClaim(desk.talk.answered).get(claim.number)
  const assigning = may.edit && !cut
  const facts = [
    CLAIM_TYPES[claim.type],
    ...claim.risks.map((risk) => RISKS[risk]),
    ...(assigning ? [] : [`assigned to ${claim.assigneeId ? names[claim.assigneeId] : 'nobody'}`]),
  ]

  return (
    <article className="claim" aria-label={claimNumber(claim.number)}>
      <p className="claim-head">
        <span className="mono">{claimNumber(claim.number)}</span>
        <StatusWord status={verificationStatus(claim)} />
        {answer && <AnsweredMark answer={answer} />}
        <AlsoHere claim={claim.number} />
        <button type="button" className="button small plain" onClick={onClose}>
          Close
        </button>
      </p>
      <h2 tabIndex={-1} className="claim-words" lang={article.language} dir="auto">
        “<EscapedText>{revision.text.slice(claim.start, claim.end)}</EscapedText>”
      </h2>
      {claim.claimant && <p className="claimant">as said by {claim.claimant}</p>}
      {editing ? (
        <ClaimDetails desk={desk} claim={claim} onClose={() => setEditing(false)} />
      ) : (
        <p className="quiet claim-facts">
          {facts.join(' · ')}{' '}
          {may.edit && !cut && (
            <>
              <button
                type="button"
                className="link-button"
                data-key="details"
                onClick={() => setEditing(true)}
              >
                Edit
              </button>{' '}
              <DraftMark name={draftOf(desk, 'details', claim.id)} />
            </>
          )}
          {may.correct && !cut && (
            <>
              {' '}
              <Link
                href={`/${desk.newsroom}/articles/${article.slug}/correct?claim=${claim.number}`}
              >
                Correct…
              </Link>
            </>
          )}
        </p>
      )}
      {assigning && !editing && <AssignControl desk={desk} claim={claim} />}
      {cut && <CutNotice claim={claim} dossier={dossier} may={may} />}
      {!cut && <FrameNotice desk={desk} claim={claim} />}
      {may.edit && !cut && <StatusControl desk={desk} claim={claim} />}
      {!cut && <SecondCheckControl desk={desk} claim={claim} />}
      {dossier ? (
        <>
          <EvidenceSection desk={desk} claim={claim} dossier={dossier} />
          {!cut && <EarlierChecks {...{ desk, claim, dossier }} onSameVerdict={setProposed} />}
          <VerdictSection {...{ desk, claim, dossier, proposed }} onWording={setWording} />
          <KeepInLedger desk={desk} claim={claim} />
          <ClaimTalk {...{ desk, claim, dossier, wording }} onWording={setWording} />
          <ClaimHistory desk={desk} claim={claim} history={dossier.history} />
        </>
      ) : (
        <p className="quiet" role="status">
          {failed
            ? 'The evidence cannot be shown: Stet did not answer. It is asked again when the connection is back.'
            : 'Fetching the evidence…'}
        </p>
      )}
    </article>
  )
}
