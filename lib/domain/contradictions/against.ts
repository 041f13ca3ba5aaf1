import type { Span } from '../text/blocks'
import { sentencesOf } from '../text/sentences/sentences'
import type { ContradictionKind, SaidPlace } from './contradiction'
import { placeAt } from './contradictions'
import { datesDiffer } from './dates'
import { speltTwice } from './name-pairs'
import { factsDiffer } from './person-facts'
import { quantitiesDiffer } from './quantities'
import { readStatements, type Statements } from './statements'

/** A claim of an article that is out, with the words that stand around it there. */
export interface ClaimOut {
  id: string
  exact: string
  prefix: string
  suffix: string
  language: string
}

/** A place of a text against a claim elsewhere: `other` is the claim’s place, in the words around the claim. */
export interface ContradictionOut {
  claimId: string
  kind: ContradictionKind
  one: SaidPlace
  other: SaidPlace
  why: string
}

/**
 * What a text says otherwise than claims of other articles. Stricter than within one text, where a headline and what stands under
 * it are about the same: two words besides the counted thing have to be shared. A claim is held against each place once.
 */
export function contradictionsAgainst(
  text: string,
  said: Statements,
  claims: readonly ClaimOut[],
): ContradictionOut[] {
  const seen = new Set<string>()
  return claims.flatMap((claim) => {
    const out = readClaim(claim)
    return pairsOf(said, out.said)
      .filter(({ theirs }) => isInside(theirs, out.exact))
      .flatMap(({ kind, mine, theirs, sentences: [here, there], why }) => {
        const [one, other] = [placeAt(text, mine, here), placeAt(out.text, theirs, there)]
        const key = [kind, one.words, other.words].join('\n').toLowerCase()
        if (seen.has(key)) return []
        seen.add(key)
        return [{ claimId: claim.id, kind, one, other, why }]
      })
  })
}

const isInside = (place: Span, exact: Span) => place.start < exact.end && place.end > exact.start

/** Reads a claim in its sentence, as far as its anchor keeps it. */
function readClaim({ exact, prefix, suffix, language }: ClaimOut) {
  const before = prefix.slice(prefix.lastIndexOf('\n') + 1)
  const after = suffix.split('\n')[0] ?? ''
  const text = before + exact + after
  const place = { start: before.length, end: before.length + exact.length }
  const sentences = sentencesOf(text, { start: 0, end: text.length }, language).filter(
    ({ start, end }) => start < place.end && end > place.start,
  )
  const start = Math.min(place.start, ...sentences.map((one) => one.start))
  const end = Math.max(place.end, ...sentences.map((one) => one.end))
  return {
    text,
    exact: place,
    said: readStatements(text, [{ kind: 'paragraph', start, end }], language),
  }
}

interface PairOut {
  kind: ContradictionKind
  mine: Span
  theirs: Span
  sentences: readonly [Span, Span]
  why: string
}

function pairsOf(mine: Statements, theirs: Statements): PairOut[] {
  const quantities = theirs.quantities.flatMap((other) =>
    mine.quantities.flatMap((one) =>
      pair(
        'quantity',
        one.figure,
        other.figure,
        [one.told, other.told],
        quantitiesDiffer(one, other, true),
      ),
    ),
  )
  const dates = theirs.dates.flatMap((other) =>
    mine.dates.flatMap((one) =>
      pair('date', one.figure, other.figure, [one.told, other.told], datesDiffer(one, other, true)),
    ),
  )
  // The same family name is somebody else’s in another article, so both have to tell the given name.
  const facts = theirs.facts.flatMap((other) =>
    mine.facts.flatMap((one) =>
      one.given && other.given && other.kind === 'title'
        ? pair(one.kind, one, other, [one.told, other.told], factsDiffer(one, other))
        : [],
    ),
  )
  const names = theirs.full.flatMap((other) =>
    mine.full.flatMap((one) =>
      pair('name', one, other, [one.sentence, other.sentence], speltTwice(one, other)),
    ),
  )
  return [...quantities, ...dates, ...facts, ...names]
}

const pair = (
  kind: ContradictionKind,
  mine: Span,
  theirs: Span,
  sentences: readonly [Span, Span],
  why: string | null,
): PairOut[] => (why === null ? [] : [{ kind, mine, theirs, sentences, why }])

/** The names by which claims are looked for that may speak of the same: those beside figures, dates and persons, the commonest first. */
export function soughtNames({ quantities, dates, full }: Statements): string[] {
  const counts = new Map<string, number>()
  const beside = [...new Set([...quantities, ...dates].map(({ told }) => told))]
  for (const name of [...beside.flatMap(({ names }) => [...names]), ...full.map(familyOf)]) {
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const byCount = [...counts].sort(([, one], [, other]) => other - one)
  return byCount.slice(0, MOST_NAMES).map(([name]) => name)
}

const MOST_NAMES = 40
const familyOf = ({ family }: { family: string }) => family.toLowerCase()
