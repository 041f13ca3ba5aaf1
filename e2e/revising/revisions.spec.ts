import type { Page } from '@playwright/test'
import { settleClaim } from '@/lib/commands/claims/place-claims'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { reviseArticle } from '@/lib/commands/revisions/revise'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import {
  claimOf,
  dragOver,
  giveVerdict as giveVerdictTo,
  goToArticle,
  openVerdictForm,
  panelOf,
  rowOf,
  toast,
} from '../support/workspace'

const TEXT = `The old bridge opened in 1932 and cost four million crowns, the mayor said on Friday.

It was the first in the country to be welded throughout. Engineers will close it in May for 400 km of cable.

Sven Brandt, who “built” it, died in 1971 at the age of ninety in the town where he was born.`

const editorOf = (page: Page) => page.getByRole('region', { name: 'The new text' })
const block = (page: Page, number: number) =>
  editorOf(page).getByLabel(`Words of block ${number}`, { exact: true })
const effect = (page: Page) => page.getByRole('form', { name: 'Save the revision' })
const save = (page: Page) => effect(page).getByRole('button', { name: /^Save as revision/ })
const toSettle = (page: Page) => page.getByRole('region', { name: 'Claims to settle' })

test.describe('where whoever brings a text in may check it', () => {
  test.use({ selfCheck: true })

  test('an article goes through three revisions, and no claim is lost on the way', async ({
    desk,
  }) => {
    test.slow()
    const { actor, page } = await desk.arrive('editor', 'Ines')
    const article = await desk.newsroom.article({ by: actor, text: TEXT })
    for (const words of [
      'opened in 1932',
      'the first in the country',
      '400 km of cable',
      'died in 1971',
    ]) {
      const claim = await desk.newsroom.claim(article, words)
      await desk.newsroom.evidence(claim)
      await giveVerdict(actor, { claimId: claim.claimId, verdict: 'confirmed' })
    }
    await goToArticle(page, desk.at(article))
    await page.getByRole('link', { name: 'New revision' }).click()
    await expect(page.getByRole('heading', { name: 'New revision' })).toBeVisible()
    await expect(effect(page)).toContainText('Nothing differs from revision 1 yet.')

    // A digit is another, a paragraph stands ten times, and the rest is moved.
    const [first, second, third] = TEXT.split('\n\n') as [string, string, string]
    await block(page, 1).fill(third)
    await block(page, 3).fill(first.replace('1932', '1933'))
    await expect(effect(page)).toContainText('4 claims: ')
    await expect(effect(page)).toContainText('1 changed')
    await expect(effect(page)).toContainText('C-001')
    await assertAccessible(page)
    await shot(page, 'revise')

    await page.reload()
    await expect(block(page, 1)).toHaveValue(third)
    await save(page).click()
    await expect(page).toHaveURL(desk.at(article))
    await expect(page.locator('summary').getByText('r2', { exact: true })).toBeVisible()
    await expect(toSettle(page)).toContainText('1 claim to settle')
    await expect(panelOf(page).getByRole('heading', { level: 2 }).first()).toContainText('4')

    await toSettle(page)
      .getByRole('link', { name: /opened in 1932/ })
      .click()
    const claim = claimOf(page, 'C-001')
    await expect(claim).toContainText('Revision 2 has other words in its place')
    await expect(claim.getByRole('deletion')).toContainText('1932')
    await expect(claim.getByRole('insertion')).toContainText('1933')
    await assertAccessible(page)
    await shot(page, 'settle')
    await page.keyboard.press('a')
    await expect(toast(page)).toHaveText('C-001 placed. Every claim has its place.')
    await expect(claim).toContainText('Recheck')
    await expect(claim).toContainText('opened in 1933')
    await page.keyboard.press('Control+z')
    await expect(toSettle(page)).toContainText('1 claim to settle')
    await page.keyboard.press('a')
    await expect(toSettle(page)).toBeHidden()
    await expect(claim.getByRole('deletion')).toContainText('1932')
    await shot(page, 'recheck')
    await giveVerdictTo(claim, null, 'Confirmed')
    await expect(claim).toContainText('Confirmed')

    // Another article altogether: every claim waits, none is lost.
    await page.goto(`${desk.at(article)}/revise`)
    await block(page, 1).fill('Rain fell on the harbour.')
    await block(page, 2).fill([second, second].join(' '))
    await block(page, 3).fill('')
    await expect(effect(page)).toContainText('2 ambiguous, 2 missing')
    await save(page).click()
    await expect(toSettle(page)).toContainText('4 claims to settle')
    await rowOf(page, /died in 1971/).click()
    await claimOf(page, 'C-004').getByText('Cut this claim').click()
    await claimOf(page, 'C-004').getByLabel('Why?').fill('The paragraph went.')
    await claimOf(page, 'C-004').getByRole('button', { name: 'Cut claim' }).click()
    await expect(toSettle(page)).toContainText('3 claims to settle')

    await rowOf(page, /400 km of cable/).click()
    await claimOf(page, 'C-003').getByRole('button', { name: 'Next place' }).click()
    await expect(claimOf(page, 'C-003')).toContainText('2 of 2')
    await page.keyboard.press('a')
    await expect(toSettle(page)).toContainText('2 claims to settle')
    await rowOf(page, /opened in 1933/).click()
    await dragOver(page, 'Rain fell')
    await page.keyboard.press('l')
    await expect(toSettle(page)).toContainText('1 claim to settle')
  })
})

test('typography alone keeps a verdict and says so, and the same text makes no revision', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor, text: TEXT })
  const claim = await desk.newsroom.claim(article, 'who “built” it')
  await desk.newsroom.evidence(claim)
  await giveVerdict(actor, { claimId: claim.claimId, verdict: 'confirmed' })

  await goToArticle(page, `${desk.at(article)}/revise`)
  await save(page).click()
  await expect(effect(page).getByRole('alert')).toHaveText(
    'Nothing changed: this is the text of revision 1, to the letter.',
  )

  await block(page, 3).fill(TEXT.split('\n\n')[2]?.replace('“built”', '"built"') ?? '')
  await expect(effect(page)).toContainText('1 claim: 1 kept')
  await effect(page).getByText('Kept 1').click()
  await expect(effect(page)).toContainText('typographic only')
  await save(page).click()
  await expect(page.locator('summary').getByText('r2', { exact: true })).toBeVisible()
  await rowOf(page, /built/).click()
  await expect(claimOf(page, 'C-001')).toContainText('Confirmed')

  await page.goto(`${desk.at(article)}/compare?from=1&to=2`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'What changed from revision 1 to 2',
  )
  await expect(page.getByRole('deletion').first()).toContainText('“')
  await assertAccessible(page)
  await shot(page, 'compare')
  await page.getByRole('link', { name: 'Factual (0)' }).click()
  await expect(page.getByRole('insertion')).toHaveCount(0)
  await page.getByRole('link', { name: 'Side by side' }).click()
  await expect(page).toHaveURL(/side=1/)

  await page.goto(`${desk.at(article)}/revisions/1?claim=1`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Revision 1')
  await expect(page.getByRole('link', { name: 'C-001' })).toBeFocused()
  await assertAccessible(page)
  await shot(page, 'old')
})

test('of two revisions saved at the same moment one wins, and the other keeps what was typed', async ({
  desk,
}) => {
  const ines = await desk.arrive('editor', 'Ines')
  const tom = await desk.arrive('editor', 'Tom')
  const article = await desk.newsroom.article({ by: ines.actor, text: TEXT })
  for (const { page } of [ines, tom]) await goToArticle(page, `${desk.at(article)}/revise`)
  await block(ines.page, 1).fill('The old bridge opened in 1933.')
  await expect(effect(ines.page)).toContainText('There are no claims yet.')
  await block(tom.page, 1).fill('The old bridge opened in 1934.')
  await expect(effect(tom.page)).toContainText('There are no claims yet.')
  await save(ines.page).click()
  await expect(ines.page.locator('summary').getByText('r2', { exact: true })).toBeVisible()

  await expect(editorOf(tom.page)).toContainText(
    'Revision 2 came in while you worked on revision 1',
  )
  await save(tom.page).click()
  await expect(effect(tom.page).getByRole('alert')).toContainText(
    'Ines brought in revision 2 while you worked on revision 1',
  )
  await tom.page.reload()
  await expect(block(tom.page, 1)).toHaveValue('The old bridge opened in 1934.')
  await editorOf(tom.page).getByRole('button', { name: 'Save mine on top of revision 2' }).click()
  await save(tom.page).click()
  await expect(tom.page.locator('summary').getByText('r3', { exact: true })).toBeVisible()
})

test('a verdict half written over words that change is kept, and asked about', async ({ desk }) => {
  const ines = await desk.newsroom.member('editor', 'Ines')
  const { page } = await desk.arrive('editor', 'Tom')
  const article = await desk.newsroom.article({ by: ines, text: TEXT })
  const { claimId } = await desk.newsroom.claim(article, 'opened in 1932')
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  const claim = claimOf(page, 'C-001')
  const form = await openVerdictForm(claim)
  await form.getByRole('radio', { name: /^Not checkable/ }).check()
  await form.getByLabel('Why').fill('No record of 1932 was kept.')

  const now = TEXT.replace('1932', '1933')
  const { articleId } = article
  await reviseArticle(ines, { articleId, base: 1, blocks: [{ kind: 'paragraph', text: now }] })
  await expect(claim).toContainText('Revision 2 has other words in its place')
  const start = now.indexOf('opened in 1933')
  await settleClaim(ines, { claimId, revision: 2, start, end: start + 'opened in 1933'.length })
  const again = await openVerdictForm(claim)
  await expect(again.getByLabel('Why')).toHaveValue('No record of 1932 was kept.')
  await again.getByRole('button', { name: 'Give verdict' }).click()
  await expect(again.getByRole('alert')).toContainText(
    'The words changed while you had this open: “opened in 1932” became “opened in 1933”.',
  )
  await expect(again.getByLabel('Why')).toHaveValue('No record of 1932 was kept.')
  await assertAccessible(page)
  await shot(page, 'words-changed')

  await again.getByLabel('Why').fill('No record was kept.')
  await again.getByRole('button', { name: 'Give verdict' }).click()
  await expect(rowOf(page, /^C-001 Not checkable/)).toBeVisible()
})

test('two texts are compared from change to change, by key and by button', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const lines = Array.from({ length: 40 }, (_, nth) => `Ferry ${nth} carried nine tonnes of coal.`)
  const article = await desk.newsroom.article({ by: actor, text: lines.join('\n\n') })
  const changed = lines.map((line, nth) =>
    nth === 20 ? line.replace('coal', 'iron') : nth === 38 ? line.replace('nine', 'ten') : line,
  )
  await reviseArticle(actor, {
    ...{ articleId: article.articleId, base: 1 },
    blocks: changed.map((text) => ({ kind: 'paragraph', text })),
  })
  await page.goto(`${desk.at(article)}/compare?from=1&to=2`)
  const put = (words: string) => page.getByRole('insertion').filter({ hasText: words })
  const [first, second] = [put('iron'), put('ten')]
  await expect(first).toBeInViewport()
  await expect(page.getByRole('status').filter({ hasText: 'Change 1 of 2' })).toBeVisible()
  await expect(second).not.toBeInViewport()

  await page.keyboard.press('f')
  await expect(second).toBeInViewport()
  await expect(page.locator('.change:focus')).toContainText('ten')
  await page.keyboard.press('Shift+F')
  await expect(first).toBeInViewport()
  await page.getByRole('button', { name: 'Next change' }).click()
  await expect(page.getByText('Change 2 of 2')).toBeVisible()
  await shot(page, 'compare-steps')
  await page.getByRole('link', { name: 'Side by side' }).click()
  await expect(page.getByText('Change 1 of 2')).toBeVisible()
  await page.getByRole('button', { name: 'Next change' }).click()
  await expect(second).toBeInViewport()
  await shot(page, 'compare-beside')
})

test('what changed since one last looked, and since the last check, is one key away', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const tom = await desk.newsroom.member('editor', 'Tom')
  const article = await desk.newsroom.article({ by: actor, text: TEXT })
  const claim = await desk.newsroom.claim(article, 'opened in 1932')
  await desk.newsroom.evidence(claim)
  await giveVerdict(actor, { claimId: claim.claimId, verdict: 'confirmed' })
  const bring = (base: number, text: string) =>
    reviseArticle(tom, {
      ...{ articleId: article.articleId, base },
      blocks: text.split('\n\n').map((one) => ({ kind: 'paragraph', text: one })),
    })
  const second = TEXT.replace('four million', 'five million')
  await bring(1, second)

  await goToArticle(page, desk.at(article))
  await page.keyboard.press('u')
  await expect(toast(page)).toHaveText('Nothing changed since you last looked')
  await bring(2, second.replace('in May', 'in June'))
  await expect(page.locator('summary').getByText('r3', { exact: true })).toBeVisible()
  await page.keyboard.press('u')
  await expect(page).toHaveURL(/compare\?from=2&to=3$/)
  await expect(page.getByRole('insertion')).toHaveText(/June/)
  await shot(page, 'since')

  await page.keyboard.press('Shift+U')
  await expect(page).toHaveURL(/compare\?from=1&to=3$/)
  await expect(page.getByRole('insertion').first()).toHaveText(/five/)
  await page.getByRole('link', { name: 'Since you last looked' }).click()
  await expect(page).toHaveURL(/compare\?from=2&to=3$/)

  await page.goto(`${desk.at(article)}/revisions/1`)
  await expect(page.getByRole('link', { name: 'Since last checked' })).toBeVisible()
  await shot(page, 'since-old')
  await goToArticle(page, desk.at(article))
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /^Look for/ }).fill('changed since verdict')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/compare\?from=1&to=3$/)
})
