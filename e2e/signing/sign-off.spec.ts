import type { Page } from '@playwright/test'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { markCoverage } from '@/lib/commands/coverage/coverage'
import { writeComment } from '@/lib/commands/discussion/comments'
import { reviseArticle } from '@/lib/commands/revisions/revise'
import type { Actor } from '@/lib/domain/policy'
import { type Newsroom, spanOf } from '@/lib/testing/fixtures/newsroom'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import {
  claimOf,
  giveVerdict as giveVerdictTo,
  goToArticle,
  rowOf,
  tabTo,
  toast,
} from '../support/workspace'

const TEXT = 'The old bridge opened in 1932 and cost four million crowns.'

const standing = (page: Page) => page.locator('.standing')
const inTheWay = (page: Page) => page.getByRole('region', { name: /^Stands in the way/ })
const onRecord = (page: Page) => page.getByRole('region', { name: /^Signatures on record/ })
const sign = (page: Page) => page.getByRole('button', { name: /^Sign off revision/ })

test('an editor accepts by name what stays open, and then signs for one text', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await anArticle(desk.newsroom, actor)
  await goToArticle(page, desk.at(article))
  await page.getByRole('link', { name: 'Sign-off' }).click()
  await expect(page.getByRole('heading', { name: 'Sign-off', exact: true })).toBeVisible()
  await expect(standing(page)).toContainText('No signature holds for revision 1.')
  await expect(inTheWay(page)).toContainText('C-002, “four million crowns”')
  await expect(inTheWay(page)).toContainText('One word: “cost”')
  await expect(sign(page)).toHaveCount(0)
  await assertAccessible(page)
  await shot(page, 'sign-off-open')

  // Each line leads to its place and Back leads here again.
  await inTheWay(page).getByRole('link', { name: 'One word: “cost”' }).click()
  await expect.poll(() => page.evaluate(() => String(document.getSelection()))).toBe('cost')
  await page.goBack()

  // The reason is asked for from the first tick on.
  await expect(page.getByRole('textbox', { name: /^Why may/ })).toBeHidden()
  await page.getByLabel(/^Accept: C-002/).check()
  await expect(page.getByLabel('Why may what you ticked stay open?')).toBeVisible()
  await page.getByLabel(/^Accept: C-002/).uncheck()
  await expect(page.getByRole('textbox', { name: /^Why may/ })).toBeHidden()
  await page.getByLabel(/^Accept: C-002/).check()
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(page.getByText('Say why it may stay open.')).toBeVisible()
  await page.getByLabel(/^Accept: One word/).check()
  await page.getByLabel('Why may these 2 stay open?').fill('The ledger comes tomorrow.')
  await page.reload()
  await expect(page.getByLabel('Why may these 2 stay open?')).toHaveValue(
    'The ledger comes tomorrow.',
  )
  await page.getByRole('button', { name: 'Accept 2 items' }).click()
  await expect(toast(page)).toHaveText('Accepted, by your name')
  await expect(page.getByRole('region', { name: /^Accepted as open/ })).toContainText(
    'Ines accepted this',
  )

  const statement = page.getByText(
    /^I, Ines, editor at The Desk, sign off revision 1 of “The bridge”/,
  )
  await expect(statement).toContainText('except for 2 open items, each accepted by name')
  await assertAccessible(page)
  await shot(page, 'sign-off-ready')
  await sign(page).click()
  await expect(standing(page)).toContainText('Signed off by Ines, editor')
  await expect(onRecord(page)).toContainText('Holds')
  await onRecord(page).getByText('2 items were open').click()
  await expect(onRecord(page)).toContainText('Ines accepted it: The ledger comes tomorrow.')
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'sign-off-signed')

  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(standing(page)).toContainText('Published')
  await page.getByRole('button', { name: 'Not published after all' }).click()
  await page.getByLabel('Why is it not published after all?').fill('The press stands still.')
  await page.getByRole('button', { name: 'Not published after all' }).click()
  await page.getByRole('button', { name: 'Revoke the sign-off' }).click()
  await page.getByLabel('Why do you take it back?').fill('A call came in.')
  await page.getByRole('button', { name: 'Revoke the sign-off' }).click()
  await expect(onRecord(page)).toContainText('Revoked')
  await expect(onRecord(page)).toContainText('A call came in.')
})

test('the whole sign-off goes by keyboard', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await anArticle(desk.newsroom, actor)
  await page.goto(`${desk.at(article)}/sign-off`)
  for (const item of [/^Accept: One word/, /^Accept: C-002/]) {
    await tabTo(page, page.getByLabel(item))
    await page.keyboard.press('Space')
  }
  await tabTo(page, page.getByLabel('Why may these 2 stay open?'))
  await page.keyboard.type('The ledger comes tomorrow.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: /^Accepted as open/ })).toBeVisible()
  await tabTo(page, sign(page))
  await page.keyboard.press('Enter')
  await expect(standing(page)).toContainText('Signed off by Ines, editor')
  await tabTo(page, page.getByRole('button', { name: 'Revoke the sign-off' }))
  await page.keyboard.press('Enter')
  await page.keyboard.type('A call came in.')
  await page.keyboard.press('Control+Enter')
  await expect(onRecord(page)).toContainText('A call came in.')
})

test('a digit changed after the sign-off makes it fall and reopens one claim', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await anArticle(desk.newsroom, actor, { checked: true })
  await page.goto(`${desk.at(article)}/sign-off`)
  await sign(page).click()
  await expect(standing(page)).toContainText('Signed off by Ines')

  const { articleId } = article
  const now = TEXT.replace('1932', '1933').replace('The old', 'The\u00a0old')
  await reviseArticle(await desk.newsroom.author(), {
    ...{ articleId, base: 1 },
    blocks: [{ kind: 'paragraph', text: now }],
  })
  await expect(standing(page)).toContainText('No signature holds for revision 2.')
  const late = page.locator('.late-changes')
  await expect(late).toContainText(
    '2 edits since the sign-off of revision 1: 1 typographic, 1 factual.',
  )
  await expect(onRecord(page)).toContainText('Superseded')
  await expect(onRecord(page)).toContainText('because of C-001')
  await assertAccessible(page)
  await shot(page, 'sign-off-fallen')

  await late.getByRole('link', { name: 'C-001' }).click()
  await expect(page.getByRole('link', { name: 'Sign-off of r1 fell' })).toBeVisible()
  const claim = claimOf(page, 'C-001')
  await expect(claim).toContainText('Revision 2 has other words in its place')
  await page.keyboard.press('a')
  await expect(claim).toContainText('Recheck')
  await giveVerdictTo(claim, null, 'Confirmed')
  await rowOf(page, /^C-002 Confirmed/).click()
  const notice = claimOf(page, 'C-002').getByRole('form', { name: 'The words around it changed' })
  await notice.getByRole('button', { name: /^The check holds/ }).click()
  await expect(notice).toBeHidden()
  await page.goto(`${desk.at(article)}/sign-off`)
  await sign(page).click()
  await expect(standing(page)).toContainText('Signed off by Ines')
  await expect(onRecord(page).getByRole('listitem').first()).toContainText('Holds')
})

test('an editor who brought the words in reads why another one signs, and gives no verdict', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor, broughtBy: actor, text: TEXT })
  await desk.newsroom.claim(article, 'opened in 1932')
  await page.goto(`${desk.at(article)}/sign-off`)
  await expect(
    page.getByText('You wrote words of this text, so another editor signs it off.'),
  ).toBeVisible()
  await expect(sign(page)).toBeHidden()
  await expect(page.getByText('Publish in an emergency', { exact: true })).toBeHidden()

  await page.goto(`${desk.at(article)}?claim=1`)
  await expect(
    page.getByText('You wrote words of this claim, so somebody else checks it.'),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Give verdict' })).toBeHidden()
})

test('a page that was opened before the last edit cannot be signed on', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await anArticle(desk.newsroom, actor, { checked: true })
  // The page hears of nothing that happens elsewhere.
  desk.mayHear(/\/live\?/)
  await page.route('**/live?*', (route) => route.abort())
  await page.goto(`${desk.at(article)}/sign-off`)
  await expect(sign(page)).toBeVisible()
  await writeComment(actor, { claimId: article.claimId, text: 'Wait for the ledger.' })
  await sign(page).click()
  await expect(page.getByRole('form', { name: 'Sign off' })).toContainText(
    'The article changed since you opened this page, so nothing was signed. Ines commented on C-001: Wait for the ledger.',
  )
  await expect(standing(page)).toContainText('No signature holds')
  await page.reload()
  await sign(page).click()
  await expect(standing(page)).toContainText('Signed off by Ines')
})

test('an emergency is loud, and lists what must still be done', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await anArticle(desk.newsroom, actor)
  await page.goto(`${desk.at(article)}/sign-off`)
  await page.getByText('Publish in an emergency', { exact: true }).click()
  await page.getByRole('button', { name: 'Publish revision 1 unchecked' }).click()
  await expect(page.getByText('Say why it cannot wait.')).toBeVisible()
  await page.getByLabel('Why can it not wait?').fill('The dam breaks.')
  await assertAccessible(page)
  await shot(page, 'emergency-form')
  await page.getByRole('button', { name: 'Publish revision 1 unchecked' }).click()
  await expect(standing(page)).toContainText('Published in an emergency by Ines, editor')
  await expect(standing(page)).toContainText('2 of 2 open items still have to be done:')
  await assertAccessible(page)
  await shot(page, 'emergency')

  await markCoverage(actor, {
    ...{ articleId: article.articleId, revision: 1, kind: 'nothing_to_check' },
    places: [spanOf(TEXT, 'cost')],
  })
  await expect(standing(page)).toContainText('1 of 2 open items still have to be done:')
  await page.goto(desk.at('/articles'))
  await expect(page.getByRole('row', { name: /The bridge/ })).toContainText('Emergency')
})

/** An article with two claims, of which one is checked, and one word that nobody has accounted for. */
async function anArticle(newsroom: Newsroom, by: Actor, { checked = false } = {}) {
  const article = await newsroom.article({ by, text: TEXT })
  const { articleId } = article
  const opened = await newsroom.claim(article, 'opened in 1932')
  const cost = await newsroom.claim(article, 'four million crowns')
  for (const { claimId } of checked ? [opened, cost] : [opened]) {
    await newsroom.evidence({ claimId, by })
    await giveVerdict(by, { claimId, verdict: 'confirmed' })
  }
  const marked = ['The old bridge', 'and', ...(checked ? ['cost'] : [])]
  const places = marked.map((words) => spanOf(TEXT, words))
  await markCoverage(by, { articleId, revision: 1, kind: 'nothing_to_check', places })
  return { ...article, claimId: opened.claimId }
}
