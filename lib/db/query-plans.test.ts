import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/policy'
import { parseSearch } from '@/lib/domain/search/search-query'
import { databaseUrls, isolatedDatabase } from '@/lib/testing/database/isolated-database'
import { plan, problemsIn, recorded, scansIn } from '@/lib/testing/database/query-plans'
import { fillNewsroom } from '@/lib/testing/fixtures/large-newsroom'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { listBoard } from './articles/article-board'
import { listArticles } from './articles/article-list'
import { listEvents } from './audit/log-events'
import { listHiddenClaims } from './claims/second-checks'
import { db } from './client'
import { listClaimsOut } from './contradictions/claims-out'
import { countOpenQueries } from './discussion/queries'
import { findHits } from './search-index/find-hits'
import { showHits } from './search-index/show-hits'
import {
  countSources,
  listSourceChoices,
  listSourceClaims,
  listSources,
} from './sources/source-list'
import { findSameSource } from './sources/sources'
import { findNeeds } from './waiting/find-needs'
import { findWaiting } from './waiting/find-waiting'
import { findWaitingPage } from './waiting/waiting-page'

/** Enough that reading any of the tables that grow as a whole shows: 20,000 claims, 60,000 pieces of evidence and log entries. */
const ARTICLES = 400

type Person = 'editor' | 'checker' | 'writer'
const people = {} as Record<Person, Actor>
let close: () => Promise<void>

beforeAll(async () => {
  close = await isolatedDatabase()
  const newsroom = await aNewsroom()
  for (const role of ['editor', 'checker', 'writer'] as const)
    people[role] = await newsroom.member(role)
  const { editor, checker, writer } = people
  await fillNewsroom(databaseUrls().owner, {
    newsroomId: editor.newsroomId,
    articles: ARTICLES,
    people: { editor: editor.userId, checker: checker.userId, writer: writer.userId },
  })
}, 300_000)
afterAll(() => close())

const source = 'large-source-7'
const title = {
  kind: 'dataset',
  title: 'None',
  publisher: '',
  published: '',
  url: 'https://none',
  origin: '',
  note: '',
} as const

/** The list of articles with what it says of their queries. */
async function listed(actor: Actor) {
  const ids = (await listArticles(actor)).articles.map(({ id }) => id)
  return [await countOpenQueries(actor, ids), await findNeeds(actor, ids)]
}

/** What is asked most, or was slowest, by whom it costs most. */
const READS: [what: string, by: Person, read: (actor: Actor) => Promise<unknown>][] = [
  ['the number beside Waiting', 'editor', (actor) => findWaiting(actor)],
  ['the number beside Waiting', 'checker', (actor) => findWaiting(actor)],
  ['the number beside Waiting', 'writer', (actor) => findWaiting(actor)],
  ['the first page', 'editor', firstPage],
  ['the first page', 'checker', firstPage],
  ['the first page', 'writer', firstPage],
  ['a later part of what waits', 'editor', laterPart],
  ['the list of articles', 'editor', listed],
  ['the list of articles', 'checker', listed],
  [
    'a later page of the list',
    'editor',
    async (actor) => listArticles(actor, { after: await deep(actor) }),
  ],
  ['the board', 'editor', (actor) => listBoard(actor, {})],
  ['the board', 'checker', (actor) => listBoard(actor, {})],
  ['the list of a person’s', 'checker', (actor) => listArticles(actor, { person: 'large-user-7' })],
  ['articles by a word', 'editor', (actor) => listArticles(actor, { words: '00017' })],
  ['the list of sources', 'editor', (actor) => listSources(actor)],
  ['a later page of the sources', 'editor', (actor) => listSources(actor, { after: source })],
  ['the list of sources', 'writer', (actor) => listSources(actor)],
  ['how many sources there are', 'writer', (actor) => countSources(actor, '')],
  ['sources by a word', 'editor', (actor) => listSources(actor, { words: '3017' })],
  ['sources by a word', 'writer', (actor) => listSources(actor, { words: 'минутная' })],
  ['sources of a kind', 'editor', (actor) => listSources(actor, { words: 'statement' })],
  ['sources of a kind that there are none of', 'editor', (actor) => countSources(actor, 'book')],
  [
    'sources to choose from by a word',
    'writer',
    (actor) => listSourceChoices(actor, { words: 'ledger', article: 'none', also: source }),
  ],
  ['what a source says', 'checker', (actor) => listSourceClaims(actor, source)],
  [
    'sources to choose from',
    'writer',
    (actor) => listSourceChoices(actor, { words: '', article: 'ferries-30', also: '' }),
  ],
  ['a source that is there already', 'editor', (actor) => findSameSource(actor, title)],
  ['the log', 'editor', (actor) => listEvents(actor)],
  ['the log of a source', 'editor', (actor) => listEvents(actor, { sourceId: source, take: 1 })],
  [
    'an article’s history',
    'checker',
    (actor) => listEvents(actor, { articleId: 'large-article-40' }),
  ],
  ['a search for what there is once', 'editor', (actor) => search(actor, '1000017')],
  [
    'claims of articles that are out, by a rare name',
    'editor',
    (actor) => listClaimsOut(actor, { articleId: 'another', names: ['1000017'], language: 'en' }),
  ],
  ['claims on which something is hidden', 'editor', (actor) => listHiddenClaims(actor, 5)],
]

test.each(READS)('%s of the %s costs no look at everything', async (_, by, read) => {
  const statements = await recorded(() => read(people[by]))
  expect(statements.length).toBeGreaterThan(0)
  for (const statement of statements) {
    expect(problemsIn(await plan(statement)), statement.text).toEqual([])
  }
})

/** The indexes on which they rest, each with one of them: the tables are large enough here that it shows. */
const INDEXES: [index: string, what: string, by: Person][] = [
  ['ArticlePerson_userId_idx', 'the list of sources', 'writer'],
  ['Verdict_claimId_givenAt_idx', 'the number beside Waiting', 'checker'],
  ['Claim_open_by_risk', 'the number beside Waiting', 'editor'],
  ['Claim_open_as_asked', 'the number beside Waiting', 'checker'],
  ['Comment_unresolved', 'the number beside Waiting', 'checker'],
  ['Query_state_to_idx', 'the number beside Waiting', 'editor'],
  ['QueryEntry_queryId_writtenAt_idx', 'the first page', 'editor'],
  ['Query_articleId_state_idx', 'the list of articles', 'editor'],
  ['Suggestion_articleId_idx', 'the list of articles', 'checker'],
  ['Claim_to_check', 'the number beside Waiting', 'checker'],
  ['Source_newsroomId_title_id_idx', 'a later page of the sources', 'editor'],
  ['Source_newsroomId_kind_title_id_idx', 'sources of a kind that there are none of', 'editor'],
  ['Source_pairs', 'sources by a word', 'editor'],
  ['Source_addedById_idx', 'sources to choose from', 'writer'],
  ['ArticleSource_sourceId_idx', 'sources to choose from by a word', 'writer'],
  ['Evidence_sourceId_addedAt_id_idx', 'what a source says', 'checker'],
  ['Source_same_title', 'a source that is there already', 'editor'],
  ['Source_same_url', 'a source that is there already', 'editor'],
  ['SearchEntry_terms_idx', 'a search for what there is once', 'editor'],
  ['AuditEvent_of_source', 'the log of a source', 'editor'],
  ['AuditEvent_articleId_seq_idx', 'an article’s history', 'checker'],
]

test.each(INDEXES)('without the index %s it shows: %s of the %s', async (index, what, by) => {
  const [, , read] = READS.find(([one, whose]) => one === what && whose === by) ?? []
  const statements = await recorded(async () => read?.(people[by]))
  const problems: string[] = []
  for (const statement of statements) problems.push(...problemsIn(await plan(statement, index)))
  expect(problems).not.toEqual([])
})

async function firstPage(actor: Actor) {
  return findWaitingPage(actor, await findWaiting(actor))
}

async function laterPart(actor: Actor) {
  const { horizon } = await findWaiting(actor, { most: 20 })
  return findWaiting(actor, { after: horizon })
}

async function search(actor: Actor, typed: string) {
  const { query } = parseSearch((name) => (name === 'q' ? typed : ''))
  const { hits } = await findHits(actor, query)
  expect(hits.length).toBeGreaterThan(0)
  return showHits(actor, hits.slice(0, 20))
}

async function deep(actor: Actor): Promise<string> {
  const first = await listArticles(actor, { take: 60 })
  return first.next ?? ''
}

test('a plan that reads a whole table is found out', async () => {
  const [statement] = await recorded(() => db().claim.count({ where: { assigneeId: 'nobody' } }))
  expect(scansIn(await plan(statement ?? { text: '', values: [] }))).toMatchObject([
    { table: 'Claim', type: 'Seq Scan' },
  ])
})
