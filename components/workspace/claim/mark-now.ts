import { cutClaim, markClaim } from '@/lib/actions'
import type { Desk } from '@/lib/db/workspace/find-desk'
import type { Candidate } from '@/lib/domain/candidates/candidates'
import type { guessedType } from '@/lib/domain/candidates/guessed-type'
import type { Span } from '@/lib/domain/text/blocks'
import { type ClaimType, claimNumber } from '@/lib/domain/vocabulary'
import { fetchedLater } from '../../browser/later'
import type { useSend } from '../../forms/submit'
import { toast } from '../../ui/toast'
import type { SelectedWords } from '../text/selected-words'

type Send = ReturnType<typeof useSend>

/** Makes words a claim at once, with the type that they look like; its details can come later. Answers whether it was made. */
export async function markNow(
  send: Send,
  desk: Desk,
  { start, end }: Span,
  proposal: Candidate | null,
): Promise<boolean> {
  const { newsroom, article, revision } = desk
  const words = revision.text.slice(start, end)
  const chosen = { start, end, words, revision: revision.number }
  const type = proposal?.type ?? (await guessed(placeOf(desk, chosen)))
  const output = await send(markClaim, {
    ...{ newsroom, articleId: article.id, revision: revision.number, start, end, type },
    ...{ claimant: '', rule: proposal?.rule ?? '', score: proposal?.score ?? 0 },
  })
  if (!output) return false
  const { number } = output as { number: number }
  toast(`${claimNumber(number)} made`, takingBack(send, newsroom, output))
  return true
}

/** Makes claims of several proposals, one after the other, until one is refused; said once, and taken back at once. */
export async function markAllNow(
  send: Send,
  { newsroom, article, revision }: Desk,
  proposals: readonly Candidate[],
): Promise<void> {
  const made: string[] = []
  for (const { start, end, type, rule, score } of proposals) {
    const output = await send(markClaim, {
      ...{ newsroom, articleId: article.id, revision: revision.number, start, end, type },
      ...{ claimant: '', rule, score },
    })
    // Why it was refused is said by whoever sent it.
    if (!output) break
    made.push((output as { claimId: string }).claimId)
  }
  if (made.length === 0) return
  toast(made.length === 1 ? '1 claim made' : `${made.length} claims made`, async () => {
    for (const claimId of made) await send(cutClaim, { newsroom, claimId, reason: TAKEN_BACK })
    toast('Claims taken back')
  })
}

const TAKEN_BACK = 'Taken back right after it was made.'

/** The way to take a claim back right after it was made. */
export const takingBack = (send: Send, newsroom: string, output: unknown) => async () => {
  const { claimId } = output as { claimId: string }
  await send(cutClaim, { newsroom, claimId, reason: TAKEN_BACK })
  toast('Claim taken back')
}

/** Where the script cannot be fetched, the claim cannot be sent either, and that says so. */
async function guessed(words: Parameters<typeof guessedType>): Promise<ClaimType> {
  return guessing().then(
    (script) => script.guessedType(...words),
    () => 'event',
  )
}

const guessing = fetchedLater(() => import('@/lib/domain/candidates/guessed-type'))

/** Where the type of words is guessed from: their block; words that an older text alone has are read by themselves. */
export function placeOf(
  { revision }: Desk,
  { start, end, words, revision: number }: SelectedWords,
): Parameters<typeof guessedType> {
  const block = revision.blocks.find((one) => one.start <= start && end <= one.end)
  const alone = { start: 0, end: words.length }
  return block && number === revision.number
    ? [revision.text, block, { start, end }]
    : [words, alone, alone]
}
