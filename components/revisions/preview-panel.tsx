'use client'

import { OUTCOMES, type Outcome } from '@/lib/domain/anchoring/outcomes'
import type { ClaimPreview, PreviewBase, RevisionPreview } from '@/lib/domain/revisions/preview'
import { claimNumber, keysOf } from '@/lib/domain/vocabulary'
import { WordDiff } from '../ui/word-diff'
import { ChangedPlaces } from './changed-places'

/** What saving a text would do: to the words, to each claim, and to what is accounted for without one. */
export function PreviewPanel({
  preview,
  bases: [newest],
  language,
}: {
  preview: RevisionPreview
  bases: readonly [PreviewBase, ...PreviewBase[]]
  language: string
}) {
  const { claims, outcomes, lapsing, isSame, isAnother, counts } = preview
  if (isSame) {
    return (
      <p className="quiet" aria-live="polite">
        Nothing differs from revision {newest.number} yet.
      </p>
    )
  }
  return (
    <div className="preview-panel">
      {isAnother && (
        <p className="form-message" role="alert">
          Almost nothing of revision {newest.number} is in this text. Is it another article?
        </p>
      )}
      <p aria-live="polite">
        <strong>{told(claims.length, outcomes)}</strong>
      </p>
      <Reframed claims={claims.filter(({ frame }) => frame !== null)} language={language} />
      {keysOf(OUTCOMES)
        .toReversed()
        .map((what) => (
          <ClaimsOf
            key={what}
            {...{ what, language }}
            claims={claims.filter(({ outcome }) => outcome.what === what)}
          />
        ))}
      {lapsing.length > 0 && (
        <details open>
          <summary>
            {lapsing.length === 1 ? '1 mark lapses' : `${lapsing.length} marks lapse`}
          </summary>
          <ul className="bare">
            {lapsing.map((words, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be marked twice
              <li key={at}>
                <bdi lang={language}>“{words}”</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
      <details open>
        <summary>{differing(counts)}</summary>
        <ChangedPlaces
          old={newest.text}
          now={preview.text}
          {...{ changes: preview.changes, language }}
        />
      </details>
    </div>
  )
}

/** `14 claims: 10 kept, 1 moved, 1 changed, 1 ambiguous, 1 missing`. */
function told(all: number, outcomes: Record<Outcome, number>): string {
  if (all === 0) return 'There are no claims yet.'
  const each = keysOf(OUTCOMES)
    .filter((what) => outcomes[what] > 0)
    .map((what) => `${outcomes[what]} ${OUTCOMES[what].toLowerCase()}`)
  return `${all === 1 ? '1 claim' : `${all} claims`}: ${each.join(', ')}`
}

function differing({ factual, typographic, moved }: RevisionPreview['counts']): string {
  const places = (count: number) => (count === 1 ? '1 place' : `${count} places`)
  return [
    ...(factual > 0 ? [`Other words in ${places(factual)}`] : ['No other words']),
    ...(typographic > 0 ? [`typographic only in ${places(typographic)}`] : []),
    ...(moved > 0 ? [`moved in ${places(moved)}`] : []),
  ].join(', ')
}

const MEANING: Record<Outcome, string> = {
  missing: 'their words are gone',
  ambiguous: 'their words may be at more than one place',
  changed: 'other words stand there',
  moved: 'the same words at another place',
  kept: 'the same words at the same place',
}

function ClaimsOf({
  what,
  claims,
  language,
}: {
  what: Outcome
  claims: ClaimPreview[]
  language: string
}) {
  if (claims.length === 0) return null
  const carried = what === 'kept' || what === 'moved'
  return (
    <details open={!carried}>
      <summary>
        {OUTCOMES[what]} {claims.length} <span className="quiet">{MEANING[what]}</span>
      </summary>
      <ul className="bare previewed-claims">
        {claims.map((one) => (
          <li key={one.claim.number}>
            <span className="mono">{claimNumber(one.claim.number)}</span>{' '}
            <Words {...one} language={language} />
            {one.isTypographicOnly && <span className="quiet small"> typographic only</span>}
            {!carried && one.claim.isChecked && (
              <span className="quiet small"> has to be checked again</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The checked claims around which other words would stand. */
function Reframed({ claims, language }: { claims: ClaimPreview[]; language: string }) {
  if (claims.length === 0) return null
  return (
    <details open>
      <summary>
        {claims.length === 1 ? '1 claim has' : `${claims.length} claims have`} other words around{' '}
        {claims.length === 1 ? 'it' : 'them'}{' '}
        <span className="quiet">the check may hold no more</span>
      </summary>
      <ul className="bare previewed-claims">
        {claims.map(({ claim, words, frame }) => (
          <li key={claim.number}>
            <span className="mono">{claimNumber(claim.number)}</span>{' '}
            <bdi lang={language}>{words}</bdi>
            <span className="quiet small">
              {claim.isSaid ? ' has to be checked again: ' : ' has to be looked at: '}
            </span>
            <span lang={language}>{frame && <WordDiff old={frame[0]} now={frame[1]} />}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Words({ words, nowWords, outcome, language }: ClaimPreview & { language: string }) {
  if (nowWords !== null && nowWords !== words) {
    return (
      <span lang={language}>
        <WordDiff old={words} now={nowWords} />
      </span>
    )
  }
  const places = outcome.what === 'ambiguous' ? outcome.places.length : 0
  return (
    <>
      <bdi lang={language}>{outcome.what === 'missing' ? <del>{words}</del> : words}</bdi>
      {places > 1 && <span className="quiet small"> at {places} places</span>}
    </>
  )
}
