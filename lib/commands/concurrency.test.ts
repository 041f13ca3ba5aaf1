import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChainHead, listAuditEntries } from '@/lib/db/audit/log'
import { db } from '@/lib/db/client'
import { listOpenItems } from '@/lib/db/sign-off/open-items'
import { checkChain } from '@/lib/domain/audit/hash-chain'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { illegalStates } from '@/lib/testing/adversary/illegal-states'
import { misaccounted } from '@/lib/testing/adversary/log-mismatches'
import { databaseUrls } from '@/lib/testing/database/isolated-database'
import {
  aNewsroom,
  spanOf,
  type TestArticle,
  type TestClaim,
} from '@/lib/testing/fixtures/newsroom'
import { markClaim, setStatus } from './claims/claims'
import { giveVerdict } from './claims/verdicts'
import type { Command } from './command'
import { markCoverage } from './coverage/coverage'
import { writeComment } from './discussion/comments'
import { askQuery } from './discussion/queries'
import { suggestChange } from './discussion/suggestions'
import { reviseArticle } from './revisions/revise'
import { acceptOpenItems, signOff } from './sign-off/sign-offs'

const PEOPLE = 50
const EDITORS = 10

let owner: pg.Client
beforeAll(async () => {
  owner = new pg.Client({ connectionString: databaseUrls().owner })
  await owner.connect()
})
afterAll(() => owner.end())

test(`of what ${PEOPLE} people do to one article at once, everything that was accepted is there once, and the rest was refused in words`, async () => {
  const newsroom = await aNewsroom()
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, (_, n) =>
      newsroom.member(n < EDITORS ? 'editor' : 'checker', `Person ${n}`),
    ),
  )
  const [by] = people
  if (!by) throw new Error('nobody is there')
  const article = await newsroom.article({ by, checkers: people.slice(EDITORS) })
  const claim = await newsroom.claim(article, 'opened in 1932')
  const open = await listOpenItems(by, { id: article.articleId, language: 'en' })
  const begun = await findChainHead(by)

  const answers = await Promise.all(
    people.map((person, n) =>
      allOf(person, turned(doings(article, claim, n, { open, seen: begun.seq }), n)),
    ),
  )

  const accepted = answers.flat().filter(({ refusal }) => !refusal)
  const refused = answers.flat().flatMap(({ what, refusal }) => {
    if (!refusal) return []
    const { reason, message } = refusal
    return [{ what, reason, message }]
  })
  expect(accepted.length + refused.length).toBe(PEOPLE * 8 + EDITORS * 2)
  for (const { what, reason, message } of refused) {
    expect(['conflict', ...(REASONS[what] ?? [])], what).toContain(reason)
    expect(message).toMatch(/^[A-Z“].*[.?]$/)
    expect(message).not.toMatch(/undefined|null|Error|_/)
  }
  const times = (what: string) => accepted.filter((one) => one.what === what).length
  // Of those that rule each other out, the first was done and every other one was told.
  for (const what of ['revision.brought', 'verdict.given', 'open-item.accepted']) {
    expect([what, times(what)]).toEqual([what, 1])
  }
  expect(times('claim.status-set')).toBeLessThanOrEqual(1)
  expect(times('comment.written')).toBe(PEOPLE)

  const entries = await listAuditEntries(by)
  const told = entries.slice(begun.seq)
  const { length: items } = open
  const followed = ['sign-off.superseded', 'sign-off.fallen', 'claim.unplaced']
  const done = told.filter(({ type }) => !followed.includes(type))
  expect(done.length).toBe(accepted.length + items - 1)
  for (const what of new Set(accepted.map((one) => one.what))) {
    const expected = what === 'open-item.accepted' ? items : times(what)
    expect([what, done.filter(({ type }) => type === what).length]).toEqual([what, expected])
  }
  expect(checkChain(entries, await findChainHead(by))).toMatchObject({ whole: true })
  expect(await misaccounted(owner, by.newsroomId)).toEqual([])
  expect(await illegalStates(owner, by.newsroomId)).toEqual([])

  const stored = await db().article.findUniqueOrThrow({ where: { id: article.articleId } })
  const claims = await db().claim.findMany({ where: { articleId: article.articleId } })
  expect(stored).toMatchObject({ claimCount: claims.length, revisionNumber: 2 })
  expect(new Set(claims.map(({ number }) => number)).size).toBe(1 + times('claim.marked'))
}, 120_000)

interface Doing {
  what: string
  command: Command
  input: object
}

/**
 * Why else something is refused: who signs before anybody has changed anything is told what is open, and whoever brought the
 * new text in that it is theirs, also when they would let something of it stand open.
 */
const REASONS: { [what: string]: string[] } = {
  'article.signed-off': ['invalid', 'not-allowed'],
  'open-item.accepted': ['not-allowed'],
}

/** Eight things that each of them does, and two more that editors do. */
function doings(
  { articleId, text }: TestArticle,
  { claimId }: TestClaim,
  n: number,
  { open, seen }: { open: readonly { key: string }[]; seen: number },
): Doing[] {
  const on = { articleId, revision: 1 }
  const place = { start: n, end: n + 20 }
  const blocks = [{ kind: 'paragraph', text: `${text} Good morning, said number ${n}.` }]
  const other = { after: `The ${n}th bridge`, reason: 'number' }
  const status = n % 2 === 0 ? 'in_progress' : 'waiting_source'
  const everybody: Doing[] = [
    { what: 'claim.marked', command: markClaim, input: { ...on, ...place, type: 'event' } },
    { what: 'comment.written', command: writeComment, input: { claimId, text: `Number ${n}.` } },
    {
      what: 'verdict.given',
      command: giveVerdict,
      input: { claimId, verdict: 'disputed', rationale: `Number ${n} says so.` },
    },
    { what: 'claim.status-set', command: setStatus, input: { claimId, from: 'unchecked', status } },
    {
      what: 'query.asked',
      command: askQuery,
      input: { ...on, ...place, to: 'editor', question: `Sure, ${n}?` },
    },
    {
      what: 'suggestion.made',
      command: suggestChange,
      input: { ...on, ...spanOf(text, 'The old bridge'), ...other },
    },
    {
      what: 'coverage.marked',
      command: markCoverage,
      input: { ...on, kind: 'opinion', places: [place] },
    },
    { what: 'revision.brought', command: reviseArticle, input: { articleId, base: 1, blocks } },
  ]
  const items = open.map(({ key }) => key)
  const editors: Doing[] = [
    {
      what: 'open-item.accepted',
      command: acceptOpenItems,
      input: { articleId, items, reason: `Number ${n} can wait.` },
    },
    { what: 'article.signed-off', command: signOff, input: { articleId, seen } },
  ]
  return n < EDITORS ? [...editors, ...everybody] : everybody
}

/** Everybody begins with something else. */
function turned<Item>(all: readonly Item[], by: number): Item[] {
  const at = by % all.length
  return [...all.slice(at), ...all.slice(0, at)]
}

async function allOf(person: Actor, doings: readonly Doing[]) {
  const answers: { what: string; refusal: Refusal | null }[] = []
  for (const { what, command, input } of doings) {
    const refusal = await command(person, input).then(
      () => null,
      (error) => {
        if (error instanceof Refusal) return error
        throw error
      },
    )
    answers.push({ what, refusal })
  }
  return answers
}
