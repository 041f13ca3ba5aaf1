'use client'

import type { Candidate } from '@/lib/domain/candidates/candidates'
import { type Learned, whyProposed } from '@/lib/domain/candidates/learning/learned'
import { CLAIM_TYPES } from '@/lib/domain/vocabulary'

/** How many words rules propose for a check, and the ways to go through them. Nothing becomes a claim by itself. */
export function ProposalsBar({
  proposals,
  learned,
  chosen,
  onStep,
  onClose,
}: {
  proposals: Candidate[]
  learned: Learned
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
          `Number ${proposals.indexOf(chosen) + 1} of ${proposals.length}: ${whyOf(chosen, learned)}`}
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

/** The rule's reason, or for a rule without one, the type that the claim would have. */
const whyOf = (chosen: Candidate, learned: Learned) =>
  whyProposed(chosen, learned) || CLAIM_TYPES[chosen.type]
