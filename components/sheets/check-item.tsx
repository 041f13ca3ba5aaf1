'use client'

import { useMemo } from 'react'
import { citedIn } from '@/lib/domain/sheets/checks'
import { type CheckPlace, canBeBrought, type MatchedCheck } from '@/lib/domain/sheets/match-checks'
import type { NearestWords } from '@/lib/domain/sheets/nearest-words'
import { isVerdict, meaningWord } from '@/lib/domain/sheets/statuses'
import type { PlacedBlock } from '@/lib/domain/text/blocks'
import { excerptAround } from '@/lib/domain/text/excerpt'
import { claimNumber, STANCES } from '@/lib/domain/vocabulary'
import { EscapedText } from '../ui/escaped-text'

/** The text that the rows are matched with. */
export interface MatchedText {
  text: string
  blocks: readonly PlacedBlock[]
  language: string
  nearest: NearestWords
}

/** A row of the sheet: its words and their place in the text, what it says of them, and whether it is brought. */
export function CheckItem({
  name,
  one,
  here,
  isLeft,
  onLeave,
  onPlace,
}: {
  /** Of the sheet. */
  name: string
  one: MatchedCheck
  here: MatchedText
  isLeft: boolean
  onLeave: (isLeft: boolean) => void
  onPlace: (start: number) => void
}) {
  const { check, place } = one
  const { row, isHidden, quote, source, locator, status, meaning, stance, note } = check
  const words = (
    <bdi lang={here.language} className="exchange-words">
      <EscapedText>{quote || '—'}</EscapedText>
    </bdi>
  )
  return (
    <>
      <p className="quiet small">
        Row {row}
        {isHidden && ', hidden in the sheet'}
      </p>
      {canBeBrought(one) ? (
        <label className="exchange-choice">
          <input
            type="checkbox"
            checked={!isLeft}
            onChange={({ target }) => onLeave(!target.checked)}
          />
          <span>{words}</span>
        </label>
      ) : (
        words
      )}
      <Standing one={one} here={here} />
      {place.what !== 'missing' && <Places row={row} place={place} here={here} onPlace={onPlace} />}
      {source && (
        <p>
          <bdi>{source.title}</bdi>
          {source.url && (
            <>
              {' · '}
              <bdi className="sheet-address">{source.url}</bdi>
            </>
          )}
          {' · '}
          <bdi>{locator || citedIn(name, row)}</bdi> · {STANCES[stance].toLowerCase()}
        </p>
      )}
      {status && (
        <p>
          “<bdi>{status}</bdi>” → {meaningWord(meaning)}
          {isVerdict(meaning) && ', as a comment'}
        </p>
      )}
      {note && (
        <p className="quiet sheet-note" dir="auto">
          <EscapedText>{note}</EscapedText>
        </p>
      )}
    </>
  )
}

/** Where the words of a row stand, and what becomes of it, or why nothing does. */
function Standing({ one, here }: { one: MatchedCheck; here: MatchedText }) {
  const { check, place, claim, rowAbove, isHere } = one
  if (check.problem !== null) return <p className="warning">{check.problem}</p>
  if (place.what === 'missing') return <Missing quote={check.quote} here={here} />
  if (place.what === 'several') {
    return (
      <p className="warning">These words stand in {place.places.length} places. Say in which.</p>
    )
  }
  const form = place.isExact
    ? 'Stands in the text'
    : 'Stands in the text in another typographic form'
  const becomes = claim
    ? isHere
      ? `${claimNumber(claim.number)} has all of this already`
      : `${claimNumber(claim.number)} already: this goes to it`
    : rowAbove
      ? `the same claim as row ${rowAbove}`
      : 'a new claim'
  return (
    <>
      <p className="quiet">
        {form} · {becomes}
      </p>
      {!place.isExact && (
        <bdi lang={here.language} className="exchange-words quiet">
          <EscapedText>{here.text.slice(place.at.start, place.at.end)}</EscapedText>
        </bdi>
      )}
    </>
  )
}

function Missing({ quote, here }: { quote: string; here: MatchedText }) {
  const near = useMemo(() => here.nearest.to(quote), [here.nearest, quote])
  return (
    <>
      <p className="warning">
        These words do not stand in this text.
        {near && ' The nearest, which are not taken for them:'}
      </p>
      {near && (
        <bdi lang={here.language} className="exchange-words quiet">
          <EscapedText>{here.text.slice(near.start, near.end)}</EscapedText>
        </bdi>
      )}
    </>
  )
}

/** The most places that can be chosen from. */
const MOST = 20

function Places({
  row,
  place,
  here,
  onPlace,
}: {
  row: number
  place: Exclude<CheckPlace, { what: 'missing' }>
  here: MatchedText
  onPlace: (start: number) => void
}) {
  const places = place.what === 'several' ? place.places : place.among
  if (places.length === 0) return null
  const chosen = place.what === 'found' ? place.at.start : null
  return (
    <fieldset className="sheet-places">
      <legend className="visually-hidden">Where the words of row {row} are meant</legend>
      {places.slice(0, MOST).map((one) => {
        const { before, words, after } = excerptAround(here.text, here.blocks, one)
        return (
          <label key={one.start} className="exchange-choice">
            <input
              type="radio"
              name={`place-${row}`}
              checked={one.start === chosen}
              onChange={() => onPlace(one.start)}
            />
            <bdi lang={here.language} className="exchange-words">
              {before}
              <mark>{words}</mark>
              {after}
            </bdi>
          </label>
        )
      })}
      {places.length > MOST && (
        <p className="quiet">And {(places.length - MOST).toLocaleString('en')} more places.</p>
      )}
    </fieldset>
  )
}
