import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { hiddenFrom } from '@/lib/domain/claims/blind-check'
import { secondCheckStanding } from '@/lib/domain/claims/second-check'
import type { Actor } from '@/lib/domain/policy'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { db } from '../client'
import { listWholeClaims } from './claims'

const CLAIMS = 400
const WORDS = 'opened in “1932”'
const OTHER = 'opened in 1933'
/** The same wording in another typographic form. */
const STRAIGHT = 'opened in "1932"'

const POLICY = { secondCheck: 'every_claim', secondCheckRisks: [] } as const

test('what the database keeps of open checks never misses one that is open', async () => {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const checkers = [await newsroom.member('checker'), await newsroom.member('checker')]
  const people = [ines, ...checkers].map((one): Actor => ({ ...one, ...POLICY }))
  const { articleId } = await newsroom.article({ by: ines, text: `It ${WORDS}.`, checkers })
  const { id: revisionId } = await db().revision.findFirstOrThrow({ where: { articleId } })
  const random = randomFrom(1932)
  const pick = <const One>(...from: [One, ...One[]]) => from[random(from.length)] ?? from[0]

  const claims = Array.from({ length: CLAIMS }, (_, index) => ({
    ...{ id: randomUUID(), articleId, number: index + 1, createdById: ines.userId },
    type: 'event' as const,
    claimant: pick(null, 'The mayor'),
  }))
  await db().claim.createMany({ data: claims })
  const place = { revisionId, start: 3, end: 19, exact: WORDS, prefix: 'It ', suffix: '.' }
  await db().anchor.createMany({ data: claims.map(({ id }) => ({ ...place, claimId: id })) })
  const given = claims.flatMap(({ id }) => {
    const isExact = random(3) > 0
    return Array.from({ length: random(7) }, (_, age) => ({
      ...{ claimId: id, revisionId, givenAt: new Date(Date.now() - age * 1_000) },
      aspect: pick('so', 'so', 'said'),
      verdict: pick('confirmed', 'confirmed', 'confirmed', 'incorrect'),
      check: pick('first', 'second', 'first', 'second', 'deciding'),
      words: isExact ? pick(WORDS, WORDS, WORDS, WORDS, OTHER) : pick(WORDS, STRAIGHT, OTHER),
      givenById: pick(ines.userId, ...checkers.map(({ userId }) => userId)),
    }))
  })
  await db().verdict.createMany({ data: given })

  const rows = await db().claim.findMany({ where: { articleId } })
  const kept = new Map(rows.map(({ id, openChecks }) => [id, openChecks]))
  let [done, known] = [0, 0]
  for (const claim of await listWholeClaims(ines, articleId)) {
    const openChecks = kept.get(claim.id)
    const checks = { ...claim, words: claim.anchor.exact }
    const standing = secondCheckStanding(POLICY, checks)
    const isHidden = people.some((one) => hiddenFrom(one, checks).length > 0)
    if (standing === 'disagrees') expect(openChecks).toBe('differing')
    if (standing === 'missing' && claim.verdicts.length > 0) expect(openChecks).not.toBe('none')
    if (isHidden) expect(openChecks).not.toBe('none')
    if (standing === 'agrees' || standing === 'decided') {
      done++
      if (openChecks === 'none') known++
    }
  }
  // Of those that are done with, most are known to be.
  expect(done).toBeGreaterThan(10)
  expect(known / done).toBeGreaterThan(0.5)
})

/** Numbers below a bound, the same at each run. */
function randomFrom(seed: number) {
  let state = seed
  return (bound: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * bound)
  }
}
