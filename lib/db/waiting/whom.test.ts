import { describe, expect } from 'vitest'
import { moveArticle } from '@/lib/commands/articles/articles'
import { setStatus } from '@/lib/commands/claims/claims'
import { askSecondCheck } from '@/lib/commands/claims/second-checks'
import { giveVerdict, waiveSecondary } from '@/lib/commands/claims/verdicts'
import { markCoverage } from '@/lib/commands/coverage/coverage'
import { writeComment } from '@/lib/commands/discussion/comments'
import { answerQuery, askQuery, closeQuery } from '@/lib/commands/discussion/queries'
import { acceptSuggestion, suggestChange } from '@/lib/commands/discussion/suggestions'
import { reviseArticle } from '@/lib/commands/revisions/revise'
import { publishInEmergency, signOff } from '@/lib/commands/sign-off/sign-offs'
import { recordLook } from '@/lib/commands/watches/record-look'
import { keysOf } from '@/lib/domain/vocabulary'
import { WAITING_KINDS, type WaitingKind } from '@/lib/domain/waiting/kinds'
import { test } from '@/lib/testing/database/rollback'
import { acceptAll } from '@/lib/testing/fixtures/article-to-sign'
import { aNewsroom, type TestArticle, type TestClaim } from '@/lib/testing/fixtures/newsroom'
import { aScene } from '@/lib/testing/fixtures/scene'
import { findChainHead } from '../audit/log'
import { db } from '../client'
import { findWaiting } from './find-waiting'

/** An article with an editor, a writer and two checkers, one claim in it, and another editor in the newsroom. */
async function aDesk({ deadline }: { deadline?: Date } = {}) {
  const newsroom = await aNewsroom()
  const people = {
    ines: await newsroom.member('editor', 'Ines'),
    ed: await newsroom.member('editor', 'Ed'),
    tom: await newsroom.member('checker', 'Tom'),
    cleo: await newsroom.member('checker', 'Cleo'),
    lena: await newsroom.member('writer', 'Lena'),
    ada: await newsroom.member('auditor', 'Ada'),
  }
  const { ines, tom, cleo, lena } = people
  const on = { by: ines, editor: ines, writers: [lena], checkers: [tom, cleo], deadline }
  const article = await newsroom.article(on)
  const claim = await newsroom.claim({ ...article, by: tom }, 'opened in 1932')
  return { newsroom, ...people, people, article, claim, about: aboutIt(article, claim) }
}

type Desk = Awaited<ReturnType<typeof aDesk>>
type Name = keyof Desk['people']

const aboutIt = ({ articleId }: TestArticle, { claimId }: TestClaim) => ({
  ...{ articleId, revision: 1, claimId },
})

const CONFIRMED = { verdict: 'confirmed' } as const
const DISPUTED = { verdict: 'disputed', rationale: 'Two ledgers.' } as const
const DAY = 86_400_000

/** What is done, and for whom it then waits as what. */
const STATES: [
  kind: WaitingKind,
  what: string,
  who: Name[],
  bring: (desk: Desk) => Promise<unknown> | undefined,
][] = [
  ['answer', 'a question to the writer', ['lena'], ({ tom, about }) => ask(tom, about, 'writer')],
  ['answer', 'a question to the editor', ['ines'], ({ tom, about }) => ask(tom, about, 'editor')],
  [
    'answer',
    'a question to the lawyer, without a name',
    ['ines', 'ed'],
    ({ tom, about }) => ask(tom, about, 'lawyer'),
  ],
  [
    'answer',
    'a question to the lawyer, in whose place somebody is named',
    ['cleo'],
    ({ tom, cleo, about }) => ask(tom, about, 'lawyer', cleo.userId),
  ],
  [
    'close',
    'an answer',
    ['tom'],
    async ({ tom, lena, about }) =>
      answerQuery(lena, { ...(await ask(tom, about, 'writer')), text: 'The mayor.' }),
  ],
  [
    'mention',
    'a comment that calls somebody',
    ['cleo'],
    ({ tom, claim }) => writeComment(tom, { ...claim, text: '@Cleo, look.' }),
  ],
  ['take', 'a claim that nobody has', ['tom', 'cleo'], () => undefined],
  [
    'check',
    'a claim that somebody has',
    ['cleo'],
    ({ newsroom, article, tom, cleo }) =>
      newsroom.claim({ ...article, by: tom }, 'in May', { assigneeId: cleo.userId }),
  ],
  [
    'take',
    'a claim of somebody who brought its words in themselves',
    ['cleo'],
    async ({ newsroom, ines, tom, cleo, claim }) => {
      const own = await newsroom.article({ by: ines, broughtBy: tom, checkers: [tom, cleo] })
      await newsroom.claim({ ...own, by: ines }, 'in May', { assigneeId: tom.userId })
      await giveVerdict(tom, { ...claim, ...DISPUTED })
    },
  ],
  [
    'chase',
    'a claim that waits for a source',
    ['tom', 'cleo'],
    ({ tom, claim }) => setStatus(tom, { ...claim, from: 'unchecked', status: 'waiting_source' }),
  ],
  [
    'second',
    'a claim that one person checked of two',
    ['cleo'],
    async ({ tom, claim }) => {
      await askSecondCheck(tom, claim)
      await giveVerdict(tom, { ...claim, ...DISPUTED })
    },
  ],
  [
    'differing',
    'two checks that disagree',
    ['ines', 'ed', 'tom', 'cleo'],
    async ({ tom, cleo, claim }) => {
      await askSecondCheck(tom, claim)
      await giveVerdict(tom, { ...claim, ...DISPUTED })
      const other = { verdict: 'not_checkable', rationale: 'A view.' }
      await giveVerdict(cleo, { ...claim, check: 'second', ...other })
    },
  ],
  [
    'name_second',
    'a claim whose article has nobody for the second check',
    ['ines'],
    async ({ newsroom, ines, tom }) => {
      const alone = await newsroom.article({ by: ines, editor: ines, checkers: [tom] })
      const claim = await newsroom.claim({ ...alone, by: tom }, 'in May')
      await askSecondCheck(tom, claim)
      await giveVerdict(tom, { ...claim, ...DISPUTED })
    },
  ],
  ['decide', 'a suggestion', ['ines'], ({ tom, about }) => suggest(tom, about)],
  [
    'apply',
    'an accepted suggestion',
    ['ines'],
    async ({ tom, ines, about }) =>
      acceptSuggestion(ines, { ...(await suggest(tom, about)), after: 'closed in 1932' }),
  ],
  [
    'unsafe',
    'words that are not safe as printed',
    ['ines'],
    ({ tom, claim }) => giveVerdict(tom, { ...claim, ...DISPUTED }),
  ],
  [
    'secondary',
    'support that is secondary only',
    ['ines'],
    async ({ newsroom, tom, claim }) => {
      for (const origin of ['Reuters', 'AP', 'AFP'])
        await newsroom.evidence({ ...claim, by: tom }, { directness: 'secondary', origin })
      await giveVerdict(tom, { ...claim, ...CONFIRMED })
    },
  ],
  [
    'frame',
    'words around a checked claim that changed',
    ['tom'],
    async ({ newsroom, tom, lena, claim, article }) => {
      await newsroom.evidence({ ...claim, by: tom })
      await giveVerdict(tom, { ...claim, ...CONFIRMED })
      await revise(lena, article, 'The old', 'The oldest')
    },
  ],
  [
    'place',
    'a claim whose words are gone',
    ['tom', 'cleo'],
    ({ lena, article }) => revise(lena, article, 'opened in 1932', 'was built by hand'),
  ],
  ['uncovered', 'words that nobody accounts for', ['tom', 'cleo'], () => undefined],
  [
    'hand',
    'an article in which all is checked',
    ['tom', 'cleo'],
    async ({ tom, claim, article }) => {
      await giveVerdict(tom, { ...claim, ...DISPUTED })
      await coverAll(tom, article)
    },
  ],
  [
    'sign',
    'an article that was handed to the editor',
    ['ines'],
    ({ tom, article: { articleId } }) =>
      moveArticle(tom, { articleId, from: 'draft', to: 'with_editor' }),
  ],
  [
    'fallen',
    'a signature that fell by a text',
    ['ines', 'tom', 'cleo'],
    async ({ ines, lena, article }) => {
      await acceptAll(ines, article)
      const { seq: seen } = await findChainHead(ines)
      await signOff(ines, { articleId: article.articleId, seen })
      await revise(lena, article, 'opened in 1932', 'opened in 1933')
    },
  ],
  [
    'emergency',
    'an article that went out before its check was done',
    ['ines'],
    async ({ ines, article: { articleId } }) => {
      const { seq: seen } = await findChainHead(ines)
      await publishInEmergency(ines, { articleId, seen, reason: 'It is news.' })
    },
  ],
]

describe('for whom it waits:', () => {
  for (const [kind, what, who, bring] of STATES) {
    test(`${what} (${kind})`, async () => {
      const desk = await aDesk()
      await bring(desk)
      expect(await waitsAs(desk, kind)).toEqual(who)
    })
  }

  test('a deadline that is near or past (deadline), for those who check and whoever leads', async () => {
    for (const [from, who] of [
      [-DAY, ['ines', 'tom', 'cleo']],
      [DAY / 2, ['ines', 'tom', 'cleo']],
      [2 * DAY, []],
    ] as const) {
      const desk = await aDesk({ deadline: new Date(Date.now() + from) })
      expect(await waitsAs(desk, 'deadline')).toEqual(who)
    }
  })

  test('a cited page that changed (pages), and what a document says (notes)', async () => {
    const scene = await aScene()
    await recordLook(scene.people.admin, { watchId: scene.watchId, found: 'gone', says: '404' })
    const kinds = async (who: 'checker' | 'writer' | 'admin') =>
      (await findWaiting(scene.people[who])).lines.map(({ kind }) => kind)
    expect(await kinds('checker')).toEqual(expect.arrayContaining(['pages', 'notes']))
    expect(await kinds('admin')).toContain('pages')
    expect(await kinds('writer')).not.toContain('pages')
  })

  test('every kind has its state here', async () => {
    const shown = new Set([...STATES.map(([kind]) => kind), 'deadline', 'pages', 'notes'])
    expect(keysOf(WAITING_KINDS).filter((kind) => !shown.has(kind))).toEqual([])
  })
})

test('what is dealt with waits no more', async () => {
  const desk = await aDesk()
  const { tom, ines, lena, newsroom, claim, about } = desk
  const { queryId } = await ask(tom, about, 'writer')
  await answerQuery(lena, { queryId, text: 'The mayor.' })
  await closeQuery(tom, { queryId })
  expect(await waitsAs(desk, 'close')).toEqual([])
  for (const origin of ['Reuters', 'AP', 'AFP'])
    await newsroom.evidence({ ...claim, by: tom }, { directness: 'secondary', origin })
  await giveVerdict(tom, { ...claim, ...CONFIRMED })
  expect(await waitsAs(desk, 'secondary')).toEqual(['ines'])
  await waiveSecondary(ines, { ...claim, reason: 'All three were there.' })
  expect(await waitsAs(desk, 'secondary')).toEqual([])
  const { id: over } = await db().verdict.findFirstOrThrow({ where: { claimId: claim.claimId } })
  await giveVerdict(tom, { ...claim, ...DISPUTED, over })
  expect(await waitsAs(desk, 'unsafe')).toEqual(['ines'])
  await acceptAll(ines, desk.article)
  expect(await waitsAs(desk, 'unsafe')).toEqual([])
})

/** For whom something waits as this, by name. */
async function waitsAs({ people }: Desk, kind: WaitingKind): Promise<string[]> {
  const who: string[] = []
  for (const [name, actor] of Object.entries(people)) {
    const { lines } = await findWaiting(actor)
    if (lines.some((line) => line.kind === kind)) who.push(name)
  }
  return who
}

const ask = (by: Desk['tom'], about: Desk['about'], to: string, toUserId?: string) =>
  askQuery(by, { ...about, to, toUserId, question: 'Who says so?' })

const suggest = (by: Desk['tom'], about: Desk['about']) =>
  suggestChange(by, { ...about, after: 'closed in 1932', reason: 'date' })

const revise = (by: Desk['tom'], { articleId, text }: TestArticle, old: string, now: string) =>
  reviseArticle(by, {
    ...{ articleId, base: 1 },
    blocks: text.split('\n\n').map((one) => ({ kind: 'paragraph', text: one.replace(old, now) })),
  })

function coverAll(by: Desk['tom'], { articleId, text }: TestArticle) {
  const [before = '', after = ''] = text.split('opened in 1932')
  const places = [
    { start: 0, end: before.length },
    { start: text.length - after.length, end: text.length },
  ]
  return markCoverage(by, { articleId, revision: 1, kind: 'nothing_to_check', places })
}
