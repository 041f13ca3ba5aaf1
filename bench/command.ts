import { Client } from 'pg'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import type { BigArticle } from './support/big-article'
import { line, median, ratio } from './support/print-measure'

const ROUNDS = 60

/**
 * Giving a verdict through the door (permission, rules, chain, receipt, notification) against the
 * same rows written by bare SQL in one transaction, turn by turn.
 */
export async function measureCommand({ actor, everyClaim }: BigArticle): Promise<void> {
  const sql = new Client({ connectionString: process.env.DATABASE_URL })
  await sql.connect()
  const unrated = everyClaim.filter((_, index) => index % 2 === 1)
  const times = { door: [] as number[], sql: [] as number[] }

  for (let round = 0; round < ROUNDS; round++) {
    const claim = unrated[round * 2]
    const other = unrated[round * 2 + 1]
    if (!claim || !other) break
    const start = performance.now()
    await giveVerdict(actor, { claimId: claim.claimId, verdict: 'confirmed' })
    const between = performance.now()
    await bareVerdict(sql, actor, other.claimId)
    const end = performance.now()
    if (round < 10) continue
    times.door.push(between - start)
    times.sql.push(end - between)
  }
  await sql.end()
  const [door, bare] = [median(times.door), median(times.sql)]
  line(
    `A verdict: ${door.toFixed(2)} ms through the door, ${bare.toFixed(2)} ms by bare SQL (medians)`,
  )
  ratio('Rate of the door against bare SQL', bare / door, { least: 0.25 })
}

async function bareVerdict(
  sql: Client,
  { userId, newsroomId }: BigArticle['actor'],
  claimId: string,
): Promise<void> {
  const id = crypto.randomUUID()
  await sql.query('BEGIN')
  const { rows } = await sql.query(
    'SELECT "auditSeq", "auditHash" FROM "Newsroom" WHERE id = $1 FOR UPDATE',
    [newsroomId],
  )
  const anchor = await sql.query('SELECT "revisionId", exact FROM "Anchor" WHERE "claimId" = $1', [
    claimId,
  ])
  await sql.query(
    `INSERT INTO "Verdict" (id, "claimId", "revisionId", aspect, verdict, words, "givenById")
     VALUES ($1, $2, $3, 'so', 'confirmed', $4, $5)`,
    [id, claimId, anchor.rows[0].revisionId, anchor.rows[0].exact, userId],
  )
  await sql.query(
    `UPDATE "Claim" SET "soVerdict" = 'confirmed', status = 'checked', version = version + 1 WHERE id = $1`,
    [claimId],
  )
  // What this entry says is not sealed; nothing verifies it afterwards.
  const seq = rows[0].auditSeq + 1
  await sql.query(
    `INSERT INTO "AuditEvent" ("newsroomId", seq, "actorId", "claimId", type, data, at, previous, hash)
     VALUES ($1, $2, $3, $4, 'verdict.given', $5, now(), $6, $7)`,
    [
      ...[newsroomId, seq, userId, claimId, { verdictId: id, verdict: 'confirmed' }],
      ...[rows[0].auditHash, '0'.repeat(64)],
    ],
  )
  await sql.query(`SELECT pg_notify('desk', $1)`, [newsroomId])
  await sql.query('COMMIT')
}
