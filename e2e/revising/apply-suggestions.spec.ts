import type { Page } from '@playwright/test'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { acceptSuggestion, suggestChange } from '@/lib/commands/discussion/suggestions'
import type { Actor } from '@/lib/domain/policy'
import { spanOf, type TestArticle } from '@/lib/testing/fixtures/newsroom'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { claimOf, goToArticle, rowOf, textOf } from '../support/workspace'

const effect = (page: Page) => page.getByRole('form', { name: 'Apply the changes' })
const save = (page: Page) => effect(page).getByRole('button', { name: /^Save as revision/ })
const change = (page: Page, words: string) =>
  page.getByRole('checkbox', { name: `Apply “${words}”` })
const suggestionsOf = (page: Page, number: string) =>
  claimOf(page, number).getByRole('region', { name: 'Suggestions' })

test('the words that “OK with change” asked for are confirmed in one step once they are printed', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const tom = await desk.arrive('checker', 'Tom')
  const article = await desk.newsroom.article({ by: actor, checkers: [tom.actor] })
  const claim = await desk.newsroom.claim(article, 'opened in 1932')
  await desk.newsroom.evidence(claim)
  await giveVerdict(tom.actor, {
    ...{ claimId: claim.claimId, verdict: 'ok_with_change', change: 'opened in 1933' },
  })
  await suggest(tom.actor, article, 'opened in 1932', 'opened in 1933', claim)
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  await suggestionsOf(page, 'C-001').getByRole('button', { name: 'Accept', exact: true }).click()
  await claimOf(page, 'C-001').getByRole('link', { name: 'Apply 1 accepted change' }).click()
  await save(page).click()
  await expect(textOf(page)).toContainText('opened in 1933')

  await goToArticle(tom.page, desk.at(article))
  await rowOf(tom.page, /^C-001 Recheck/).click()
  // A line through the words would say that they go.
  const mark = textOf(tom.page).locator('mark[data-status="recheck"]')
  await expect(mark.first()).toHaveCSS('text-decoration-line', 'none')
  const asked = claimOf(tom.page, 'C-001').getByRole('form', {
    name: 'The words that were asked for',
  })
  await expect(asked).toContainText('These are the words that Tom asked for.')
  await asked.getByRole('button', { name: 'Confirm them' }).click()
  await expect(rowOf(tom.page, /^C-001 Confirmed/)).toBeVisible()
})

test('an editor accepts two changes and applies them together as a new revision', async ({
  desk,
}) => {
  test.slow()
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  for (const words of ['opened in 1932', 'the first in the country', 'four million crowns']) {
    const claim = await desk.newsroom.claim(article, words)
    await desk.newsroom.evidence(claim)
    await giveVerdict(actor, { claimId: claim.claimId, verdict: 'confirmed' })
    if (words.startsWith('opened')) await suggest(actor, article, words, 'opened in 1933', claim)
    if (words.startsWith('the first')) await suggest(actor, article, words, 'one of four', claim)
  }

  await goToArticle(page, `${desk.at(article)}?claim=1`)
  await suggestionsOf(page, 'C-001').getByRole('button', { name: 'Accept', exact: true }).click()
  await rowOf(page, /the first in the country/).click()
  await suggestionsOf(page, 'C-002').getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(
    claimOf(page, 'C-002').getByRole('link', { name: 'Apply 2 accepted changes' }),
  ).toBeVisible()
  await page.getByRole('banner').getByRole('link', { name: 'Apply 2 accepted changes' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Apply accepted changes')
  await expect(effect(page)).toContainText('3 claims: 1 kept, 2 changed')
  await expect(effect(page).getByRole('insertion').first()).toContainText('1933')
  await assertAccessible(page)
  await shot(page, 'apply')
  await change(page, 'one of four').uncheck()
  await expect(effect(page)).toContainText('3 claims: 2 kept, 1 changed')
  await page.reload()
  await expect(change(page, 'one of four')).not.toBeChecked()
  await change(page, 'one of four').check()
  await expect(effect(page)).toContainText('3 claims: 1 kept, 2 changed')
  await save(page).click()

  await expect(page).toHaveURL(desk.at(article))
  await expect(page.locator('summary').getByText('r2', { exact: true })).toBeVisible()
  await expect(textOf(page)).toContainText('opened in 1933')
  await expect(page.getByRole('region', { name: 'Claims to settle' })).toBeHidden()
  for (const [number, words] of [
    ['C-001', /opened in 1933/],
    ['C-002', /one of four/],
  ] as const) {
    await rowOf(page, words).click()
    await expect(claimOf(page, number)).toContainText('Recheck')
    await expect(suggestionsOf(page, number).getByText('Applied', { exact: true })).toBeVisible()
  }
  await rowOf(page, /four million crowns/).click()
  await expect(claimOf(page, 'C-003')).toContainText('Confirmed')
  await shot(page, 'applied')

  await page.goto(`${desk.at(article)}/history`)
  await expect(
    page.getByText('applied “opened in 1933” in place of “opened in 1932” in C-001, in revision 2'),
  ).toBeVisible()
  await page.goto(`${desk.at(article)}/apply`)
  await expect(page.getByText('No accepted change waits to be applied.')).toBeVisible()
})

test('one change is accepted and applied at once, and the next one after it', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  const opened = await desk.newsroom.claim(article, 'opened in 1932')
  const cost = await desk.newsroom.claim(article, 'four million crowns')
  await suggest(actor, article, 'opened in 1932', 'opened in 1933', opened)
  await suggest(actor, article, 'four million crowns', 'five million crowns', cost)
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  const atOnce = (number: string) =>
    suggestionsOf(page, number).getByRole('button', { name: 'Accept and apply' })
  await atOnce('C-001').click()
  await expect(textOf(page)).toContainText('opened in 1933')
  await expect(suggestionsOf(page, 'C-001').getByText('Applied', { exact: true })).toBeVisible()
  await expect(page.locator('summary').getByText('r2', { exact: true })).toBeVisible()

  await rowOf(page, /four million crowns/).click()
  await assertAccessible(page)
  await shot(page, 'accept-and-apply', atOnce('C-002'))
  await atOnce('C-002').click()
  await expect(textOf(page)).toContainText('five million crowns')
  await expect(page.locator('summary').getByText('r3', { exact: true })).toBeVisible()
})

test('changes that overlap, and those whose words went, say so; nothing that was chosen is lost', async ({
  desk,
}) => {
  const ines = await desk.arrive('editor', 'Ines')
  const ada = await desk.arrive('admin', 'Ada')
  const article = await desk.newsroom.article({ by: ines.actor })
  await accepted(ines.actor, article, 'four million', 'four thousand')
  await accepted(ines.actor, article, 'million crowns', 'million euros')
  await accepted(ines.actor, article, 'on Friday', 'on Thursday')
  const { page } = ines
  for (const one of [ines, ada]) await goToArticle(one.page, `${desk.at(article)}/apply`)

  await expect(change(page, 'million euros')).not.toBeChecked()
  await expect(page.getByText('It overlaps the change of “million crowns”')).toBeVisible()
  await change(page, 'million euros').check()
  await expect(effect(page).getByRole('alert').first()).toContainText('overlap')
  await save(page).click()
  await expect(effect(page).getByRole('alert').last()).toContainText('overlap')
  await shot(page, 'overlap')
  await change(page, 'million euros').uncheck()
  await change(page, 'four thousand').uncheck()
  await expect(effect(page)).toContainText('1 of 3 chosen')
  await change(page, 'on Thursday').uncheck()
  await save(page).click()
  await expect(effect(page)).toContainText('Choose the changes that are to be applied.')
  await change(page, 'on Thursday').check()

  // A colleague is first.
  await change(ada.page, 'on Thursday').uncheck()
  await save(ada.page).click()
  await expect(ada.page.locator('summary').getByText('r2', { exact: true })).toBeVisible()
  await expect(page.getByText('Revision 2 never changes')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Cannot be applied 1' })).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'gone')
  await expect(change(page, 'on Thursday')).toBeChecked()
  await save(page).click()
  await expect(page.locator('summary').getByText('r3', { exact: true })).toBeVisible()
  await expect(textOf(page)).toContainText('four thousand crowns, the mayor said on Thursday.')
})

test('a checker is not offered to apply changes', async ({ desk }) => {
  const ines = await desk.newsroom.member('editor', 'Ines')
  const { actor, page } = await desk.arrive('checker', 'Tom')
  const article = await desk.newsroom.article({ by: ines, checkers: [actor] })
  await accepted(ines, article, 'four million', 'five million')
  await goToArticle(page, `${desk.at(article)}/queries`)
  await expect(page.getByText('Accepted', { exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Apply/ })).toBeHidden()
  desk.mayHear(/404/)
  const answer = await page.goto(`${desk.at(article)}/apply`)
  expect(answer?.status()).toBe(404)
})

async function suggest(
  by: Actor,
  { articleId, text }: TestArticle,
  words: string,
  after: string,
  { claimId = '' } = {},
) {
  const place = { articleId, claimId, revision: 1, ...spanOf(text, words) }
  return suggestChange(by, { ...place, after, reason: 'number' })
}

async function accepted(by: Actor, article: TestArticle, words: string, after: string) {
  await acceptSuggestion(by, { ...(await suggest(by, article, words, after)), after })
}
