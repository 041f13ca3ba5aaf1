import { cutClaim, markClaim } from '@/lib/actions'
import type { Desk } from '@/lib/db/workspace/find-desk'
import type { Candidate } from '@/lib/domain/candidates/candidates'
import type { Span } from '@/lib/domain/text/blocks'
import { type ClaimType, claimNumber } from '@/lib/domain/vocabulary'
import type { useSend } from '../../forms/submit'
import { toast } from '../../ui/toast'

type Send = ReturnType<typeof useSend>

/** Makes words a claim at once, with the type that they look like; its details can come later. */
export async function markNow(
  send: Send,
  { newsroom, article, revision }: Desk,
  { start, end }: Span,
  proposal: Candidate | null,
): Promise<void> {
  const type = proposal?.type ?? guessedType(revision.text.slice(start, end))
  const output = await send(markClaim, {
    ...{ newsroom, articleId: article.id, revision: revision.number, start, end, type },
    ...{ claimant: '', rule: proposal?.rule ?? '', score: proposal?.score ?? 0 },
  })
  if (!output) return
  const { number } = output as { number: number }
  toast(`${claimNumber(number)} made`, takingBack(send, newsroom, output))
}

/** The way to take a claim back right after it was made. */
export const takingBack = (send: Send, newsroom: string, output: unknown) => async () => {
  const { claimId } = output as { claimId: string }
  const reason = 'Taken back right after it was made.'
  await send(cutClaim, { newsroom, claimId, reason })
  toast('Claim taken back')
}

/** A first proposal from the shape of the words, which the checker changes where it is wrong. What is quoted is a quotation first. */
export function guessedType(words: string): ClaimType {
  if (/["“”«»„]/.test(words)) return 'quote'
  if (/[$€£¥₺₽]|\b(dollar|euro|pound|payment|paid)/i.test(words)) return 'money'
  if (/\d[\d.,]*\s?(km|m|kg|t|mph|°|cm|mm|miles?|metres?|tons?|tonnes?)\b/i.test(words)) {
    return 'measurement'
  }
  if (/\b(1[5-9]|20)\d\d\b|\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/.test(words)) {
    return 'date_or_time'
  }
  if (/\b(first|largest|biggest|most|only|best|highest|lowest|oldest)\b/i.test(words)) {
    return 'superlative'
  }
  if (/\d/.test(words)) return 'number'
  return 'event'
}
