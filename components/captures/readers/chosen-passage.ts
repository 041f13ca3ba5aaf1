import { anchorAt } from '@/lib/domain/anchoring/anchor'
import { lineAt, linesOf } from '@/lib/domain/captures/lines'
import { locatorOf, type Passage } from '@/lib/domain/captures/passage'
import type { TextPart } from '@/lib/domain/captures/text-part'
import { Refusal } from '@/lib/domain/refusal'
import type { Span } from '@/lib/domain/text/blocks'

/** A passage that was chosen, as evidence would have it. */
export interface ChosenPassage {
  passage: Passage
  locator: string
  /** The words there; null where there are none, and the evidence keeps those that it has. */
  excerpt: string | null
}

/** A passage on a page of a document. */
export type PagePassage = Extract<Passage, { kind: 'page' }>

/** What is chosen now, or why that can be no passage. */
export type Choice = ChosenPassage | { problem: string } | null

/** Words of a readable text as a passage; by their line where the lines are the text's own. */
export function wordsChosen(part: TextPart, span: Span, hasOwnLines: boolean): Choice {
  if (span.end - span.start > LONGEST) return { problem: TOO_LONG }
  try {
    const anchor = anchorAt(part.text, span)
    const line = part.line - 1 + lineAt(linesOf(part.text), anchor.start)
    const [start, end] = [anchor.start + part.start, anchor.end + part.start]
    const passage = { kind: 'text' as const, ...anchor, start, end }
    const locator = locatorOf(passage, hasOwnLines ? line : undefined)
    return { passage, locator, excerpt: anchor.exact }
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** A part of a page, picture or recording as a passage. */
export function placeChosen(passage: Passage): ChosenPassage {
  const words = passage.kind === 'page' ? passage.exact : ''
  return { passage, locator: locatorOf(passage), excerpt: words || null }
}

/** In UTF-16 units. */
export const LONGEST = 10_000

export const TOO_LONG =
  'This is too long for a passage. Choose the words that the evidence rests on.'
