'use client'

import type { Candidate } from '@/lib/domain/candidates/candidates'
import { CLAIM_TYPES } from '@/lib/domain/vocabulary'

/** How many words rules propose for a check, and the ways to go through them. Nothing becomes a claim by itself. */
export function ProposalsBar({
  proposals,
  why,
  chosen,
  onStep,
  onClose,
}: {
  proposals: Candidate[]
  /** Why a proposal is made; empty where the rule tells no reason. */
  why: (proposal: Candidate) => string
  chosen: Candidate | null
  onStep: (by: 1 | -1) => void
  onClose: () => void
}) {
  const count = proposals.length === 1 ? '1 proposal' : `${proposals.length} proposals`
  return (
    <section className="coverage-bar" aria-label="Proposals">
      <p>
        <strong>{count}</strong>, those that call most for a check first
      </p>
      <p className="quiet" aria-live="polite">
        {chosen &&
          `Number ${proposals.indexOf(chosen) + 1} of ${proposals.length}: ${why(chosen) || CLAIM_TYPES[chosen.type]}`}
      </p>
      <div className="actions">
        <button
          type="button"
          className="button small"
          aria-keyshortcuts=","
          onClick={() => onStep(-1)}
        >
          Before
        </button>
        <button
          type="button"
          className="button small"
          aria-keyshortcuts="."
          onClick={() => onStep(1)}
        >
          Next proposal
        </button>
        <button
          type="button"
          className="button small plain"
          aria-keyshortcuts="p"
          onClick={onClose}
        >
          Close
        </button>
      </div>
    </section>
  )
}
