import { checksInSheet } from '@/lib/domain/earlier-checks/published/check-sheet'
import {
  claimReviewsIn,
  LONGEST_REVIEWS,
} from '@/lib/domain/earlier-checks/published/claim-reviews'
import type { ReadCheck } from '@/lib/domain/earlier-checks/published/published-check'
import { chosenFile, readSheet } from './read-sheet'

/** What was read of a file or a pasted text, and what a reader should know of how. */
export interface ReadPublished {
  /** As the file is called. */
  name: string
  checks: ReadCheck[]
  told: string[]
}

/** Reads fact-checks of others from a file: ClaimReview as JSON-LD, or a sheet. Refuses what is neither, in words. */
export async function readPublishedFile(newsroom: string, picked: File): Promise<ReadPublished> {
  const file = await chosenFile(picked)
  const name = file.name.slice(0, 200) || 'a file'
  const begins = new TextDecoder().decode(file.bytes.subarray(0, 400))
  if (/^\uFEFF?\s*[[{<]/.test(begins)) {
    return { name, checks: claimReviewsIn(new TextDecoder().decode(file.bytes)), told: [] }
  }
  const sheet = await readSheet(newsroom, file, {})
  return { name, checks: checksInSheet(sheet.rows), told: sheet.told }
}

/** The same of a text that was pasted. */
export function readPublishedText(text: string): ReadPublished {
  return {
    name: 'pasted text',
    checks: claimReviewsIn(text.slice(0, LONGEST_REVIEWS + 1)),
    told: [],
  }
}
