'use client'

import { useEffect, useState } from 'react'
import type { Dossier, VerdictShown } from '@/lib/db/workspace/dossiers'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { isSameWording } from '@/lib/domain/claims/standing'
import { aspectsOf } from '@/lib/domain/claims/status'
import { isWeaklySupported, lackingOnFile } from '@/lib/domain/claims/verdict'
import { ASPECTS, type Aspect, type Check } from '@/lib/domain/vocabulary'
import { DraftMark } from '../../../forms/draft-badge'
import { draftOf } from '../../../forms/draft-key'
import { Timestamp } from '../../../ui/timestamp'
import { WordDiff } from '../../../ui/word-diff'
import type { SameVerdict } from '../earlier/same-verdict'
import { AskedWords } from './asked-words'
import { besideEachOther, CompareChecks } from './compare-checks'
import { WaiverForm } from './secondary-support-form'
import { VerdictForm } from './verdict-form'
import { VerdictLine } from './verdict-line'

/** What the check found: the newest verdict of each aspect, those before it, and the way to give another. */
export function VerdictSection({
  desk,
  claim,
  dossier,
  proposed = null,
  onWording,
}: {
  desk: Desk
  claim: ClaimShown
  dossier: Dossier
  /** What an earlier check came to: the form is opened with it. */
  proposed?: SameVerdict | null
  /** Makes the words that a verdict proposes a suggestion; without it none is made from here. */
  onWording?: (wording: string) => void
}) {
  const [giving, setGiving] = useState<Aspect | null>(null)
  useEffect(() => {
    if (proposed) setGiving(proposed.aspect)
  }, [proposed])
  const aspects = aspectsOf(claim)
  const mayRate = desk.may.rate && claim.status !== 'cut'
  const maySuggest = desk.may.suggest && claim.status !== 'cut'
  const open = aspects.filter((aspect) => dossier.checks[aspect])
  const first = open.find((aspect) => !leadingOf(dossier, aspect)) ?? open.at(-1)

  const waiverFor = (aspect: Aspect) =>
    desk.may.waive &&
    mayNeedWaiver(dossier, aspect) && <WaiverForm desk={desk} claim={claim} aspect={aspect} />

  return (
    <section>
      <h3>Verdict</h3>
      {dossier.kept && <p className="small quiet">{dossier.kept}</p>}
      {aspects.map((aspect) => (
        <div key={aspect} className="aspect">
          {aspects.length > 1 && <h4>{ASPECT_QUESTIONS[aspect]}</h4>}
          {dossier.hidden.includes(aspect) ? (
            <p>
              A first verdict is given. You see it once your own check is saved, and whoever gave it
              sees yours.
            </p>
          ) : (
            !leadingOf(dossier, aspect) && <p className="quiet">No verdict yet.</p>
          )}
          <Found known={knownOf(dossier, aspect)} words={printedWordsOf(desk, claim)} />
          {mayRate && dossier.checks[aspect] === 'first' && (
            <AskedWords
              {...{ desk, claim, aspect }}
              last={leadingOf(dossier, aspect)}
              lacking={lackingOnFile(factsOf(claim, dossier), aspect, 'confirmed')}
            />
          )}
          {maySuggest && onWording && <MakeSuggestion {...{ dossier, aspect, onWording }} />}
          {dossier.waivers
            .filter((waiver) => waiver.aspect === aspect)
            .map(({ id, reason, givenBy, givenAt }) => (
              <p key={id} className="small quiet">
                Secondary support accepted by {givenBy}, <Timestamp at={givenAt} />: {reason}
              </p>
            ))}
          {giving === aspect ? (
            <VerdictForm
              key={proposed?.aspect === aspect ? proposed.rationale : ''}
              proposed={proposed?.aspect === aspect ? proposed : null}
              desk={desk}
              claim={claim}
              aspect={aspect}
              check={dossier.checks[aspect] ?? 'first'}
              known={knownOf(dossier, aspect)}
              quotes={dossier.queries.flatMap(({ entries }) => entries)}
              lacking={(verdict) => lackingOnFile(factsOf(claim, dossier), aspect, verdict)}
              waiver={waiverFor(aspect)}
              onClose={() => setGiving(null)}
            />
          ) : (
            mayRate &&
            dossier.checks[aspect] && (
              <div className="actions">
                <button
                  type="button"
                  className="button small"
                  data-key={aspect === first ? 'verdict' : undefined}
                  aria-keyshortcuts={aspect === first ? 'v' : undefined}
                  onClick={() => setGiving(aspect)}
                >
                  {
                    GIVE[dossier.checks[aspect]][
                      knownOf(dossier, aspect).some(isOf(dossier.checks[aspect])) ? 1 : 0
                    ]
                  }
                  {aspects.length > 1 && ` on “${ASPECTS[aspect].toLowerCase()}”`}
                </button>
                <DraftMark name={draftOf(desk, 'verdict', claim.id, aspect)} />
                {waiverFor(aspect)}
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
  const change = leadingOf(dossier, aspect)?.change ?? ''
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

const factsOf = ({ claimant }: ClaimShown, { evidence, waivers }: Dossier) => ({
  ...{ claimant, evidence },
  waivedAspects: waivers.map(({ aspect }) => aspect),
})

/** An editor's waiver is offered only where all support is secondary and nobody has accepted that yet. */
function mayNeedWaiver({ evidence, waivers }: Dossier, aspect: Aspect): boolean {
  const bearing = evidence.filter((one) => one.aspect === null || one.aspect === aspect)
  return isWeaklySupported(bearing) && !waivers.some((waiver) => waiver.aspect === aspect)
}

/** What the button says: at first, and once a verdict of this kind stands. */
const GIVE: Record<Check, [string, string]> = {
  first: ['Give verdict', 'Give another verdict'],
  second: ['Give second check', 'Give another second verdict'],
  deciding: ['Decide between them', 'Decide again'],
}

const isOf = (check: Check) => (one: VerdictShown) =>
  check === 'first' ? one.check !== 'second' : one.check === check

const knownOf = ({ verdicts }: Dossier, aspect: Aspect) =>
  verdicts.filter((verdict) => verdict.aspect === aspect)

/** The verdict that counts: the newest but for second checks. */
const leadingOf = (dossier: Dossier, aspect: Aspect) =>
  knownOf(dossier, aspect).find(({ check }) => check !== 'second') ?? null

/** The words that are printed now. */
function printedWordsOf({ claims, revision }: Desk, { id }: ClaimShown): string | null {
  const placed = claims.find((one) => one.id === id)
  return placed ? revision.text.slice(placed.start, placed.end) : null
}

function Found({
  known,
  words,
}: {
  /** The verdicts on this question that the reader may know, newest first. */
  known: VerdictShown[]
  /** What is printed now; null where the claim has no place. */
  words: string | null
}) {
  const newest = known.find(({ check }) => check !== 'second')
  const beside = words === null ? [] : besideEachOther(known, words)
  const shown = beside.length > 0 ? beside : newest ? [newest] : []
  const earlier = known.filter((one) => !shown.includes(one))
  return (
    <>
      {words !== null && newest && !isSameWording(newest.words, words) && (
        <p className="stale">
          <span className="quiet">The words changed after this verdict:</span>{' '}
          <WordDiff old={newest.words} now={words} />
        </p>
      )}
      {beside.length > 0 ? (
        <CompareChecks verdicts={beside} />
      ) : (
        newest && <VerdictLine verdict={newest} />
      )}
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
