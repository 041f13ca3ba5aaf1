'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { Dossier, VerdictShown } from '@/lib/db/workspace'
import { aspectsOf } from '@/lib/domain/claim-status'
import { isSameWording } from '@/lib/domain/claim-words'
import { isWeaklySupported } from '@/lib/domain/verdict'
import { ASPECTS, type Aspect } from '@/lib/domain/vocabulary'
import { DraftMark } from '../ui/draft-mark'
import { StatusWord } from '../ui/glyph'
import { Moment } from '../ui/moment'
import { draftOf } from './drafts'
import type { ClaimShown, Desk } from './types'
import { VerdictForm } from './verdict-form'
import { WaiverForm } from './waiver-form'

const WordDiff = dynamic(() => import('../revisions/word-diff').then(({ WordDiff }) => WordDiff))

/** What the check found: the newest verdict of each aspect, those before it, and the way to give another. */
export function VerdictSection({
  desk,
  claim,
  dossier,
  onWording,
}: {
  desk: Desk
  claim: ClaimShown
  dossier: Dossier
  /** Makes the words that a verdict proposes a suggestion. */
  /** Without it no suggestion is made from here. */
  onWording?: (wording: string) => void
}) {
  const [giving, setGiving] = useState<Aspect | null>(null)
  const aspects = aspectsOf(claim)
  const mayRate = desk.may.rate && claim.status !== 'cut'
  const maySuggest = desk.may.suggest && claim.status !== 'cut'
  const first = aspects.find((aspect) => !newestOf(dossier, aspect)) ?? 'so'

  return (
    <section>
      <h3>Verdict</h3>
      {aspects.map((aspect) => (
        <div key={aspect} className="aspect">
          {aspects.length > 1 && <h4>{ASPECT_QUESTIONS[aspect]}</h4>}
          <Newest
            verdict={newestOf(dossier, aspect)}
            earlier={dossier.verdicts.filter((one) => one.aspect === aspect).slice(1)}
            words={wordsOf(desk, claim)}
          />
          {maySuggest && onWording && <MakeSuggestion {...{ dossier, aspect, onWording }} />}
          {dossier.waivers
            .filter((waiver) => waiver.aspect === aspect)
            .map(({ id, reason, givenBy, givenAt }) => (
              <p key={id} className="small quiet">
                Secondary support accepted by {givenBy}, <Moment at={givenAt} />: {reason}
              </p>
            ))}
          {giving === aspect ? (
            <VerdictForm
              desk={desk}
              claim={claim}
              aspect={aspect}
              newest={newestOf(dossier, aspect)}
              quotes={dossier.queries.flatMap(({ entries }) => entries)}
              onClose={() => setGiving(null)}
            />
          ) : (
            mayRate && (
              <div className="actions">
                <button
                  type="button"
                  className="button small"
                  data-key={aspect === first ? 'verdict' : undefined}
                  aria-keyshortcuts={aspect === first ? 'v' : undefined}
                  onClick={() => setGiving(aspect)}
                >
                  {newestOf(dossier, aspect) ? 'Give another verdict' : 'Give verdict'}
                  {aspects.length > 1 && ` on “${ASPECTS[aspect].toLowerCase()}”`}
                </button>
                <DraftMark name={draftOf(desk, 'verdict', claim.id, aspect)} />
                {desk.may.waive && mayNeedWaiver(dossier, aspect) && (
                  <WaiverForm desk={desk} claim={claim} aspect={aspect} />
                )}
              </div>
            )
          )}
        </div>
      ))}
    </section>
  )
}

/** Offers to make the newest verdict's own wording a suggestion, unless it is one already. */
function MakeSuggestion({
  dossier,
  aspect,
  onWording,
}: {
  dossier: Dossier
  aspect: Aspect
  onWording: (wording: string) => void
}) {
  const change = newestOf(dossier, aspect)?.change ?? ''
  if (change === '' || dossier.suggestions.some(({ after }) => after === change)) return null
  return (
    <p className="small">
      <button type="button" className="link-button" onClick={() => onWording(change)}>
        Make it a suggestion
      </button>
    </p>
  )
}

const ASPECT_QUESTIONS: Record<Aspect, string> = {
  said: 'Said: were these words said, by this person, in this place?',
  so: 'So: is it true, or does the article give the context it needs?',
}

/** An editor's waiver is offered only where all support is secondary and nobody has accepted that yet. */
function mayNeedWaiver({ evidence, waivers }: Dossier, aspect: Aspect): boolean {
  const bearing = evidence.filter((one) => one.aspect === null || one.aspect === aspect)
  return isWeaklySupported(bearing) && !waivers.some((waiver) => waiver.aspect === aspect)
}

/** The words that are printed now. */
function wordsOf({ claims, revision }: Desk, { id }: ClaimShown): string | null {
  const placed = claims.find((one) => one.id === id)
  return placed ? revision.text.slice(placed.start, placed.end) : null
}

function newestOf({ verdicts }: Dossier, aspect: Aspect): VerdictShown | null {
  return verdicts.find((verdict) => verdict.aspect === aspect) ?? null
}

function Newest({
  verdict,
  earlier,
  words,
}: {
  verdict: VerdictShown | null
  earlier: VerdictShown[]
  /** What is printed now; null where the claim has no place. */
  words: string | null
}) {
  if (!verdict) return <p className="quiet">No verdict yet.</p>
  return (
    <>
      {words !== null && !isSameWording(verdict.words, words) && (
        <p className="stale">
          <span className="quiet">Its words are others than those of this verdict:</span>{' '}
          <WordDiff old={verdict.words} now={words} />
        </p>
      )}
      <VerdictLine verdict={verdict} />
      {earlier.length > 0 && (
        <details className="earlier">
          <summary className="quiet small">
            {earlier.length === 1 ? '1 earlier verdict' : `${earlier.length} earlier verdicts`}
          </summary>
          {earlier.map((one) => (
            <VerdictLine key={one.id} verdict={one} />
          ))}
        </details>
      )}
    </>
  )
}

function VerdictLine({ verdict }: { verdict: VerdictShown }) {
  const { rationale, searched, change, writersWord } = verdict
  const notes: [label: string, text: string][] = [
    ['', rationale],
    ['Would stand as', change],
    ['Searched', searched],
    ['The writer’s word', writersWord],
  ]
  return (
    <div className="verdict">
      <p>
        <strong>
          <StatusWord status={verdict.verdict} />
        </strong>{' '}
        <span className="quiet small">
          {verdict.givenBy}, <Moment at={verdict.givenAt} />
        </span>
      </p>
      {notes.map(
        ([label, text]) =>
          text && (
            <p key={label} className="prose">
              {label && <span className="quiet">{label}: </span>}
              {text}
            </p>
          ),
      )}
    </div>
  )
}
