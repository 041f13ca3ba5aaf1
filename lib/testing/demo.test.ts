import { Readable } from 'node:stream'
import { beforeAll, expect, test } from 'vitest'
import { logIn } from '@/lib/auth/log-in'
import { actorOf } from '@/lib/auth/look-up-actor'
import { listArticles } from '@/lib/db/articles/article-list'
import { findArticle } from '@/lib/db/articles/articles'
import { findChainHead, listAuditEntries } from '@/lib/db/audit/log'
import { listCaptures } from '@/lib/db/captures/captures'
import { listStoredFiles } from '@/lib/db/captures/file-checks'
import { listWholeClaims } from '@/lib/db/claims/claims'
import type { Claim } from '@/lib/db/claims/whole-claims'
import { db } from '@/lib/db/client'
import { findContradictions } from '@/lib/db/contradictions/find-contradictions'
import { listQueries } from '@/lib/db/discussion/queries'
import { listSuggestions } from '@/lib/db/discussion/suggestions'
import { findFigures } from '@/lib/db/figures/find-figures'
import { findDifferences } from '@/lib/db/ledger/differences'
import { listFacts } from '@/lib/db/ledger/facts'
import { findOrigin } from '@/lib/db/ledger/origin'
import { listCorrections } from '@/lib/db/publication/corrections'
import { findRevision } from '@/lib/db/revisions/revisions'
import { findEarlierChecks } from '@/lib/db/search-index/find-earlier'
import { findWaiting } from '@/lib/db/waiting/find-waiting'
import { findAnchor } from '@/lib/domain/anchoring/find-anchor'
import { checkChain } from '@/lib/domain/audit/hash-chain'
import { countByStatus } from '@/lib/domain/claims/status'
import { percentCovered } from '@/lib/domain/coverage/coverage'
import { type FigureKey, isEmpty } from '@/lib/domain/figures/figure'
import { periodOf } from '@/lib/domain/figures/period'
import type { Actor } from '@/lib/domain/policy'
import { openStore } from '@/lib/evidence/files/open-store'
import { checkKeptFiles } from '@/lib/evidence/keeping/check-kept-files'
import { readKeptText } from '@/lib/evidence/keeping/kept-state'
import { importDocx } from '@/lib/importing/word/import-docx'
import { offerSetupCode } from '@/lib/server/launch/setup-code'
import { draftInWord } from '@/prisma/demo/draft'
import { type DemoRole, hasDemo, makeDemo } from '@/prisma/demo/newsroom'
import { BLOCKS } from '@/prisma/demo/text'
import { isolatedDatabase } from './database/isolated-database'
import { aDataFolder } from './evidence/data-folder'

const PEOPLE = {
  admin: 'Ada Vance',
  editor: 'Ines Marek',
  checker: 'Tom Okafor',
  writer: 'Lena Brandt',
}

const accounts = (['admin', 'editor', 'checker', 'writer'] as const).map((role) => ({
  role,
  name: PEOPLE[role],
  email: `${role}@demo.example`,
  password: `${role}-of-the-demo`,
}))

beforeAll(isolatedDatabase)
aDataFolder()

beforeAll(async () => {
  const code = await offerSetupCode(process.env.DATABASE_URL ?? '')
  await makeDemo(accounts, code ?? '')
})

test('the demo is there, and cannot be made a second time', async () => {
  expect(await hasDemo()).toBe(true)
  expect(await offerSetupCode(process.env.DATABASE_URL ?? '')).toBeNull()
  await expect(makeDemo(accounts, '')).rejects.toMatchObject({ reason: 'conflict' })
  expect(await db().newsroom.count()).toBe(1)
})

test('everybody of the demo can log in, with the part that was promised', async () => {
  for (const { role, name } of accounts) {
    expect(await enter(role)).toMatchObject({ role, name, newsroomName: 'The Demo Desk' })
  }
})

test('making the demo leaves nobody logged in', async () => {
  const { actorId } = await db().auditEvent.findFirstOrThrow({ where: { seq: 1 } })
  const before = await db().session.findFirstOrThrow({
    where: { userId: actorId },
    orderBy: { createdAt: 'asc' },
  })
  expect(before.revokedAt).not.toBeNull()
})

test('the five claims that the demo is about stand in their order', async () => {
  const words = (await claims()).map(({ anchor }) => anchor.exact)
  const places = [
    'full payment was received',
    'signed in 2017',
    'first NATO country to buy the system',
    'renders its continued involvement with the F-35 impossible',
    'in service since 2007',
    'SA-21 Growler',
    'a range of 400 km',
    'an altitude of 35 km',
  ].map((one) => words.findIndex((claim) => claim.includes(one)))

  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

test('claims are numbered in the order of the text, and each is assigned', async () => {
  const marked = await claims()
  const starts = marked.map(({ anchor }) => anchor.start)
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
  expect(marked.map(({ number }) => number)).toEqual(marked.map((_, index) => index + 1))
  expect(marked.every(({ assigneeId }) => assigneeId !== null)).toBe(true)
})

test('the work is half done', async () => {
  expect(countByStatus(await claims())).toEqual([
    { status: 'confirmed', count: 1 },
    { status: 'ok_with_change', count: 1 },
    { status: 'waiting_writer', count: 1 },
    { status: 'in_progress', count: 1 },
    { status: 'unchecked', count: 10 },
  ])
})

test('its ledger keeps a fact from the confirmed claim, and the article agrees with all of them', async () => {
  const checker = await enter('checker')
  const facts = await listFacts(checker)
  expect(facts.map(({ kind, isFromClaim }) => [kind, isFromClaim])).toEqual([
    ['name', true],
    ['name', false],
    ['house', false],
    ['house', false],
    ['figure', false],
  ])
  const kept = facts.find(({ isFromClaim }) => isFromClaim)
  expect(await findOrigin(checker, kept?.id ?? '')).toMatchObject({ status: 'confirmed' })
  for (const { slug } of (await listArticles(checker)).articles) {
    expect((await findDifferences(checker, slug))?.differences).toEqual([])
  }
})

test('the second article says one thing differently in two places, and the others nothing', async () => {
  const editor = await enter('editor')
  const told = async (slug: string) => {
    const article = await findArticle(editor, { slug })
    const found = article && (await findContradictions(editor, article))
    return found?.contradictions.map(({ one, other }) => [one.words, other.words])
  }
  const { articles } = await listArticles(editor)
  expect(
    await told(articles.find(({ headline }) => headline.startsWith('How'))?.slug ?? ''),
  ).toEqual([['three', 'two']])
  for (const headline of ['First', 'S-400']) {
    const { slug = '' } = articles.find((one) => one.headline.startsWith(headline)) ?? {}
    expect(await told(slug)).toEqual([])
  }
})

test('the payment was said, and nobody has found out whether it is so', async () => {
  const payment = await claim('full payment was received')
  expect(payment).toMatchObject({
    claimant: 'Sergei Chemezov',
    status: 'in_progress',
    saidVerdict: 'confirmed',
    soVerdict: null,
    waivers: [{ aspect: 'said' }],
  })
})

test('the American statement is confirmed by the statement itself', async () => {
  const statement = await claim('F-35')
  expect(statement).toMatchObject({ saidVerdict: 'confirmed', soVerdict: 'confirmed' })
  expect(statement?.evidence).toMatchObject([
    { directness: 'primary', stance: 'supports', source: { published: '2019-07-17' } },
  ])
  expect(statement?.evidence[0]?.excerpt).toContain(statement?.anchor.exact)
})

test('the range is limited by its evidence, and other words are proposed', async () => {
  const range = await claim('400 km')
  expect(range?.evidence).toMatchObject([{ stance: 'limits' }, { stance: 'context' }])
  expect(range?.verdicts[0]?.change).toContain('up to 400 km')
})

test('the statement was compared word by word, and the range with one in miles', async () => {
  const [statement, range] = [await claim('F-35'), await claim('400 km')]
  expect(statement?.evidence[0]?.comparisons).toMatchObject([
    { kind: 'quote', reading: 'verbatim', shown: 'Proposed: Word for word' },
  ])
  expect(range?.evidence[1]?.comparisons).toMatchObject([
    {
      ...{ kind: 'figures', reading: 'rounded' },
      shown: expect.stringMatching(/^250 mi = 402 km; printed 400 km, 0\.6 % off, rounded/),
    },
  ])
})

test('both are kept, as files that are what they were, and open at their passages', async () => {
  const editor = await enter('editor')
  const evidence = [
    ...((await claim('F-35'))?.evidence ?? []),
    (await claim('400 km'))?.evidence[1],
  ]
  const captures = await listCaptures(
    editor,
    evidence.flatMap((one) => one?.source.id ?? []),
  )
  expect(captures.map(({ title, publisher, published }) => [title, publisher, published])).toEqual(
    expect.arrayContaining([
      ['Statement by the Press Secretary', 'The White House', '2019-07-17'],
      ['', '', ''],
    ]),
  )
  for (const one of evidence) {
    const text = captures.find(({ id }) => id === one?.captureId)?.parts.find(isText)
    const words = await readKeptText(openStore(), { ...editor, sha256: '', bytes: 0, ...text })
    if (one?.passage?.kind !== 'text') throw new Error('there is no passage')
    const place = findAnchor(words, one.passage)
    expect(words.slice(place?.start, place?.end)).toBe(one.excerpt)
  }
  const found = {
    newsroomId: editor.newsroomId,
    rows: Readable.from(await listStoredFiles(editor, '')),
    onRead: () => {},
  }
  expect(await checkKeptFiles(openStore(), found)).toMatchObject({
    files: 3,
    gone: [],
    altered: [],
  })
})

const isText = ({ role }: { role: string }) => role === 'text'

test('the writer is asked one thing, and one change of words waits for the editor', async () => {
  const writer = await enter('writer')
  const { lines } = await findWaiting(writer)
  expect(lines).toMatchObject([{ kind: 'answer', blocking: true, parts: ['asked'] }])
  const asked = await listQueries(writer, { articleId: (await demoArticle()).id })
  expect(asked).toMatchObject([{ claim: 7, blocking: true, state: 'open', isWaiting: true }])
  const suggestions = await listSuggestions(await enter('editor'), (await demoArticle()).id)
  expect(suggestions).toMatchObject([
    { claim: 13, before: 'a range of 400 km', state: 'undecided', reason: 'overstatement' },
  ])
})

test('some words are not covered yet, and the deadline is tomorrow', async () => {
  const article = await demoArticle()
  const text = await findRevision(await enter('editor'), article.id)
  const percent = percentCovered({ words: text?.words ?? 0, covered: article.coveredWords })

  expect(percent).toBeGreaterThan(20)
  expect(percent).toBeLessThan(60)
  expect(article).toMatchObject({ state: 'in_check', claimCount: 14 })
  expect(article.worry).not.toBe('')
  const hours = (Number(article.deadline) - Date.now()) / 3600_000
  expect(hours).toBeGreaterThan(29)
  expect(hours).toBeLessThan(31)
})

test('an article that is out and a draft without claims keep it company', async () => {
  const { articles: listed } = await listArticles(await enter('writer'))
  expect(listed.map(({ state, claimCount }) => [state, claimCount])).toEqual([
    ['in_check', 14],
    ['draft', 0],
    ['corrected', 7],
  ])
})

test('claims of the article were checked before, in the one that is out, and its range has another figure', async () => {
  const checker = await enter('checker')
  const { claims } = await findOut()
  expect(countByStatus(claims)).toEqual([
    { status: 'confirmed', count: 6 },
    { status: 'cannot_be_stood_up', count: 1 },
  ])
  const offered = []
  for (const words of ['F-35', 'SA-21', 'in service', '400 km']) {
    const { id: claimId = '', anchor } = (await claim(words)) ?? {}
    const looked = { claimId, words: anchor?.exact ?? '', language: 'en' }
    const found = await findEarlierChecks(checker, looked)
    offered.push(found.map(({ words, agreement }) => `${agreement.kind}: ${words}`))
  }
  expect(offered).toEqual([
    ['same: renders its continued involvement with the F-35 impossible'],
    ['same: NATO reporting name is SA-21 Growler'],
    ['same: in service since 2007'],
    ['differs_in_figure: a range of 250 km with the 48N6DM missile'],
  ])
})

test('no figure of the work is empty', async () => {
  const editor = await enter('editor')
  const now = new Date()
  const figures = await findFigures(editor, periodOf({}, editor.timeZone, now), now)
  expect(figures.filter(isEmpty).map(({ key }) => key)).toEqual([])
  const rowsOf = (key: FigureKey) =>
    figures
      .find((one) => one.key === key)
      ?.rows.filter(({ values: [count] }) => count)
      .map(({ name, values: [count] }) => [name, count])
  expect(rowsOf('caught')).toEqual([
    ['Wrong', 1],
    ['Misquoted', 1],
  ])
  expect(rowsOf('corrections')).toEqual([['The check was not done', 1]])
})

test('what is out is signed for by two who did not write it, the correction too', async () => {
  const { articleId, claims } = await findOut()
  const signed = await db().signOff.findMany({
    where: { articleId },
    orderBy: { signedAt: 'asc' },
    select: { signedById: true, revision: { select: { number: true } } },
  })
  const editor = await enter('editor')
  const [admin, writer] = [await enter('admin'), await enter('writer')]
  expect(signed).toEqual([
    { signedById: editor.userId, revision: { number: 3 } },
    { signedById: admin.userId, revision: { number: 4 } },
  ])
  const checkedBy = claims.flatMap(({ verdicts }) => verdicts.map(({ givenById }) => givenById))
  expect(checkedBy).not.toContain(writer.userId)
  const [corrected] = await listCorrections(editor, articleId)
  expect(corrected).toMatchObject({
    ...{ publishedWords: '2017', correctedWords: '2007' },
    signed: { revision: 4, by: PEOPLE.admin },
  })
})

test('the audit log of the demo is one unbroken chain', async () => {
  const admin = await enter('admin')
  const check = checkChain(await listAuditEntries(admin), await findChainHead(admin))
  expect(check).toMatchObject({ whole: true })
})

async function enter(role: DemoRole): Promise<Actor> {
  const login = await logIn({ email: `${role}@demo.example`, password: `${role}-of-the-demo` })
  const actor = await actorOf(login?.sessionId ?? '', 'demo')
  if (!actor) throw new Error(`the ${role} cannot log in`)
  return actor
}

async function demoArticle() {
  const slug = 'first-s-400-order-for-turkey-is-complete-head-of-rostec-says'
  const article = await findArticle(await enter('editor'), { slug })
  if (!article) throw new Error('the article is missing')
  return article
}

async function findOut() {
  const editor = await enter('editor')
  const article = await findArticle(editor, { slug: 's-400-is-its-range-400-km-or-250-km' })
  if (!article) throw new Error('the article that is out is missing')
  return { articleId: article.id, claims: await listWholeClaims(editor, article.id) }
}

async function claims(): Promise<Claim[]> {
  return listWholeClaims(await enter('editor'), (await demoArticle()).id)
}

async function claim(words: string): Promise<Claim | undefined> {
  return (await claims()).find(({ anchor }) => anchor.exact.includes(words))
}

test('its draft in Word is the article with three notes, two comments and a change', async () => {
  const { blocks, notes, lines } = await importDocx(await draftInWord(), {})
  const changed = BLOCKS.map(({ kind, text }) => ({
    kind,
    text: text.replace('a range of 400 km', 'a range of up to 400 km'),
  }))
  expect(blocks.map(({ kind, text }) => ({ kind, text: text.replace(/\[\d\]/g, '') }))).toEqual(
    expect.arrayContaining(changed),
  )
  const said = notes.map(({ kind, replies }) => `${kind} ${replies.length}`)
  expect(said).toEqual(['footnote 0', 'comment 1', 'footnote 0', 'comment 0', 'footnote 0'])
  expect(lines.filter(({ kind }) => /inserted|deleted/.test(kind))).toHaveLength(2)
  expect(lines.filter(({ kind }) => /missing|added|joined/.test(kind))).toEqual([])
})
