'use client'

import type { Desk } from '@/lib/db/workspace/find-desk'
import type { Gap } from '@/lib/domain/coverage/coverage'
import { percentCovered } from '@/lib/domain/coverage/coverage'
import { COVERAGE_KINDS } from '@/lib/domain/vocabulary'

/** What is not covered yet, in numbers, with the ways to go through it; and what the shades mean. */
export function CoverageBar({
  desk,
  gaps,
  connecting,
  onStep,
  onSweep,
  onClose,
}: {
  desk: Desk
  /** Null until they are counted. */
  gaps: Gap[] | null
  /** How many gaps hold nothing but connecting words. */
  connecting: number
  onStep: (by: 1 | -1) => void
  onSweep: () => void
  onClose: () => void
}) {
  const left = !gaps
    ? 'counting the gaps'
    : gaps.length === 1
      ? '1 gap left'
      : `${gaps.length} gaps left`
  return (
    <section className="coverage-bar" aria-label="Coverage">
      <p>
        <strong>{percentCovered(desk.coverage)} % of words</strong>, {left}
      </p>
      <ul className="bare legend">
        <li>
          <span className="shade gap">Uncovered</span>
        </li>
        {Object.entries(COVERAGE_KINDS).map(([kind, label]) => (
          <li key={kind}>
            <span className={`shade ${kind}`}>{label}</span>
          </li>
        ))}
      </ul>
      <div className="actions">
        <button
          type="button"
          className="button small"
          onClick={() => onStep(-1)}
          aria-keyshortcuts="Shift+N"
        >
          Gap before
        </button>
        <button
          type="button"
          className="button small"
          onClick={() => onStep(1)}
          aria-keyshortcuts="n"
        >
          Next gap
        </button>
        {desk.may.mark && connecting > 0 && (
          <button type="button" className="button small" onClick={onSweep}>
            {connecting === 1 ? 'Sweep 1 gap' : `Sweep ${connecting} gaps`} of connecting words
          </button>
        )}
        <button
          type="button"
          className="button small plain"
          onClick={onClose}
          aria-keyshortcuts="g"
        >
          Close
        </button>
      </div>
    </section>
  )
}
