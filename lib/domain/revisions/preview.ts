/** What saving a new text would do, worked out before it is saved by the rules that saving goes by. */

import { carriedTo, countOutcomes } from '../anchoring/outcomes'
import { type Carrying, reanchor } from '../anchoring/reanchor'
import { type Framing, framesOf, framing } from '../claims/frame'
import { isSameWording } from '../claims/standing'
import { type Block, layOut, type PlacedBlock, type Span } from '../text/blocks'
import { align } from '../text/diff/align'
import type { Alignment } from '../text/diff/alignment'
import { countChanges, type TextChange, textChanges } from '../text/diff/changes'

export interface PlacedClaim extends Span {
  number: number
  /** Whether it was checked: on other words, or without a place, it has to be checked again. */
  isChecked: boolean
  /** Whether somebody said that its words were said: with other words around them that has to be checked again. */
  isSaid: boolean
}

/** An older text and what has its newest place there. */
export interface PreviewBase {
  text: string
  blocks: readonly PlacedBlock[]
  number: number
  claims: readonly PlacedClaim[]
}

/** Words of the newest text that are accounted for without a claim. */
export interface PlacedMark extends Span {
  kind: string
}

export interface ClaimPreview {
  claim: PlacedClaim
  /** The words of its newest place. */
  words: string
  outcome: Carrying<PlacedClaim>['outcome']
  /** The words that are proposed, or that it is carried to. */
  nowWords: string | null
  isTypographicOnly: boolean
  /** What stands around a checked claim that is carried, before and then, where that is not the same. */
  frame: [before: string, after: string] | null
}

export interface RevisionPreview {
  /** Not a letter and no block is another. */
  isSame: boolean
  /** So little is left of the text that it may be another article. */
  isAnother: boolean
  text: string
  blocks: PlacedBlock[]
  changes: TextChange[]
  counts: ReturnType<typeof countChanges>
  claims: ClaimPreview[]
  outcomes: ReturnType<typeof countOutcomes>
  /** The words of the marks that would lapse. */
  lapsing: string[]
}

/** Previews a text over the newest one, which is the first base, and over the older ones in which claims stand. */
export function previewRevision(
  [newest, ...older]: readonly [PreviewBase, ...PreviewBase[]],
  marks: readonly PlacedMark[],
  blocks: readonly Block[],
  language: string,
): RevisionPreview {
  const now = layOut(blocks)
  const alignment = align(newest.text, now.text)
  const claims = [
    ...claimsOf(newest, alignment, now, language),
    ...older.flatMap((base) => claimsOf(base, align(base.text, now.text), now, language)),
  ].sort((a, b) => a.claim.number - b.claim.number)
  const changes = textChanges(alignment)
  const carried = reanchor(alignment, marks)
  return {
    isSame: newest.text === now.text && kindsOf(newest.blocks) === kindsOf(now.blocks),
    isAnother: isAnother(alignment),
    ...now,
    changes,
    counts: countChanges(changes),
    claims,
    outcomes: countOutcomes(claims),
    lapsing: carried
      .filter(({ outcome }) => !carriedTo(outcome))
      .map(({ of }) => newest.text.slice(of.start, of.end)),
  }
}

function claimsOf(
  base: PreviewBase,
  alignment: Alignment,
  now: Pick<Framing, 'text' | 'blocks'>,
  language: string,
): ClaimPreview[] {
  const texts = [framing(base, language), framing(now, language)] as const
  return reanchor(alignment, base.claims).map(({ of: claim, outcome }) => {
    const words = base.text.slice(claim.start, claim.end)
    const at = carriedTo(outcome) ?? (outcome.what === 'changed' ? outcome.proposal.at : null)
    const nowWords = at ? now.text.slice(at.start, at.end) : null
    const isTypographicOnly =
      carriedTo(outcome) !== null &&
      nowWords !== null &&
      nowWords !== words &&
      isSameWording(words, nowWords)
    const carried = carriedTo(outcome)
    const frames = claim.isChecked && carried && framesOf(texts, [claim, carried])
    const frame = frames && !isSameWording(...frames) ? frames : null
    return { claim, words, outcome, nowWords, isTypographicOnly, frame }
  })
}

const kindsOf = (blocks: readonly PlacedBlock[]) =>
  blocks.map(({ kind, start }) => `${kind} ${start}`).join()

/** A short text may be rewritten whole; of a longer one something is left. */
const LONG = 30
const LEFT = 0.2

function isAnother({ old, toNow }: Alignment): boolean {
  const words = old.tokens.flatMap(({ kind }, at) =>
    kind === 'word' || kind === 'unspaced' ? [at] : [],
  )
  const found = words.filter((at) => (toNow[at] ?? -1) >= 0).length
  return words.length >= LONG && found < LEFT * words.length
}
