import type { Actor } from '@/lib/domain/policy'
import type { Span } from '@/lib/domain/text/blocks'
import type { CorrectionCause } from '@/lib/domain/vocabulary'
import { db } from '../client'
import type { Prisma } from '../generated/client'
import { findNames } from '../newsroom/members'
import { seenBy } from '../visibility'

/** How often an article was corrected after it was published. */
export function countCorrections(actor: Actor, articleId: string): Promise<number> {
  return db().correction.count({ where: { articleId, article: seenBy(actor) } })
}

const shown = {
  number: true,
  claim: { select: { number: true } },
  published: { select: { number: true } },
  publishedWords: true,
  correctedWords: true,
  revision: { select: { number: true } },
  cause: true,
  notice: true,
  correctedById: true,
  correctedAt: true,
} satisfies Prisma.CorrectionSelect

/** Every correction of an article, newest first, each with the first signature that covers the corrected words. */
export async function listCorrections(actor: Actor, articleId: string) {
  const rows = await db().correction.findMany({
    where: { articleId, article: seenBy(actor) },
    select: shown,
    orderBy: { number: 'desc' },
  })
  if (rows.length === 0) return []
  const names = await findNames(actor)
  const signatures = await db().signOff.findMany({
    where: { articleId, article: seenBy(actor) },
    select: { signedById: true, signedAt: true, revision: { select: { number: true } } },
    orderBy: [{ signedAt: 'asc' }, { id: 'asc' }],
  })
  const nameOf = (id: string) => names.get(id) ?? 'Somebody'
  return rows.map(({ claim, published, revision, correctedById, correctedAt, ...row }) => {
    const signed = signatures.find((one) => one.revision.number >= revision.number)
    return {
      ...row,
      claim: claim?.number ?? null,
      published: published.number,
      revision: revision.number,
      by: nameOf(correctedById),
      at: correctedAt.toISOString(),
      signed: signed
        ? {
            revision: signed.revision.number,
            by: nameOf(signed.signedById),
            at: signed.signedAt.toISOString(),
          }
        : null,
    }
  })
}

export type CorrectionShown = Awaited<ReturnType<typeof listCorrections>>[number]

/** Puts a correction on record. */
export async function insertCorrection(
  actor: Actor,
  { start, end, ...correction }: NewCorrection,
): Promise<void> {
  await db().correction.create({ data: { ...correction, start, end, correctedById: actor.userId } })
}

/** What was published wrong, where the words were in that text, and the text that was made with other words. */
interface NewCorrection extends Span {
  articleId: string
  number: number
  claimId: string | null
  publishedRevisionId: string
  publishedWords: string
  correctedWords: string
  revisionId: string
  cause: CorrectionCause
  notice: string
}
