import type { Actor } from '@/lib/domain/policy'
import type { OpenItem } from '@/lib/domain/sign-off/open-items'
import type { Signing } from '@/lib/domain/sign-off/statement'
import type { Article } from '../articles/articles'
import { findHidden, numbersOf, tellsHidden } from '../claims/hidden-verdicts'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { findRevision } from '../revisions/revisions'
import { seenBy } from '../visibility'
import { whileUnchanged } from '../while-unchanged'
import { listOpenItems } from './open-items'
import { type Acceptance, listAcceptances, listStandingSignOffs } from './sign-offs'

/** Something open, with the acceptance that holds for it, if an editor gave one. */
export type WeighedItem = OpenItem & { acceptance: Acceptance | null }

/**
 * All that a signature on the newest text of an article would be about, and the one that holds, if any; and the
 * numbers of the claims of which the actor may not know all, so that they cannot sign.
 */
export async function findSigning(actor: Actor, article: Article) {
  const revision = await findRevision(actor, article.id)
  if (!revision) throw new Error(`article ${article.id} has no revision`)
  const hidden = await findHidden(actor, Prisma.sql`claim."articleId" = ${article.id}`)
  const open = (await listOpenItems(actor, article)).filter((item) => !tellsHidden(item, hidden))
  const accepted = new Map(
    (await listAcceptances(actor, article.id)).map((one) => [one.key, one] as const),
  )
  const items = open.map(
    (item): WeighedItem => ({
      ...item,
      acceptance: accepted.get(item.key) ?? null,
    }),
  )
  const claims = await db().claim.count({
    where: { articleId: article.id, article: seenBy(actor), status: { not: 'cut' } },
  })
  const [standing] = await listStandingSignOffs(actor, [article.id])
  const kindsOf = (some: WeighedItem[]) => some.map(({ kind }) => kind)
  const { number, sha256, words } = revision
  const signing: Signing = {
    ...{ name: actor.name, role: actor.role, newsroom: actor.newsroomName },
    ...{ headline: article.headline, revision: number, sha256, words, claims },
    accepted: kindsOf(items.filter(({ acceptance }) => acceptance !== null)),
    open: kindsOf(items.filter(({ acceptance }) => acceptance === null)),
  }
  return { revision, items, standing: standing ?? null, signing, hidden: numbersOf(hidden) }
}

/** The same for a page that only shows it: read once for as long as nothing changed. */
export const findKnownSigning = whileUnchanged(16, (article: Article) => article.id, findSigning)

export type SigningFound = Awaited<ReturnType<typeof findSigning>>
