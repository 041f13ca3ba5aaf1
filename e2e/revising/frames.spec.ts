import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { claimOf, goToArticle, panelOf, rowOf } from '../support/workspace'

const TEXT =
  'The old bridge opened in 1932.\n\nThe press secretary said on Monday: “All of it is paid.” Nobody else spoke.'

test('another speaker before a quotation sends it to recheck, until somebody says that the check holds', async ({
  desk,
}) => {
  test.slow()
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor, text: TEXT })
  const claim = await desk.newsroom.claim(article, 'All of it is paid', {
    claimant: 'the White House',
  })
  const { claimId } = claim
  for (const aspect of ['said', 'so'] as const) {
    await desk.newsroom.evidence(claim, { aspect })
    await giveVerdict(actor, { claimId, aspect, verdict: 'confirmed' })
  }

  await page.goto(`${desk.at(article)}/revise`)
  const field = page.getByRole('region', { name: 'The new text' }).getByRole('textbox').last()
  const denied = 'An embassy spokesman denied on Monday: “All of it is paid.” Nobody else spoke.'
  await field.fill(denied)
  await expect(page.getByText('1 claim: 1 kept')).toBeVisible()
  const reframed = page.getByRole('group').filter({ hasText: '1 claim has other words around it' })
  await expect(reframed).toContainText('C-001 All of it is paid has to be checked again')
  await expect(reframed.getByRole('insertion').first()).toContainText('An embassy spokesman denied')
  await assertAccessible(page)
  await shot(page, 'frame-preview')
  await page.getByRole('button', { name: 'Save as revision 2' }).click()

  await goToArticle(page, desk.at(article))
  await expect(rowOf(page, /^C-001 Recheck/)).toContainText('The words around it changed')
  await panelOf(page).getByLabel('Status').selectOption('Words around it changed (1)')
  await rowOf(page, /^C-001/).click()
  const notice = claimOf(page, 'C-001').getByRole('form', { name: 'The words around it changed' })
  await expect(notice).toContainText('“said” has to be checked again')
  await expect(notice.getByRole('deletion').first()).toContainText('The press secretary said')
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'frame-notice')

  await page.keyboard.press('y')
  await expect(notice).toBeHidden()
  await expect(claimOf(page, 'C-001')).toContainText('Confirmed')
  await page.reload()
  await expect(notice).toBeHidden()
  await page.goto(`${desk.at(article)}/history`)
  await expect(
    page.getByText(/let the check of C-001 hold with other words around it/),
  ).toBeVisible()
})

test('a plain claim keeps its verdict, and stands in the way of a signature', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor, text: TEXT })
  const claim = await desk.newsroom.claim(article, 'opened in 1932')
  await desk.newsroom.evidence(claim)
  await giveVerdict(actor, { claimId: claim.claimId, verdict: 'confirmed' })
  await page.goto(`${desk.at(article)}/revise`)
  const field = page.getByRole('region', { name: 'The new text' }).getByRole('textbox')
  await field.filter({ hasText: 'The old bridge' }).fill('The old bridge never opened in 1932.')
  await page.getByRole('button', { name: 'Save as revision 2' }).click()
  const inTheWay = page.getByRole('group', { name: /^Words around it changed/ })
  await page.goto(`${desk.at(article)}/sign-off`)
  await expect(inTheWay).toContainText('C-001, “opened in 1932”')
  await shot(page, 'frame-gate')
  await page.goto(`${desk.at(article)}?claim=1`)
  await claimOf(page, 'C-001')
    .getByRole('button', { name: /^The check holds/ })
    .click()
  await page.goto(`${desk.at(article)}/sign-off`)
  await expect(page.getByRole('heading', { name: /^Stands in the way/ })).toBeVisible()
  await expect(inTheWay).toBeHidden()
})
