import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import mammoth from 'mammoth'
import readXlsx from 'read-excel-file/node'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { markCoverage } from '@/lib/commands/coverage/coverage'
import { publishArticle } from '@/lib/commands/publication/publish'
import { signOff } from '@/lib/commands/sign-off/sign-offs'
import { findChainHead } from '@/lib/db/audit/log'
import { findClaim } from '@/lib/db/claims/claims'
import type { Actor } from '@/lib/domain/policy'
import { type Newsroom, spanOf } from '@/lib/testing/fixtures/newsroom'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { takeOut } from '../support/report-files'
import { shot } from '../support/screenshots'
import { tabTo, toast } from '../support/workspace'

const TEXT = 'The mayor said that the old bridge opened in 1932. It cost four million crowns.'
const SAID = 'the old bridge opened in 1932'

const preview = (page: Page) => page.getByRole('region', { name: 'What readers see' })

test('the report is taken out for Word, as Markdown and as a sheet, and other programs read it', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await published(desk.newsroom, actor)
  await page.goto(`${desk.at(article)}/report`)
  const file = async (form: 'Word' | 'Markdown' | 'Excel') => readFile(await takeOut(page, form))

  const { value: words } = await mammoth.extractRawText({ buffer: await file('Word') })
  expect(words).toContain(SAID)
  expect(words).toContain('The archive of the city')
  const markdown = (await file('Markdown')).toString()
  expect(markdown).toContain('### C-001\n\n**Confirmed**')
  const [sheet] = await readXlsx(await file('Excel'))
  expect(sheet?.data[1]?.slice(0, 5)).toEqual([
    'C-001',
    'Confirmed',
    'Confirmed',
    'Confirmed',
    SAID,
  ])

  await expect(
    page.getByRole('heading', { name: 'For other programs and for readers' }),
  ).toBeVisible()
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'report-formats')
})

test('a ClaimReview is refused with its reason, and given for what somebody else said', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await published(desk.newsroom, actor)
  await page.goto(`${desk.at(article)}/report`)
  await page.getByRole('link', { name: 'ClaimReview…' }).click()
  const claims = page.getByRole('list', { name: 'Claims' })
  await expect(claims).toContainText('It can be given out, once the address is filled in.')
  await expect(claims).toContainText('Not given out: It reports nobody’s words')

  await page.getByLabel('Address of the published article').fill('bridge')
  await page.getByRole('button', { name: 'Show the files' }).click()
  await expect(page.getByText('This is not a web address')).toBeVisible()
  await expect(page.getByLabel('Address of the published article')).toHaveValue('bridge')
  await page.getByLabel('Address of the published article').fill('https://desk.example/bridge')
  await page.getByLabel('Address of the published article').press('Enter')
  const link = page.getByRole('link', { name: 'ClaimReview of C-001' })
  await expect(link).toBeVisible()
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'claim-reviews')
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toMatch(/-c-001-claim-review\.jsonld$/)
  expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toMatchObject({
    '@type': 'ClaimReview',
    ...{ url: 'https://desk.example/bridge', claimReviewed: SAID },
    itemReviewed: { author: { '@type': 'Person', name: 'The mayor' }, datePublished: '2020-12-07' },
    reviewRating: { ratingValue: 5, bestRating: 5, worstRating: 1, alternateName: 'Confirmed' },
  })
  const refused = `${desk.at(article)}/claim-reviews/C-002?url=https://desk.example/bridge`
  const answer = await page.request.get(refused)
  expect(answer.status()).toBe(422)
  expect(await answer.text()).toMatch(/^C-002: It reports nobody’s words/)
})

test('an editor tells readers how we know, by keyboard, and it falls with its claim', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await published(desk.newsroom, actor)
  await page.goto(`${desk.at(article)}/readers-box`)
  await expect(preview(page)).toContainText('No claim is chosen.')
  await tabTo(page, page.getByRole('checkbox', { name: /C-001/ }))
  await page.keyboard.press('Space')
  await expect(preview(page)).toContainText(`${SAID}: These words were said. Confirmed.`)
  await page.reload()
  await expect(page.getByRole('checkbox', { name: /C-001/ })).toBeChecked()
  await expect(preview(page)).toContainText('Checked against: News article, Official document.')
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'readers-box')
  await tabTo(page, page.getByRole('button', { name: 'Sign for this' }))
  await page.keyboard.press('Enter')
  await expect(toast(page)).toHaveText('Signed for')
  await expect(page.getByRole('heading', { name: 'Signed by Ines' })).toBeVisible()
  await shot(page, 'readers-box-signed')

  const signed = preview(page).first()
  await expect(signed).toContainText('Signed for by the editors of The Desk on')
  const html = await (await page.request.get(`${desk.at(article)}/readers-box/html`)).text()
  expect(html).toContain('<aside class="how-we-know"')
  const shown = html.replace(/<q [^>]*>|<\/q>/g, '').replace(/<[^>]+>/g, ' ')
  expect(shown).toContain('Checked against: News article, Official document.')
  expect(html).not.toMatch(/archive|Ines|The mayor said/)
  const json = await (await page.request.get(`${desk.at(article)}/readers-box/json`)).json()
  expect(json).toMatchObject({ format: 'stet-readers-box/1', claims: [{ words: SAID }] })

  const over = article.lastVerdict
  const again = { claimId: article.claimId, aspect: 'so', verdict: 'disputed', rationale: 'Two.' }
  await giveVerdict(article.checker, { ...again, over })
  await page.reload()
  await expect(page.getByText('Fell because of C-001')).toBeVisible()
  expect((await page.request.get(`${desk.at(article)}/readers-box/html`)).status()).toBe(404)
})

/** A published article: one claim that the mayor made and that is confirmed, and one of the article’s own. */
async function published(newsroom: Newsroom, editor: Actor) {
  const checker = await newsroom.member('checker', 'Tom')
  const article = await newsroom.article({ by: editor, text: TEXT, checkers: [checker] })
  const { articleId } = article
  const said = { by: checker, type: 'paraphrase', claimant: 'The mayor' } as const
  const { claimId } = await newsroom.claim(article, SAID, said)
  const paper = { title: 'The mayor on the bridge', publisher: 'The Paper' }
  const place = { url: 'https://paper.example/bridge', published: '2020-12-07' }
  await newsroom.evidence(
    { claimId, by: checker },
    { ...paper, ...place, kind: 'news_article', aspect: 'said', directness: 'primary' },
  )
  const archive = { title: 'The archive of the city', aspect: 'so' } as const
  await newsroom.evidence({ claimId, by: checker }, archive)
  await giveVerdict(checker, { claimId, aspect: 'said', verdict: 'confirmed' })
  const { verdictId } = await lastVerdictOf(checker, claimId)
  const own = await newsroom.claim(article, 'It cost four million crowns', { by: checker })
  await newsroom.evidence({ claimId: own.claimId, by: checker })
  await giveVerdict(checker, { claimId: own.claimId, verdict: 'confirmed' })
  const places = [spanOf(TEXT, 'The mayor said that')]
  await markCoverage(checker, { articleId, revision: 1, kind: 'nothing_to_check', places })
  await signOff(editor, { articleId, seen: (await findChainHead(editor)).seq })
  await publishArticle(editor, { articleId })
  return { ...article, claimId, checker, lastVerdict: verdictId }
}

async function lastVerdictOf(checker: Actor, claimId: string): Promise<{ verdictId: string }> {
  await giveVerdict(checker, { claimId, aspect: 'so', verdict: 'confirmed' })
  const claim = await findClaim(checker, { id: claimId })
  const verdict = claim?.verdicts.find(({ aspect }) => aspect === 'so')
  return { verdictId: verdict?.id ?? '' }
}
