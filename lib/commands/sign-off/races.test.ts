import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findArticle } from '@/lib/db/articles/articles'
import { findChainHead, listAuditEntries } from '@/lib/db/audit/log'
import { db } from '@/lib/db/client'
import { listAcceptances } from '@/lib/db/sign-off/sign-offs'
import { checkChain } from '@/lib/domain/audit/hash-chain'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import {
  CONCURRENT_CHANGES,
  momentOf,
  type Part,
  type RivalName,
  SIGNATURE,
} from '@/lib/testing/adversary/concurrent-changes'
import { illegalStates, unaccountedWords } from '@/lib/testing/adversary/illegal-states'
import { misaccounted } from '@/lib/testing/adversary/log-mismatches'
import { databaseUrls, isolatedDatabase } from '@/lib/testing/database/isolated-database'
import { acceptAll, anArticleToSign } from '@/lib/testing/fixtures/article-to-sign'
import { again, aNewsroom, type Newsroom } from '@/lib/testing/fixtures/newsroom'
import { takeBackPublishing } from '../publication/publish'
import { revokeSignOff } from './sign-offs'

/** `npm run races` runs a thousand, in which each rival wins at least once. */
const RACES = Number(process.env.RACES ?? 100)
/** Races after which another article is taken, and another newsroom. */
const WORN = { article: 10, newsroom: 50 }
/** Newsrooms at work at the same time, since those of one newsroom wait for each other. */
const LANES = 3

let done: () => Promise<void>
let owner: pg.Pool

beforeAll(async () => {
  done = await isolatedDatabase()
  owner = new pg.Pool({ connectionString: databaseUrls().owner, max: LANES })
})

afterAll(async () => {
  await owner.end()
  await done()
})

test(`${RACES} signatures, each with rivals at the same moment, leave each article as the rules say and each change in the log once`, async () => {
  const won = new Set<string>()
  const lost = new Set<string>()
  const races = fc.sample(race, { numRuns: RACES, seed: 11 })
  const lane = async () => {
    for (let next = races.splice(0, WORN.newsroom); next.length > 0; ) {
      await run(next, (name, refusal) => (refusal ? lost : won).add(name))
      next = races.splice(0, WORN.newsroom)
    }
  }
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane))
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason

  const all = ['the signature', ...Object.keys(CONCURRENT_CHANGES)]
  const left = all.filter((name) => !won.has(name))
  expect(left.length, left.join()).toBeLessThan(RACES < 1_000 ? all.length / 2 : 1)
  expect([...lost]).toEqual(expect.arrayContaining(['the signature', 'a second signer']))
}, 600_000)

const race = fc.record({
  rivals: fc.uniqueArray(fc.constantFrom(...(Object.keys(CONCURRENT_CHANGES) as RivalName[])), {
    ...{ minLength: 1, maxLength: 2 },
    selector: (name) => CONCURRENT_CHANGES[name].by,
  }),
  /** Milliseconds after which each begins, the signature first. */
  delays: fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)),
  /** Whether the pages say that they saw whatever comes, so that nothing but the rules stops what comes second. */
  seesAll: fc.boolean(),
  isMended: fc.boolean(),
})

type Race = typeof race extends fc.Arbitrary<infer One> ? One : never

/** Runs races one after the other in a newsroom of their own, and looks after each of them. */
async function run(races: readonly Race[], tell: (name: string, refusal: boolean) => void) {
  const newsroom = await aNewsroom()
  const people = await aStaff(newsroom)
  const { editor, checker } = people
  let articleId = ''
  for (const [nth, { rivals, delays, seesAll, isMended }] of races.entries()) {
    people.signer = await anEditorAgain(newsroom, people.signer)
    if (nth % WORN.article === 0) {
      const staff = { editor, checker, way: 'accepted' } as const
      articleId = (await anArticleToSign(newsroom, staff)).articleId
      await addChecker(articleId, people['another checker'])
    } else if (isMended) await mend(editor, articleId)

    const { seq } = await findChainHead(editor)
    const seen = seesAll ? seq + 1_000 : seq
    const now = await momentOf({ articleId, seen, signer: people.signer.userId }, nth)
    const racers = [
      { name: 'the signature', ...SIGNATURE },
      ...rivals.map((name) => ({ name, ...CONCURRENT_CHANGES[name] })),
    ]
    const answers = await Promise.all(
      racers.map(async ({ name, by, command, event, input }, at) => {
        await new Promise((resolve) => setTimeout(resolve, delays[at]))
        const refusal = await refusalOf(command(people[by], input(now)))
        tell(name, refusal !== null)
        return { name, did: { actorId: people[by].userId, type: event }, refusal }
      }),
    )

    const at = `race ${nth} from ${now.state}: ${answers.map(({ name, refusal }) => `${name}: ${refusal ?? 'done'}`).join('; ')}`
    const done = answers.flatMap(({ did, refusal }) => (refusal ? [] : did))
    const told = await loggedSince(editor, seq)
    for (const one of done) expect([one, timesIn(told, one)], at).toEqual([one, 1])
    const doers = (events: { actorId: string }[]) => new Set(events.map(({ actorId }) => actorId))
    expect(doers(told), at).toEqual(doers(done))
    const wrong = [
      ...(await illegalStates(owner, editor.newsroomId)),
      ...(await unaccountedWords(owner, editor.newsroomId)),
      ...(await misaccounted(owner, editor.newsroomId)),
    ]
    expect(wrong, at).toEqual([])
  }
  const entries = await listAuditEntries(editor)
  expect(checkChain(entries, await findChainHead(editor))).toMatchObject({ whole: true })
}

async function aStaff(newsroom: Newsroom): Promise<Record<Part, Actor>> {
  return {
    signer: await newsroom.member('editor', 'Ines'),
    editor: await newsroom.member('editor', 'Olga'),
    admin: await newsroom.member('admin', 'Ada'),
    checker: await newsroom.member('checker', 'Tom'),
    'another checker': await newsroom.member('checker', 'Vic'),
  }
}

/** The signer, or whoever takes their place once they are no editor any more. */
async function anEditorAgain(newsroom: Newsroom, signer: Actor): Promise<Actor> {
  const now = await again(signer)
  return now?.role === 'editor' ? now : newsroom.member('editor', 'Ines')
}

async function addChecker(articleId: string, { userId }: Actor): Promise<void> {
  await db().articlePerson.create({ data: { articleId, userId, part: 'checker' } })
}

/** Brings an article back to where it can be signed. */
async function mend(editor: Actor, articleId: string): Promise<void> {
  const stands = async () => (await findArticle(editor, { id: articleId }))?.state
  const reason = 'Once more.'
  if ((await stands()) === 'published') await takeBackPublishing(editor, { articleId, reason })
  if ((await stands()) === 'signed_off') await revokeSignOff(editor, { articleId, reason })
  const accepted = (await listAcceptances(editor, articleId)).map(({ key }) => key)
  await acceptAll(editor, { articleId }, accepted)
}

/** Why something was refused; null if it was done. Whatever else goes wrong is a bug. */
async function refusalOf(answer: Promise<unknown>): Promise<string | null> {
  try {
    await answer
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}

interface Did {
  actorId: string
  type: string
}

async function loggedSince({ newsroomId }: Actor, after: number): Promise<Did[]> {
  const { rows } = await owner.query<Did>(
    `SELECT "actorId", type FROM "AuditEvent" WHERE "newsroomId" = $1 AND seq > $2`,
    [newsroomId, after],
  )
  return rows
}

const timesIn = (told: readonly Did[], { actorId, type }: Did) =>
  told.filter((one) => one.actorId === actorId && one.type === type).length
