import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test as plain } from 'vitest'
import { editArticle } from '@/lib/commands/articles/articles'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { writeComment } from '@/lib/commands/discussion/comments'
import { bringChecks } from '@/lib/commands/documents/bring-checks'
import { reviseArticle } from '@/lib/commands/revisions/revise'
import { acceptOpenItems, signOff } from '@/lib/commands/sign-off/sign-offs'
import type { OpenOnRecord } from '@/lib/domain/audit/events'
import { sentenceOf } from '@/lib/domain/audit/sentences'
import type { Actor } from '@/lib/domain/policy'
import type { OpenItemKind } from '@/lib/domain/vocabulary'
import { reportAnnotations } from '@/lib/reports/annotations/annotations'
import { reportAnnotations as annotationsInWord } from '@/lib/reports/document/results/report-annotations'
import { reportHtml } from '@/lib/reports/html/report'
import { reportJson } from '@/lib/reports/json'
import { reportMarkdown } from '@/lib/reports/markdown/report'
import { reportCsv } from '@/lib/reports/table/csv'
import { reportXlsx } from '@/lib/reports/table/xlsx'
import { reportDocx } from '@/lib/reports/word/report'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom, spanOf } from '@/lib/testing/fixtures/newsroom'
import { unpack } from '@/lib/testing/ooxml/unpack'
import { listArticles } from '../articles/article-list'
import { findArticle } from '../articles/articles'
import { appendEvents, findChainHead, lockChain } from '../audit/log'
import { listEvents, listEventsOfClaims } from '../audit/log-events'
import { db } from '../client'
import { listComments } from '../discussion/comments'
import { Prisma } from '../generated/client'
import { findReport } from '../report/find-report'
import { findBases } from '../revisions/preview-bases'
import { listSignOffs } from '../sign-off/sign-offs'
import { findSigning } from '../sign-off/signing-facts'
import { listSourceClaims, listSources } from '../sources/source-list'
import { findWaiting } from '../waiting/find-waiting'
import { findWaitingPage } from '../waiting/waiting-page'
import { listClaimsOnFile } from '../workspace/claims-on-file'
import { findDossier, listDossiers } from '../workspace/dossiers'
import { findDesk } from '../workspace/find-desk'
import { listUnplacedClaims } from './anchors'
import { listClaims } from './claims'
import { findHidden, findSecondChecks } from './hidden-verdicts'
import { listHiddenClaims } from './second-checks'

/** What the first checker wrote down, in every field that a verdict has, and the words that are printed for it. */
const SECRETS = ['qvartz', 'zephyrine', 'ok_with_change', 'OK with change']
const GIVEN = {
  verdict: 'ok_with_change',
  rationale: 'A qvartz in the ledger.',
  change: 'opened in zephyrine 1932',
}

/** Everything that is read for a person and may tell of a verdict, as it leaves `lib/db`. */
const READ: Record<string, (actor: Actor, on: Scene) => unknown> = {
  listClaims: (actor, { articleId, revisionId }) => listClaims(actor, articleId, revisionId),
  findDesk: (actor, { slug }) => findDesk(actor, { slug, claim: 1 }),
  listUnplacedClaims: (actor, { articleId, revisionId }) =>
    listUnplacedClaims(actor, articleId, revisionId),
  listArticles: (actor) => listArticles(actor),
  listSources: (actor) => listSources(actor),
  listSourceClaims: (actor, { sourceId }) => listSourceClaims(actor, sourceId),
  findBases: (actor, { articleId }) => findBases(actor, articleId),
  listEvents: (actor, { claimId }) => listEvents(actor, { claimId }),
  'listEvents of the newsroom, told': async (actor) =>
    (await listEvents(actor)).map(({ event }) => sentenceOf(event, () => 'Somebody')),
  listEventsOfClaims: async (actor, { claimId }) => [
    ...(await listEventsOfClaims(actor, [claimId], 50)).values(),
  ],
  findDossier: (actor, { articleId }) => findDossier(actor, articleId, 1),
  listDossiers: (actor, { articleId }) => listDossiers(actor, { articleId }),
  findReport: (actor, { slug }) => findReport(actor, slug),
  'findReport, printed': async (actor, { slug }) => {
    const report = await findReport(actor, slug)
    if (!report) return null
    const files = [await reportDocx(report), await reportXlsx(report)].map(unpack)
    const printed = [reportHtml, reportMarkdown, reportCsv, reportJson].map((form) => form(report))
    return [...printed, reportAnnotations(report, 'https://desk.example/a'), files]
  },
  'findReport, on its words in Word': async (actor, { slug }) => {
    const wanted = { claims: true, queries: true, suggestions: true, reader: 'desk' as const }
    const report = await findReport(actor, slug)
    return report && annotationsInWord(report, wanted)
  },
  listHiddenClaims: (actor) => listHiddenClaims(actor, 9),
  findWaitingPage: async (actor) => findWaitingPage(actor, await findWaiting(actor)),
  findWaiting: (actor) => findWaiting(actor),
  findSigning: async (actor, { slug }) => {
    const article = await findArticle(actor, { slug })
    return article && (await findSigning(actor, article)).items
  },
  listSignOffs: (actor, { articleId }) => listSignOffs(actor, articleId),
}

/** What goes by the verdicts as they are: for commands, or for the mask itself. No page may use it. */
const UNMASKED = [
  'findClaim',
  'listWholeClaims',
  'listCheckedClaims',
  'listLastPlaces',
  'listEventsSince',
  'findSecondChecks',
  'findHidden',
  'listOpenItems',
  'listCommentTexts',
]

describe('from whoever gives the second check the first verdict is hidden', () => {
  for (const [name, read] of Object.entries(READ)) {
    test(`in ${name}`, async () => {
      const scene = await aScene()
      const { bo, ann, ines, auditor } = scene
      const bytes = async (actor: Actor) => JSON.stringify((await read(actor, scene)) ?? null)
      const seen = await bytes(bo)
      expect(SECRETS.filter((secret) => seen.includes(secret))).toEqual([])

      // The same is told to others, so that it is found here if it is anywhere.
      for (const actor of TELLING.includes(name) ? [ann, ines, auditor] : []) {
        expect(await bytes(actor)).toMatch(new RegExp(SECRETS.join('|')))
      }
      await giveVerdict(bo, { ...GIVEN, claimId: scene.claimId, check: 'second' })
      if (TELLING.includes(name)) expect(await bytes(bo)).toMatch(new RegExp(SECRETS.join('|')))
    })
  }

  test('and stays hidden on older words, while nobody has checked the new ones', async () => {
    const scene = await aScene()
    const { articleId, ines, bo, text } = scene
    const blocks = [{ kind: 'paragraph', text: text.replace('opened in 1932', 'closed in 1999') }]
    await reviseArticle(ines, { articleId, base: 1, blocks })
    const { id } = await db().revision.findFirstOrThrow({ where: { articleId, number: 2 } })
    for (const read of Object.values(READ)) {
      const seen = JSON.stringify((await read(bo, { ...scene, revisionId: id })) ?? null)
      expect(SECRETS.filter((secret) => seen.includes(secret))).toEqual([])
    }
  })

  test('in what was signed for and accepted, and they sign for nothing themselves', async () => {
    const scene = await aScene()
    const { articleId, slug, ines, newsroom, ann, claimId } = scene
    const ed = await newsroom.member('editor', 'Ed')
    const checkerIds = [ann, ed].map(({ userId }) => userId)
    const { version } = (await findArticle(ines, { slug })) ?? {}
    await editArticle(ines, { articleId, version, headline: 'The bridge', checkerIds })
    const found = async (actor: Actor) => {
      const article = await findArticle(actor, { slug })
      if (!article) throw new Error('there is no article')
      return findSigning(actor, article)
    }
    const { items } = await found(ines)
    expect(items.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['not_safe', 'second_check_missing']),
    )
    const keys = items.map(({ key }) => key)
    await acceptOpenItems(ines, { articleId, items: keys, reason: 'It is known.' })
    const { seq: seen } = await findChainHead(ines)
    await signOff(ines, { articleId, seen })

    const blind = await found(ed)
    expect(blind.hidden).toEqual([1])
    expect(blind.items.map(({ kind }) => kind)).not.toContain('not_safe')
    for (const read of Object.values(READ)) {
      const seen = JSON.stringify((await read(ed, scene)) ?? null)
      expect(SECRETS.filter((secret) => seen.includes(secret))).toEqual([])
    }
    const log = JSON.stringify(await listEvents(ed, { articleId }))
    expect(SECRETS.filter((secret) => log.includes(secret))).toEqual([])
    expect(JSON.stringify(await listEvents(ines, { articleId }))).toContain('OK with change')
    await expect(
      acceptOpenItems(ed, { articleId, items: keys, reason: 'So.' }),
    ).rejects.toMatchObject({ message: expect.stringMatching(/^A verdict on C-001 is hidden/) })
    await giveVerdict(ed, { ...GIVEN, claimId, check: 'second' })
    expect((await found(ed)).hidden).toEqual([])
  })

  test('in a line of the log by the claim that it names, whatever its sentence says', async () => {
    const { articleId, claimId, ines, bo } = await aScene()
    const item = { kind: 'not_safe' as const, claimId, what: 'A qvartz was found.' }
    const others = { ...item, claimId: null, what: 'C-001, “opened”, is told by the claim alone.' }
    await append(ines, articleId, item, [item, others])
    const seen = JSON.stringify(await listEvents(bo, { articleId }))
    expect(seen).not.toContain('qvartz')
    expect(seen.match(/C-001, hidden until your own check is saved\./g)).toHaveLength(4)
    expect(seen.match(/is told by the claim alone/g)).toHaveLength(2)
    expect(JSON.stringify(await listEvents(ines, { articleId })).match(/A qvartz/g)).toHaveLength(4)
  })

  test('in lines that were sealed before they named the claim, by how their sentences began', async () => {
    const { articleId, ines, bo } = await aScene()
    const what = 'C-001, “opened in 1932”, was found OK with change.'
    const others = 'C-0011, “in May”, was found OK.'
    await append(ines, articleId, { what }, [what, others])
    const seen = JSON.stringify(await listEvents(bo, { articleId }))
    expect(seen).not.toContain('OK with change')
    expect(seen.match(/C-001, hidden until your own check is saved\./g)).toHaveLength(3)
    expect(seen.match(/C-0011, “in May”/g)).toHaveLength(2)
  })

  test('in what a sheet of checks or an annotation says was found elsewhere, in comments and in the log', async () => {
    const scene = await aScene()
    const { ann, ines, bo, articleId, claimId, text } = scene
    const place = { quote: 'opened in 1932', ...spanOf(text, 'opened in 1932') }
    const said = { source: null, locator: '', meaning: 'incorrect', stance: 'contradicts' }
    const check = { row: 2, ...place, ...said, status: 'Vermillion', note: 'A grubworm in it.' }
    const sheet = { articleId, revision: 1, name: 'checks.csv', kind: 'web_page' }
    const bring = { ...sheet, directness: 'secondary', checks: JSON.stringify([check]) }
    await bringChecks(ann, bring)
    await writeComment(ann, { claimId, text: 'Annotated elsewhere by Eve:\nOchre.' })
    const told = async (actor: Actor) =>
      JSON.stringify([
        ...Object.values(await comments(actor)),
        ...(await listEvents(actor, { articleId })),
        ...((await listEventsOfClaims(actor, [claimId], 50)).get(claimId) ?? []),
      ])
    const comments = async (actor: Actor) => [
      ...(await listComments(actor, { articleId })),
      (await findDossier(actor, articleId, 1))?.comments,
      (await listDossiers(actor, { articleId })).dossiers,
      await listClaimsOnFile(actor, { articleId, revisionId: scene.revisionId }),
    ]
    expect(await told(ines)).toMatch(/Vermillion.*grubworm.*Ochre/)
    expect(await told(bo)).not.toMatch(/Vermillion|grubworm|Ochre/)
    expect(await told(bo)).toContain('hidden until your own check is saved')

    // Who brings the same sheet again makes nothing twice, whatever they may know of it.
    await expect(bringChecks(bo, bring)).rejects.toThrow(/on file already/)
    await giveVerdict(bo, { ...GIVEN, claimId, check: 'second' })
    expect(await told(bo)).toMatch(/Vermillion.*grubworm.*Ochre/)
  })

  test('and nothing is hidden from whoever does not give it', async () => {
    const { ann, ines, auditor, cleo, bo, claimId } = await aScene()
    for (const actor of [ann, ines, auditor]) {
      expect((await findHidden(actor, ALL)).size).toBe(0)
    }
    for (const actor of [bo, cleo]) {
      expect((await findHidden(actor, ALL)).get(claimId)?.hidden).toHaveLength(1)
      expect((await findSecondChecks(actor, ALL)).get(claimId)?.second).toBe('missing')
    }
    await giveVerdict(cleo, { ...GIVEN, claimId, check: 'second' })
    expect((await findHidden(bo, ALL)).get(claimId)?.hidden ?? []).toEqual([])
  })
})

/** The reads that tell the verdict to whoever may know it. */
const TELLING = Object.keys(READ).filter(
  (name) =>
    !/UnplacedClaims|Bases|SecondChecksFor|HiddenClaims|Waiting|Inbox|SignOffs|listSources/.test(
      name,
    ),
)

plain('no page reads past what is hidden', () => {
  const pages = ['app', 'components'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(`${root}/${name}`, 'utf8')),
  )
  const reading = new RegExp(`\\b(${UNMASKED.join('|')})\\b`)
  expect(pages.length).toBeGreaterThan(150)
  expect(pages.filter((code) => reading.test(code))).toEqual([])
})

const ALL = Prisma.sql`true`

type Scene = Awaited<ReturnType<typeof aScene>>

async function aScene() {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const auditor = await newsroom.member('auditor', 'Ada')
  const [ann, bo, cleo] = [
    await newsroom.member('checker', 'Ann'),
    await newsroom.member('checker', 'Bo'),
    await newsroom.member('checker', 'Cleo'),
  ]
  const article = await newsroom.article({ by: ines, checkers: [ann, bo, cleo] })
  const claim = await newsroom.claim({ ...article, by: ann }, 'opened in 1932', {
    risks: ['legal'],
  })
  const { sourceId } = await newsroom.evidence(claim)
  await giveVerdict(ann, { ...GIVEN, claimId: claim.claimId })
  const { articleId, slug, text } = article
  const { id: revisionId } = await db().revision.findFirstOrThrow({ where: { articleId } })
  return { newsroom, ines, auditor, ann, bo, cleo, slug, text, revisionId, sourceId, ...claim }
}

/** Puts into the log what a signature and what follows on it would say of these items. */
async function append(
  actor: Actor,
  articleId: string,
  one: { kind?: OpenItemKind; claimId?: string; what: string },
  all: OpenOnRecord[],
) {
  const signed = { articleId, signOffId: '', revision: 1, sha256: '', statement: '' }
  const by = { ...signed, role: 'editor' as const }
  await appendEvents(actor, await lockChain(actor), [
    ...(one.kind
      ? [{ type: 'open-item.accepted' as const, articleId, ...one, kind: one.kind, reason: '' }]
      : []),
    { type: 'open-item.acceptance-withdrawn', articleId, ...one },
    { type: 'article.signed-off', ...by, accepted: all },
    { type: 'article.published-in-emergency', ...by, reason: '', open: all },
  ])
}
