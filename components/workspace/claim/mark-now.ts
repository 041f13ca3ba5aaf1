import { cutClaim, markClaim } from '@/lib/actions'
import type { Desk } from '@/lib/db/workspace/find-desk'
import type { Candidate } from '@/lib/domain/candidates/candidates'
import { guessedType } from '@/lib/domain/candidates/guessed-type'
import type { Span } from '@/lib/domain/text/blocks'
import { claimNumber } from '@/lib/domain/vocabulary'
import type { useSend } from '../../forms/submit'
import { toast } from '../../ui/toast'
import type { SelectedWords } from '../text/selected-words'

type Send = ReturnType<typeof useSend>

/** Makes words a claim at once, with the type that they look like; its details can come later. */
export async function markNow(
  send: Send,
  desk: Desk,
  { start, end }: Span,
  proposal: Candidate | null,
): Promise<void> {
  const { newsroom, article, revision } = desk
  const words = revision.text.slice(start, end)
  const chosen = { start, end, words, revision: revision.number }
  const type = proposal?.type ?? typeOf(desk, chosen)
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

/** The type that the words seem to have where they stand; words that an older text alone has are read by themselves. */
export function typeOf({ revision }: Desk, { start, end, words, revision: number }: SelectedWords) {
  const block = revision.blocks.find((one) => one.start <= start && end <= one.end)
  return block && number === revision.number
    ? guessedType(revision.text, block, { start, end })
    : guessedType(words, { start: 0, end: words.length }, { start: 0, end: words.length })
}
