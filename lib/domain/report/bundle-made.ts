import { z } from 'zod'
import { type ArticleFacts, hearsCheck } from '../policy'
import { keysOf, ROLES, type Role } from '../vocabulary'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What is on record of an evidence bundle that was made: what it is, and for whom it is. */
export const madeBundleSchema = z.object({
  sha256,
  bytes: z.int().positive(),
  name: z.string(),
  revision: z.int().positive(),
  /** How many entries the newsroom's log had at the moment that the bundle is of. */
  entries: z.int().nonnegative(),
  hasLog: z.boolean(),
  /** What is not in it, a sentence each. */
  leftOut: z.array(z.string()),
  /** As whom whoever asked for it saw the article. */
  role: z.enum(keysOf(ROLES)),
  heardCheck: z.boolean(),
})

export type MadeBundle = z.infer<typeof madeBundleSchema>

/** How many bundles of an article are held for each person: a newer one takes the oldest one's place. */
export const BUNDLES_HELD = 3

/** Whether somebody still sees the article as they did when the bundle was made for them; else it is not theirs any more. */
export function isStillFor(
  { role, heardCheck }: Pick<MadeBundle, 'role' | 'heardCheck'>,
  person: { userId: string; role: Role; selfCheck: boolean },
  article: ArticleFacts,
): boolean {
  return person.role === role && hearsCheck(person, article) === heardCheck
}
