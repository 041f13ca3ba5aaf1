import type { Bearer } from '@/lib/auth/bearer'
import type { Actor } from '@/lib/domain/policy'

/** What a read is given: the parts of its path, the words that are looked for, and which page of a list. */
export interface Wanted {
  params: Readonly<Record<string, string>>
  words: string
  /** Where the page begins, as the page before it said; empty for the first. */
  after: string
  take: number
}

/** A page of a list, and where the next one begins; null on the last. */
export interface Page {
  items: readonly unknown[]
  next: string | null
}

/** One thing, and the version that an edit of it replaces, where it has one. */
export interface One {
  value: unknown
  version?: number
}

interface Common {
  name: string
  /** Below `/api/v1`; `{article}` stands for an id or a slug. */
  path: string
  summary: string
  room: string
}

/** Something that a program can read: through the same reads and the same policy as the pages. `null` is answered as not found. */
export type ReadOperation = Common &
  (
    | { kind: 'one'; find: (actor: Actor, wanted: Wanted, bearer: Bearer) => Promise<One | null> }
    | {
        kind: 'page'
        /** Whether words can be looked for. */
        takesWords?: true
        find: (actor: Actor, wanted: Wanted, bearer: Bearer) => Promise<Page | null>
      }
  )

/** A page of a list that is read whole: what comes after the one of that id. */
export function pageOf<Item extends { id: string }>(
  items: readonly Item[],
  { after, take }: Pick<Wanted, 'after' | 'take'>,
): Page {
  const begin = after ? items.findIndex(({ id }) => id === after) + 1 : 0
  const page = items.slice(begin, begin + take)
  return { items: page, next: begin + take < items.length ? (page.at(-1)?.id ?? null) : null }
}
