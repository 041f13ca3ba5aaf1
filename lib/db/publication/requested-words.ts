import { type Anchor, anchorAt } from '@/lib/domain/anchoring/anchor'
import { carriedTo } from '@/lib/domain/anchoring/outcomes'
import { reanchor } from '@/lib/domain/anchoring/reanchor'
import type { Actor } from '@/lib/domain/policy'
import { claimAround } from '@/lib/domain/publication/publication'
import { Refusal } from '@/lib/domain/refusal'
import type { Span } from '@/lib/domain/text/blocks'
import { alignInTurns } from '@/lib/domain/text/diff/align'
import { findClaimPlace, listClaims } from '../claims/claims'
import { findRevision, type Revision } from '../revisions/revisions'

/** The words that an address asks to correct, and where they stand in the newest text; a null place: nowhere. */
export interface WordsAsked {
  /** Names them in this browser. */
  key: string
  claim: { id: string; number: number } | null
  words: string
  place: Span | null
}

type Asked = Record<string, string | string[] | undefined>

/** `claim` asks for a claim; `start` and `end` for words of the text that `revision` names, or else the newest. */
export async function wordsAsked(
  actor: Actor,
  newest: Revision,
  asked: Asked,
): Promise<WordsAsked | null> {
  const number = numberIn(asked.claim)
  if (number === null) return ofText(actor, newest, asked)
  const claim = await findClaimPlace(actor, { articleId: newest.articleId, number })
  if (!claim) return null
  const { id, anchor } = claim
  return {
    key: `C-${number}`,
    claim: { id, number },
    words: anchor.exact,
    place: anchor.revisionId === newest.id ? { start: anchor.start, end: anchor.end } : null,
  }
}

async function ofText(actor: Actor, newest: Revision, asked: Asked): Promise<WordsAsked | null> {
  const [start, end] = [numberIn(asked.start), numberIn(asked.end)]
  const number = numberIn(asked.revision) ?? newest.number
  const then = await findRevision(actor, newest.articleId, number)
  const anchor = then && start !== null && end !== null && anchorIn(then.text, { start, end })
  if (!anchor) return null
  const place = number === newest.number ? anchor : await carried(then, newest, anchor)
  const claims = await listClaims(actor, newest.articleId, newest.id)
  const claim = place && claimAround(claims, place)
  return {
    key: `${number}:${anchor.start}-${anchor.end}`,
    claim: claim && { id: claim.id, number: claim.number },
    words: anchor.exact,
    place: place && { start: place.start, end: place.end },
  }
}

/** Where words of an older text stand in the newest, if that is certain. */
async function carried(then: Revision, { text }: Revision, words: Span): Promise<Span | null> {
  const [one] = reanchor(await alignInTurns(then.text, text), [words])
  return one ? carriedTo(one.outcome) : null
}

function anchorIn(text: string, span: Span): Anchor | null {
  try {
    return anchorAt(text, span)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

function numberIn(asked: string | string[] | undefined): number | null {
  const number = typeof asked === 'string' ? Number(asked) : Number.NaN
  return asked !== '' && Number.isInteger(number) && number >= 0 && number < 1e9 ? number : null
}
