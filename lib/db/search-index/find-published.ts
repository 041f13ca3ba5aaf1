import { type Agreement, agreementOf } from '@/lib/domain/earlier-checks/agreement'
import { CANDIDATES, queryTermsOf } from '@/lib/domain/earlier-checks/asked-terms'
import { LIKELY, rankEarlier } from '@/lib/domain/earlier-checks/rank'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { PLANNED_ANEW } from '../prepared-statements'
import { findPublishedChecks, type PublishedOnFile } from '../sources/published-checks'
import { type Asked, findAskedWords, holdingOf, MOST_HELD } from './asked-words'

/** A fact-check of somebody else that likely says the same as some words, or the contrary. */
export type PublishedOffered = PublishedOnFile & { agreement: Agreement }

/** So many are offered. */
const OFFERED = 5

/** What others published of the claim that these words make, the likeliest first. */
export async function findPublishedOn(
  actor: Actor,
  { words, language }: { words: string; language: string },
): Promise<PublishedOffered[]> {
  const [asked, count] = await Promise.all([
    findAskedWords(actor, { words, language, kind: 'published_check' }),
    db().publishedCheck.count({ where: { newsroomId: actor.newsroomId, removedAt: null } }),
  ])
  if (holdingOf(asked).length === 0) return []
  const checks = await findPublishedChecks(actor, await readIds(actor, asked))
  const candidates = [...checks.values()].map(({ id, claim, title, language: spoken }) => ({
    ...{ id, words: claim, title, language: spoken || language },
  }))
  const held = new Map(
    [...asked.rare, ...asked.common].flatMap(({ word, held }) =>
      queryTermsOf(word, language).map((term) => [term, held] as const),
    ),
  )
  const statistics = {
    ...{ claims: count, meanTerms: 12 },
    holding: (term: string) => held.get(term) ?? Math.min(count, MOST_HELD),
  }
  return rankEarlier(words, candidates, { language, statistics })
    .filter(({ score }) => score >= LIKELY)
    .slice(0, OFFERED)
    .flatMap(({ claim: { id, words: said, language: spoken } }) => {
      const check = checks.get(id)
      const agreement = agreementOf({ words, language }, { words: said, language: spoken })
      return check ? { ...check, agreement } : []
    })
}

/** The ids of those that hold the most and rarest of the words. */
async function readIds(actor: Actor, asked: Asked): Promise<string[]> {
  const from = holdingOf(asked).map(
    ({ which, weight }) => Prisma.sql`(
      SELECT entry.id, ${weight} AS weight FROM "SearchEntry" entry
      WHERE ${which} AND entry.kind = 'published_check' AND entry."newsroomId" = ${actor.newsroomId}
      ORDER BY weight DESC LIMIT ${CANDIDATES})`,
  )
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM (${Prisma.join(from, ' UNION ALL ')}) AS either
    GROUP BY id ORDER BY max(weight) DESC, id LIMIT ${CANDIDATES} ${Prisma.raw(PLANNED_ANEW)}`
  return rows.map(({ id }) => id)
}
