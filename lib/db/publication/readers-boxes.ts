import type { Actor } from '@/lib/domain/policy'
import { boxStanding, type ReadersBox, readersBoxSchema } from '@/lib/domain/report/readers-box'
import { db } from '../client'
import type { Prisma, ReadersBoxEndKind } from '../generated/client'
import { findNames } from '../newsroom/members'
import { seenBy } from '../visibility'

/** How claims of an article stand now, by their numbers, as a reader's box is judged by it. */
export async function findBoxStandings(
  actor: Actor,
  articleId: string,
  numbers: readonly number[],
): Promise<Map<number, string>> {
  const rows = await db().claim.findMany({
    where: {
      ...{ articleId, number: { in: [...numbers] } },
      article: { newsroomId: actor.newsroomId },
    },
    select: {
      ...{ number: true, status: true, saidVerdict: true, soVerdict: true, risks: true },
      verdicts: { select: { id: true }, orderBy: [{ givenAt: 'desc' }, { id: 'desc' }], take: 1 },
    },
  })
  return new Map(
    rows.map(({ number, verdicts: [newest], ...claim }) => [
      number,
      boxStanding({ ...claim, newestVerdictId: newest?.id ?? null }),
    ]),
  )
}

const standing = {
  ...{ id: true, articleId: true, revisionId: true, claims: true, standings: true },
  revision: {
    select: { number: true, signOffs: { where: { end: null }, select: { id: true }, take: 1 } },
  },
  article: {
    select: { revisions: { select: { id: true }, orderBy: { number: 'desc' }, take: 1 } },
  },
} satisfies Prisma.ReadersBoxSelect

/** The reader's boxes of these articles that nothing has ended, whoever may see the articles. */
export async function listStandingReadersBoxes(actor: Actor, articleIds: readonly string[]) {
  const rows = await db().readersBox.findMany({
    where: {
      articleId: { in: [...articleIds] },
      article: { newsroomId: actor.newsroomId },
      end: null,
    },
    select: standing,
  })
  return rows.map(({ article, revision, ...row }) => ({
    ...row,
    revision: revision.number,
    /** Whether a signature holds for its text. */
    isSigned: revision.signOffs.length > 0,
    newestId: article.revisions[0]?.id ?? null,
  }))
}

export type StandingReadersBox = Awaited<ReturnType<typeof listStandingReadersBoxes>>[number]

/** Every reader's box that an article had, newest first, with who signed it, and what ended it. */
export async function listReadersBoxes(actor: Actor, articleId: string) {
  const rows = await db().readersBox.findMany({
    where: { articleId, article: seenBy(actor) },
    select: {
      ...{ id: true, box: true, claims: true, signedById: true, signedAt: true },
      revision: { select: { number: true } },
      end: true,
    },
    orderBy: [{ signedAt: 'desc' }, { id: 'desc' }],
  })
  if (rows.length === 0) return []
  const names = await findNames(actor)
  const nameOf = (id: string) => names.get(id) ?? 'Somebody'
  return rows.map(({ box, signedById, signedAt, revision, end, ...row }) => ({
    ...row,
    box: readersBoxSchema.parse(box),
    revision: revision.number,
    by: nameOf(signedById),
    at: signedAt.toISOString(),
    end: end && {
      ...{ kind: end.kind, reason: end.reason, claims: end.claims },
      ...{ by: nameOf(end.endedById), at: end.endedAt.toISOString() },
    },
  }))
}

export type ReadersBoxShown = Awaited<ReturnType<typeof listReadersBoxes>>[number]

export async function insertReadersBox(
  actor: Actor,
  given: {
    articleId: string
    revisionId: string
    sha256: string
    claims: number[]
    standings: string[]
    box: ReadersBox
  },
): Promise<string> {
  const { id } = await db().readersBox.create({
    data: { ...given, signedById: actor.userId },
    select: { id: true },
  })
  return id
}

export async function insertReadersBoxEnd(
  actor: Actor,
  end: { boxId: string; kind: ReadersBoxEndKind; reason?: string; claims?: number[] },
): Promise<void> {
  await db().readersBoxEnd.create({ data: { ...end, endedById: actor.userId } })
}
