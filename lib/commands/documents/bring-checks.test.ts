import { expect, test } from 'vitest'
import { findChainHead } from '@/lib/db/audit/log'
import { findClaim, listWholeClaims } from '@/lib/db/claims/claims'
import { db } from '@/lib/db/client'
import { listComments } from '@/lib/db/discussion/comments'
import { aNewsroom, spanOf } from '@/lib/testing/fixtures/newsroom'
import { cutClaim } from '../claims/claims'
import { giveVerdict } from '../claims/verdicts'
import { bringChecks } from './bring-checks'

async function aDesk() {
  const newsroom = await aNewsroom()
  const checker = await newsroom.member('checker', 'Tom')
  const editor = await newsroom.member('editor', 'Ines')
  const article = await newsroom.article({ by: editor, writers: [], checkers: [checker] })
  const { articleId, text } = article
  const check = (row: number, quote: string, more: object = {}) => ({
    ...{ row, quote, ...spanOf(text, quote), source: null, locator: '', status: '', note: '' },
    ...{ meaning: 'unchecked', stance: 'supports' },
    ...more,
  })
  const sheet = (...checks: object[]) => ({
    ...{ articleId, revision: 1, name: 'checks.csv', kind: 'web_page', directness: 'secondary' },
    checks: JSON.stringify(checks),
  })
  const claims = () => listWholeClaims(checker, articleId)
  return { newsroom, checker, editor, article, articleId, check, sheet, claims }
}

const LEDGER = { source: { title: 'The ledger', url: 'https://example.org/ledger' } }

test('rows become claims with their sources, what was found elsewhere a comment and no verdict, and all of it is recorded', async () => {
  const { checker, articleId, check, sheet, claims } = await aDesk()
  const found = { status: 'True', meaning: 'confirmed', note: 'The ledger has it.' }
  const brought = await bringChecks(
    checker,
    sheet(
      check(2, 'opened in 1932', { ...LEDGER, ...found, locator: 'p. 4' }),
      check(3, 'four million crowns', { ...LEDGER, status: 'ask', meaning: 'waiting_writer' }),
      check(4, 'four million crowns', {
        source: { title: 'The budget', url: '' },
        stance: 'contradicts',
      }),
      check(5, 'The old bridge'),
    ),
  )
  expect(brought).toEqual({ made: [1, 2, 3], checks: 4, evidence: 3, sources: 2 })
  expect(
    (await claims()).map(({ number, status, soVerdict, evidence }) => ({
      ...{ number, status, soVerdict },
      evidence: evidence.map(({ source, stance, locator }) => [source.title, stance, locator]),
    })),
  ).toEqual([
    {
      number: 1,
      status: 'in_progress',
      soVerdict: null,
      evidence: [['The ledger', 'supports', 'p. 4']],
    },
    {
      ...{ number: 2, status: 'in_progress', soVerdict: null },
      evidence: [
        ['The ledger', 'supports', 'As cited in row 3 of checks.csv'],
        ['The budget', 'contradicts', 'As cited in row 4 of checks.csv'],
      ],
    },
    { number: 3, status: 'unchecked', soVerdict: null, evidence: [] },
  ])
  const comments = await listComments(checker, { articleId })
  expect(comments.map(({ claim, text }) => [claim, text])).toEqual([
    [1, 'From checks.csv, row 2:\nStatus there: “True”\nThe ledger has it.'],
    [2, 'From checks.csv, row 3:\nStatus there: “ask”'],
  ])
  const events = await db().auditEvent.findMany({
    where: { newsroomId: checker.newsroomId },
    orderBy: { seq: 'asc' },
  })
  const types = events.map(({ type }) => type)
  expect(types.slice(types.indexOf('sheet.brought'))).toEqual([
    ...['sheet.brought', 'claim.marked', 'claim.marked', 'claim.marked'],
    ...['source.added', 'evidence.attached', 'comment.written'],
    ...['evidence.attached', 'comment.written', 'source.added', 'evidence.attached'],
    ...['claim.status-set', 'claim.status-set'],
  ])
})

test('the same sheet again makes nothing twice, also under another name, and what is new in it is added', async () => {
  const { checker, check, sheet, articleId, claims } = await aDesk()
  const first = check(2, 'opened in 1932', { ...LEDGER, status: 'True' })
  await bringChecks(checker, sheet(first))
  const head = await findChainHead(checker)
  for (const name of ['checks.csv', 'checks (1).csv']) {
    await expect(bringChecks(checker, { ...sheet(first), name })).rejects.toThrow(/made twice/)
  }
  expect(await findChainHead(checker)).toEqual(head)
  const again = await bringChecks(
    checker,
    sheet(first, check(3, 'opened in 1932', { note: 'And yet.' })),
  )
  expect(again).toMatchObject({ made: [], evidence: 0, sources: 0 })
  expect(await claims()).toHaveLength(1)
  expect(await listComments(checker, { articleId })).toHaveLength(2)
})

test('a claim that is there takes the evidence and keeps its verdict; one that was cut stays cut', async () => {
  const { newsroom, checker, article, check, sheet, claims } = await aDesk()
  const claim = await newsroom.claim({ ...article, by: checker }, 'opened in 1932')
  await newsroom.evidence(claim)
  await giveVerdict(checker, { claimId: claim.claimId, verdict: 'confirmed', over: '' })
  const cut = await newsroom.claim({ ...article, by: checker }, 'The old bridge')
  await cutClaim(checker, { claimId: cut.claimId, reason: 'It will go.' })
  const found = { ...LEDGER, status: 'False', meaning: 'incorrect', stance: 'contradicts' }
  const brought = await bringChecks(
    checker,
    sheet(check(2, 'opened in 1932', found), check(3, 'The old bridge', LEDGER)),
  )
  expect(brought).toMatchObject({ made: [3], evidence: 2 })
  expect(await findClaim(checker, { id: claim.claimId })).toMatchObject({
    ...{ status: 'checked', soVerdict: 'confirmed' },
    evidence: [{ stance: 'supports' }, { stance: 'contradicts' }],
  })
  expect((await claims()).map(({ status }) => status)).toEqual(['checked', 'cut', 'unchecked'])
})

test('sources on file are found by their address, or by their very title where there is one of it', async () => {
  const { newsroom, checker, article, check, sheet } = await aDesk()
  const claim = await newsroom.claim({ ...article, by: checker }, 'in May')
  const ledger = { title: 'Another name', url: 'https://example.org/ledger' }
  await newsroom.evidence(claim, ledger)
  await newsroom.evidence(claim, { title: 'The budget', publisher: 'The city' })
  for (const publisher of ['A', 'B'])
    await newsroom.evidence(claim, { title: 'Minutes', publisher })
  const cited = (title: string, url = '') => ({ source: { title, url } })
  const brought = await bringChecks(
    checker,
    sheet(
      check(2, '1932', LEDGER),
      check(3, '1932', cited('The budget')),
      check(4, '1932', cited('the budget')),
      check(5, '1932', cited('Minutes')),
    ),
  )
  expect(brought).toMatchObject({ evidence: 4, sources: 2 })
})

test.each<[string, object, RegExp | string]>([
  [
    'words that differ by a digit',
    { quote: 'opened in 1933' },
    /words of row 3 do not stand there/,
  ],
  ['words in a place that is another', { start: 0, end: 14 }, /words of row 3 do not stand there/],
  ['no place in the source', { locator: 'the whole document' }, 'checks'],
  ['an address that would run', { source: { title: 'A', url: 'javascript:x' } }, 'checks'],
  ['a source without a title', { source: { title: ' ', url: '' } }, 'checks'],
  ['a meaning that nobody knows', { meaning: 'rumour' }, 'checks'],
  ['a note that is too long', { note: 'x'.repeat(10_001) }, 'checks'],
])('%s among them: nothing is stored', async (_, wrong, refused) => {
  const { checker, check, sheet, claims } = await aDesk()
  const before = await findChainHead(checker)
  const attempt = bringChecks(
    checker,
    sheet(check(2, 'four million crowns', LEDGER), check(3, 'opened in 1932', wrong)),
  )
  await expect(attempt).rejects.toMatchObject(
    typeof refused === 'string'
      ? { fields: { [refused]: expect.any(String) } }
      : { message: expect.stringMatching(refused) },
  )
  expect(await claims()).toEqual([])
  expect(await findChainHead(checker)).toEqual(before)
})

test('of words that stand in two places, the one that a person chose is taken', async () => {
  const { newsroom, checker } = await aDesk()
  const text = 'It opened in May. It closed in May.'
  const { articleId } = await newsroom.article({ by: checker, text })
  const start = text.lastIndexOf('in May')
  const row = { row: 2, quote: 'in May', start, end: start + 6, source: null, stance: 'supports' }
  const checks = [{ ...row, locator: '', status: '', note: '', meaning: 'unchecked' }]
  const input = {
    articleId,
    revision: 1,
    name: 'a.csv',
    kind: 'book',
    directness: 'primary',
    checks,
  }
  await bringChecks(checker, input)
  expect(await listWholeClaims(checker, articleId)).toMatchObject([{ anchor: { start } }])
})

test('more rows than are brought at once are refused', async () => {
  const { checker, check, sheet } = await aDesk()
  const rows = Array.from({ length: 501 }, (_, n) => check(n + 2, '1932'))
  await expect(bringChecks(checker, sheet(...rows))).rejects.toMatchObject({
    fields: { checks: 'At most 500 at once.' },
  })
})
