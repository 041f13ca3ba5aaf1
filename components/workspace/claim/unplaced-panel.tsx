'use client'

import type { UnplacedClaim } from '@/lib/db/claims/anchors'
import type { Desk } from '@/lib/db/workspace/find-desk'
import { verificationStatus } from '@/lib/domain/claims/status'
import { CLAIM_TYPES, claimNumber, RISKS } from '@/lib/domain/vocabulary'
import { ACTIONS, type ActionHandlers } from '../../keyboard/shortcuts'
import { EscapedText } from '../../ui/escaped-text'
import { Link } from '../../ui/links/link'
import { StatusWord } from '../../ui/status-icon'
import { WordDiff } from '../../ui/word-diff'
import { useDossier } from '../desk/use-dossier'
import { ClaimHistory } from './claim-history'
import { CutForm, CutNotice } from './cut-claim-form'
import { EvidenceSection } from './evidence/evidence-section'
import { FormerContext } from './former-context'
import type { Settling } from './use-placing'
import { VerdictSection } from './verdict/verdict-section'

/** A claim that has no place in the text: what it said and where, what is proposed, and the ways to settle it. */
export function UnplacedPanel({
  desk,
  claim,
  settling,
  accept,
  onClose,
}: {
  desk: Desk
  claim: UnplacedClaim
  settling: Settling
  accept: ActionHandlers['accept']
  onClose: () => void
}) {
  const { dossier } = useDossier(claim.number)
  const cut = claim.status === 'cut'
  const { newsroom, article, may } = desk
  const stood = `/${newsroom}/articles/${article.slug}/revisions/${claim.revision}?claim=${claim.number}`
  const facts = [CLAIM_TYPES[claim.type], ...claim.risks.map((risk) => RISKS[risk])]
  // Words that stand nowhere yet are not judged.
  const reading = { ...desk, may: { ...may, rate: false } }
  return (
    <article className="claim" aria-label={claimNumber(claim.number)}>
      <p className="claim-head">
        <span className="mono">{claimNumber(claim.number)}</span>
        <StatusWord status={verificationStatus(claim)} />
        <button type="button" className="button small plain" onClick={onClose}>
          Close
        </button>
      </p>
      <h2 tabIndex={-1} className="claim-words" lang={article.language} dir="auto">
        “<EscapedText>{claim.words}</EscapedText>”
      </h2>
      {claim.claimant && <p className="claimant">as said by {claim.claimant}</p>}
      <p className="quiet claim-facts">
        {facts.join(' · ')} · <Link href={stood}>as it stood in revision {claim.revision}</Link>
      </p>
      {cut ? (
        <CutNotice claim={claim} dossier={dossier} may={may} />
      ) : (
        <Places desk={desk} claim={claim} settling={settling} accept={accept} />
      )}
      {may.edit && !cut && <CutForm desk={desk} claim={claim} onDone={onClose} />}
      {dossier && (
        <>
          <VerdictSection desk={reading} claim={claim} dossier={dossier} />
          <EvidenceSection desk={desk} claim={claim} dossier={dossier} />
          <ClaimHistory desk={desk} claim={claim} history={dossier.history} />
        </>
      )}
    </article>
  )
}

function Places({
  desk: { revision, article, may },
  claim,
  settling: { places, place, at, look },
  accept,
}: {
  desk: Desk
  claim: UnplacedClaim
  settling: Settling
  accept: ActionHandlers['accept']
}) {
  const words = place && revision.text.slice(place.start, place.end)
  return (
    <section className="settle" aria-label="Where it stands now">
      <h3>Where it stands now</h3>
      <FormerContext claim={claim} language={article.language} />
      <p>{saying(claim, revision.number)}</p>
      {words !== null && (
        <p className="proposed" lang={article.language}>
          <WordDiff old={claim.words} now={words} />
        </p>
      )}
      {may.edit ? (
        <>
          <div className="actions">
            {accept?.ready && (
              <button
                type="button"
                className="button primary"
                aria-keyshortcuts={ACTIONS.accept.key}
                onClick={accept.run}
              >
                Accept this place <kbd>{ACTIONS.accept.key}</kbd>
              </button>
            )}
            {places.length > 1 && (
              <>
                <button type="button" className="button small" onClick={() => look(-1)}>
                  Place before
                </button>
                <button type="button" className="button small" onClick={() => look(1)}>
                  Next place
                </button>
                <span className="quiet small" aria-live="polite">
                  {at + 1} of {places.length}
                </span>
              </>
            )}
          </div>
          <p className="quiet small">
            Or select its words in the text, and press <kbd>{ACTIONS.placeHere.key}</kbd> to place
            it there.
          </p>
        </>
      ) : (
        <p className="quiet">An editor or a checker of this article says where it stands.</p>
      )}
    </section>
  )
}

function saying({ outcome }: UnplacedClaim, revision: number): string {
  const places = outcome?.places.length ?? 0
  if (outcome?.what === 'changed') return `Revision ${revision} has other words in its place:`
  if (outcome?.what === 'ambiguous') {
    return `Revision ${revision} has its words${places > 1 ? ` at ${places} places` : ''}, and nothing tells which are meant:`
  }
  return `Its words are gone from revision ${revision}.`
}
