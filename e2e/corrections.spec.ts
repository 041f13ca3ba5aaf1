import type { Page } from '@playwright/test'
import { correctArticle } from '../lib/commands/corrections'
import { markCoverage } from '../lib/commands/coverage'
import { publishArticle } from '../lib/commands/publishing'
import { signOff } from '../lib/commands/sign-offs'
import { giveVerdict } from '../lib/commands/verdicts'
import { findChainHead } from '../lib/db/audit'
import type { Actor } from '../lib/domain/policy'
import { type Newsroom, spanOf } from '../lib/testing/newsroom'
import { assertAccessible, assertFits } from './accessible'
import { expect, test } from './desk'
import { shot } from './pictures'
import { chooseByKeys, claimOf, goToArticle, textOf } from './workspace'

const TEXT = 'The old bridge opened in 1932 and cost four million crowns.'

const form = (page: Page) => page.getByRole('form', { name: 'Correct' })
const effects = (page: Page) => page.getByRole('complementary', { name: 'What correcting does' })
const corrected = (page: Page) => form(page).getByLabel('Corrected words')
const notice = (page: Page) => form(page).getByLabel('Notice to readers')
const send = (page: Page) => form(page).getByRole('button', { name: /^Correct, as revision/ })

test('what is published is corrected with a notice, and its claim is checked again', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await published(desk.newsroom, actor)
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  await claimOf(page, 'C-001').getByRole('link', { name: 'Correct…' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Correct what is published')
  await expect(form(page)).toContainText('opened in 1932')
  await expect(effects(page)).toContainText('The signature of Ines falls')
  await corrected(page).fill('opened in 1933')
  await expect(form(page).getByRole('insertion')).toContainText('1933')
  await expect(effects(page)).toContainText('1 claim: 1 changed')
  await expect(effects(page)).toContainText('C-001 is placed on the corrected words and goes to')
  await send(page).click()
  await expect(form(page)).toContainText('Choose how it came to be published.')
  await expect(form(page)).toContainText('Say what readers are told.')
  await form(page).getByLabel('How it came to be published').selectOption('The source was wrong')
  await notice(page).fill('An earlier version gave the year as 1932. It is 1933.')
  await page.reload()
  await expect(corrected(page)).toHaveValue('opened in 1933')
  await expect(notice(page)).toHaveValue('An earlier version gave the year as 1932. It is 1933.')
  await expect(effects(page)).toContainText('1 claim: 1 changed')
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'correct')
  await send(page).click()

  await expect(page).toHaveURL(`${desk.at(article)}/corrections`)
  const record = page.getByRole('listitem').filter({ hasText: 'Correction 1' })
  await expect(record).toContainText('An earlier version gave the year as 1932. It is 1933.')
  await expect(record).toContainText('The source was wrong')
  await expect(record).toContainText('The corrected text is not signed off.')
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'corrections')
  await record.getByRole('link', { name: 'Compare revisions 1 and 2' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'What changed from revision 1 to 2',
  )

  await goToArticle(page, `${desk.at(article)}?claim=1`)
  await expect(textOf(page)).toContainText('opened in 1933')
  await expect(claimOf(page, 'C-001')).toContainText('Recheck')
  await expect(page.getByText(/^Corrected on .*: 1 correction$/)).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'corrected')
  await page.goto(desk.at())
  await expect(page.getByRole('row', { name: /The bridge/ })).toContainText('1 correction')
})

test('words in no claim are corrected from the palette, and a colleague’s correction is not overwritten', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const ada = await desk.newsroom.member('admin', 'Ada')
  const article = await published(desk.newsroom, actor)
  const { articleId } = article
  await goToArticle(page, desk.at(article))
  await page.keyboard.press('t')
  await chooseByKeys(page, 'four million crowns')
  await expect(page.getByRole('button', { name: 'Correct…' })).toBeInViewport({ ratio: 1 })
  await shot(page, 'selection')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('correct the chosen')
  await page.keyboard.press('Enter')
  await corrected(page).fill('five million crowns')
  await form(page).getByLabel('How it came to be published').selectOption('Writer')
  await notice(page).fill('It cost five million.')

  await correctArticle(ada, {
    ...{ articleId, base: 1, ...spanOf(TEXT, 'four million'), after: 'six million' },
    ...{ cause: 'writer', notice: 'It cost six million.' },
  })
  await expect(form(page)).toContainText('These words have no certain place in revision 2.')
  await send(page).click()
  await expect(form(page).getByRole('alert')).toContainText('Choose the words first.')
  await expect(corrected(page)).toHaveValue('five million crowns')
  await expect(notice(page)).toHaveValue('It cost five million.')

  // Of a claim the page knows the words as they are now, and they are shown before they are corrected.
  await page.goto(`${desk.at(article)}/correct`)
  await assertAccessible(page)
  await shot(page, 'which-words')
  await page.getByRole('link', { name: /opened in 1932/ }).click()
  await corrected(page).fill('opened in 1933')
  await form(page).getByLabel('How it came to be published').selectOption('Writer')
  await notice(page).fill('It opened in 1933.')
  await correctArticle(ada, {
    ...{ articleId, base: 2, start: 25, end: 29, after: '1934' },
    ...{ cause: 'writer', notice: 'It opened in 1934.' },
  })
  await expect(form(page).getByRole('blockquote')).toHaveText('opened in 1934')
  await send(page).click()
  await expect(form(page)).toContainText(
    'The words changed while you had this open: they are “opened in 1934” now.',
  )
  await shot(page, 'correct-conflict')
  await send(page).click()
  await expect(page.getByText('Correction 3')).toBeVisible()
})

test('a checker is not offered to correct, and a new revision of what is published names the way', async ({
  desk,
}) => {
  const ines = await desk.newsroom.member('editor', 'Ines')
  const { actor, page } = await desk.arrive('checker', 'Tom')
  const article = await published(desk.newsroom, ines, [actor])
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  await expect(claimOf(page, 'C-001')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Correct…' })).toBeHidden()
  await page.goto(`${desk.at(article)}/revise`)
  await expect(page.getByText('An editor can correct it.')).toBeVisible()
  await page.goto(`${desk.at(article)}/corrections`)
  await expect(page.getByText('Nothing was corrected since it was published.')).toBeVisible()
  await assertAccessible(page)
  desk.mayHear(/404/)
  const answer = await page.goto(`${desk.at(article)}/correct`)
  expect(answer?.status()).toBe(404)
})

/** A published article with one claim that was confirmed. */
async function published(newsroom: Newsroom, by: Actor, checkers: Actor[] = []) {
  const article = await newsroom.article({ by, checkers, text: TEXT })
  const claim = await newsroom.claim(article, 'opened in 1932')
  await newsroom.evidence(claim)
  await giveVerdict(by, { claimId: claim.claimId, verdict: 'confirmed' })
  const { articleId } = article
  const places = [spanOf(TEXT, 'The old bridge'), spanOf(TEXT, 'and cost four million crowns.')]
  await markCoverage(by, { articleId, revision: 1, kind: 'nothing_to_check', places })
  await signOff(by, { articleId, seen: (await findChainHead(by)).seq })
  await publishArticle(by, { articleId })
  return article
}
