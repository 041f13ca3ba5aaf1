import type { ContradictionShown } from '@/lib/db/contradictions/find-contradictions'

/** A contradiction as its page shows it, and what this person can do with it. */
export interface ItemProps {
  newsroom: string
  me: string
  /** The number of the text that is shown. */
  revision: number
  article: { id: string; slug: string; language: string }
  may: { answer: boolean; suggest: boolean; ask: boolean }
  contradiction: ContradictionShown
  /** Who answered; null while nobody has. */
  by: string | null
}
