import { useRouter } from 'next/navigation'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import type { TextSelection } from '../../browser/use-word-selection'
import type { ActionHandlers } from '../../keyboard/shortcuts'

/** The way to correct what is published: the chosen words where there are some, or else those of the open claim. */
export function useCorrecting(
  { may, newsroom, article, revision }: Desk,
  open: ClaimShown | null,
  selection: TextSelection,
): ActionHandlers {
  const router = useRouter()
  if (!may.correct) return {}
  const here = `/${newsroom}/articles/${article.slug}/correct`
  const claim = open?.status === 'cut' ? null : open
  const run = () => {
    const span = selection.now()
    if (span) {
      router.push(`${here}?revision=${revision.number}&start=${span.start}&end=${span.end}`)
    } else if (claim) router.push(`${here}?claim=${claim.number}`)
  }
  return { correct: { run, ready: selection.span !== null || claim !== null } }
}
