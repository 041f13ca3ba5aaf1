import type { Fact, FactSaid } from '@/lib/domain/ledger/facts'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'
import type { Prisma } from '../generated/client'

const columns = {
  id: true,
  kind: true,
  subject: true,
  said: true,
  note: true,
  claimId: true,
  words: true,
  basis: true,
  version: true,
  keptById: true,
  keptAt: true,
  retiredAt: true,
  retiredById: true,
  retireReason: true,
} as const satisfies Prisma.LedgerFactSelect

/** Every fact of the ledger that is not retired, or all of them, by what they are about. Everybody in the newsroom reads them. */
export async function listFacts({ newsroomId }: Actor, { retired = false } = {}) {
  const rows = await db().ledgerFact.findMany({
    where: { newsroomId, ...(!retired && { retiredAt: null }) },
    select: columns,
    orderBy: [{ subject: 'asc' }, { id: 'asc' }],
  })
  return rows.map(asOnFile)
}

/** A fact with who kept it and when; where it comes from is told by `findOrigin` alone, to whoever may see that. */
export type FactOnFile = Awaited<ReturnType<typeof listFacts>>[number]

export async function findFact({ newsroomId }: Actor, id: string): Promise<FactOnFile | null> {
  const row = await db().ledgerFact.findFirst({ where: { id, newsroomId }, select: columns })
  return row && asOnFile(row)
}

export function countFacts({ newsroomId }: Actor): Promise<number> {
  return db().ledgerFact.count({ where: { newsroomId, retiredAt: null } })
}

type Row = Prisma.LedgerFactGetPayload<{ select: typeof columns }>

function asOnFile({ kind, subject, said, note, claimId, words: _, ...row }: Row) {
  const fact = { kind, subject, note, ...(said as object), id: row.id } as Fact
  return { ...row, ...fact, isFromClaim: claimId !== null }
}

/** From which claim a fact was kept, and the words of that then. For `findOrigin`, which says to whom it is told. */
export function findFactClaim({ newsroomId }: Actor, id: string) {
  return db().ledgerFact.findFirst({
    where: { id, newsroomId, claimId: { not: null } },
    select: { claimId: true, words: true },
  })
}

export async function insertFact(
  { newsroomId, userId }: Actor,
  fact: FactSaid,
  from: { claimId: string; words: string } | { basis: string },
): Promise<string> {
  const { id } = await db().ledgerFact.create({
    data: { ...rowOf(fact), ...from, newsroomId, keptById: userId },
    select: { id: true },
  })
  return id
}

/** Adds many facts that come from one place; answers with their ids, in their order. */
export async function insertFacts(
  { newsroomId, userId }: Actor,
  facts: readonly FactSaid[],
  basis: string,
): Promise<string[]> {
  const rows = await db().ledgerFact.createManyAndReturn({
    data: facts.map((fact) => ({ ...rowOf(fact), basis, newsroomId, keptById: userId })),
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Changes what a fact says and counts its version up, so that rulings and dismissals about the old one lapse. */
export async function updateFact({ newsroomId }: Actor, id: string, fact: FactSaid): Promise<void> {
  await db().ledgerFact.update({
    where: { id, newsroomId },
    data: { ...rowOf(fact), version: { increment: 1 } },
  })
}

/** Retires a fact with a reason, or takes it back. */
export async function updateFactRetired(
  { newsroomId, userId }: Actor,
  id: string,
  reason: string | null,
): Promise<void> {
  const retired =
    reason === null
      ? { retiredAt: null, retiredById: null, retireReason: '' }
      : { retiredAt: new Date(), retiredById: userId, retireReason: reason }
  await db().ledgerFact.update({ where: { id, newsroomId }, data: retired })
}

function rowOf({ kind, subject, note, ...said }: FactSaid) {
  return { kind, subject, note, said }
}
