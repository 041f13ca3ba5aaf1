'use client'

import type { CitedEvidence } from '@/lib/domain/sources/cited-evidence'
import { CLAIM_TYPES, STANCES } from '@/lib/domain/vocabulary'
import type { ProposedClaim, Unmatched } from '@/lib/importing/annotations/match-annotations'
import { EscapedText } from '../ui/escaped-text'

/** Annotations whose words stand in the text, each to be taken or left; the kind of claim can be changed. */
export function ProposedAnnotations({
  proposed,
  all,
  language,
  left,
  onLeave,
  types,
  onType,
}: {
  proposed: readonly ProposedClaim[]
  all: number
  language: string
  left: ReadonlySet<number>
  onLeave: (left: ReadonlySet<number>) => void
  types: Record<number, string>
  onType: (number: number, type: string) => void
}) {
  const toggle = (number: number) => {
    const next = new Set(left)
    if (!next.delete(number)) next.add(number)
    onLeave(next)
  }
  return (
    <fieldset className="exchange-set">
      <legend>Words that stand in this text</legend>
      {all > proposed.length && (
        <p className="quiet">
          The first {proposed.length} of {all}. Take these, and the next ones follow.
        </p>
      )}
      <p>
        <button type="button" className="link-button" onClick={() => onLeave(new Set())}>
          Choose all
        </button>{' '}
        <button
          type="button"
          className="link-button"
          onClick={() => onLeave(new Set(proposed.map(({ number }) => number)))}
        >
          Choose none
        </button>
      </p>
      <ul className="exchange-list">
        {proposed.map(({ number, words, type, claimant, note, evidence }) => (
          <li key={number}>
            <label className="exchange-choice">
              <input type="checkbox" checked={!left.has(number)} onChange={() => toggle(number)} />
              <span>
                <bdi lang={language} className="exchange-words">
                  <EscapedText>{words}</EscapedText>
                </bdi>
              </span>
            </label>
            <select
              aria-label={`Type of number ${number}`}
              value={types[number] ?? type}
              onChange={({ target }) => onType(number, target.value)}
            >
              {Object.entries(CLAIM_TYPES).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
            {claimant && (
              <p className="quiet small">
                Said by{' '}
                <bdi>
                  <EscapedText>{claimant}</EscapedText>
                </bdi>
              </p>
            )}
            {evidence.length > 0 && <CitedThere evidence={evidence} />}
            {note && (
              <p className="quiet" dir="auto">
                <EscapedText>{note}</EscapedText>
              </p>
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** What words rest on elsewhere, which comes with them. */
function CitedThere({ evidence }: { evidence: readonly CitedEvidence[] }) {
  return (
    <ul className="exchange-cited small">
      {evidence.map(({ source, stance, locator }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one source may be cited twice for the same, and they never change order
        <li key={index}>
          {STANCES[stance]}:{' '}
          <bdi>
            <EscapedText>{source.title}</EscapedText>
          </bdi>
          ,{' '}
          <bdi>
            <EscapedText>{locator}</EscapedText>
          </bdi>
        </li>
      ))}
    </ul>
  )
}

/** Annotations that are not proposed, each with the reason. */
export function UnmatchedAnnotations({
  unmatched,
  language,
}: {
  unmatched: readonly Unmatched[]
  language: string
}) {
  return (
    <section className="section" aria-labelledby="unmatched">
      <h2 id="unmatched">
        {unmatched.length === 1 ? '1 is not proposed' : `${unmatched.length} are not proposed`}
      </h2>
      <ul className="exchange-list">
        {unmatched.map(({ number, words, why, note }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one annotation may be on several places, and they never change order
          <li key={index}>
            <p>
              Number {number}: {why}
            </p>
            {words && (
              <bdi lang={language} className="exchange-words">
                <EscapedText>{words}</EscapedText>
              </bdi>
            )}
            {note && (
              <p className="quiet" dir="auto">
                <EscapedText>{note}</EscapedText>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
