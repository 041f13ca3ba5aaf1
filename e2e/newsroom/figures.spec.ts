import { cutClaim } from '@/lib/commands/claims/claims'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'

test('the work is shown in pictures of a period, with the tables behind them', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines Okafor')
  const tom = await desk.newsroom.member('checker', '=Tom')
  const soon = new Date(Date.now() + 30 * 3_600_000)
  const on = { by: actor, checkers: [tom], editor: actor, deadline: soon }
  const verdicts = ['incorrect', 'confirmed', 'misleading'] as const
  for (const verdict of verdicts) {
    const article = await desk.newsroom.article({ ...on, headline: `The bridge, ${verdict}` })
    const claim = await desk.newsroom.claim(article, 'opened in 1932', { assigneeId: tom.userId })
    const stance = verdict === 'confirmed' ? 'supports' : 'contradicts'
    await desk.newsroom.evidence(claim, { stance })
    const given = { claimId: claim.claimId, verdict, rationale: 'The ledger says 1933.' }
    await giveVerdict(actor, given)
    if (verdict === 'misleading') {
      await cutClaim(actor, { claimId: claim.claimId, reason: 'It misled.' })
    }
    const figure = await desk.newsroom.claim(article, 'four million', { type: 'money' })
    await desk.newsroom.evidence(figure)
    await giveVerdict(actor, { claimId: figure.claimId, verdict: 'confirmed' })
    await desk.newsroom.claim(article, 'in May', { assigneeId: tom.userId })
  }

  await page.goto(desk.at(''))
  await page.getByRole('link', { name: 'Figures', exact: true }).click()
  await expect(page.getByText('3 articles, as they stand now.')).toBeVisible()
  const states = page.getByRole('img', { name: /^Where articles stand/ })
  await expect(states).toHaveAccessibleDescription(/Draft: 3/)
  await expect(page.getByText('1 error changed or cut before print')).toBeVisible()
  await expect(page.getByText('Nothing that was out was corrected')).toBeVisible()
  await expect(page.getByText('=Tom')).toBeHidden()
  const deadlines = page.getByRole('figure', { name: 'What deadlines come' })
  await expect(deadlines.getByText(/^Nothing before or after \d+ \w{3}( \d{4})?\.$/)).toBeVisible()
  await expect(deadlines.getByRole('img')).toHaveAccessibleDescription(
    /^Late: 0; \d+ \w{3}( \d{4})?: 3$/,
  )
  await deadlines.locator('summary').click()
  await expect(deadlines.getByRole('row')).toHaveCount(16)
  await expect(deadlines.getByRole('rowheader', { name: /^\d{4}-\d{2}-\d{2}$/ })).toHaveCount(14)
  await deadlines.locator('summary').click()
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'figures')
  await shot(page, 'figures-period', page.getByRole('img', { name: /^Verdicts by type/ }))

  const verdictsOf = page.getByRole('figure', { name: 'Verdicts by type of claim' })
  await verdictsOf.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(verdictsOf.getByRole('row', { name: /^Money/ })).toBeVisible()
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'figures-table', verdictsOf)
  const saved = page.waitForEvent('download')
  await verdictsOf.getByRole('link', { name: /^Save as CSV/ }).click()
  expect((await saved).suggestedFilename()).toMatch(/-verdicts-.*\.csv$/)

  await page.getByRole('link', { name: 'This year' }).click()
  await expect(page).toHaveURL(/period=year/)
  await expect(page.getByRole('heading', { name: /^This year, 1 Jan/ })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: /^Last 30 days/ })).toBeVisible()
  await page.getByLabel('From').fill('2020-01-01')
  await page.getByLabel('to', { exact: true }).fill('2020-12-31')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('No verdict was given in this period.')).toBeVisible()
  await page.goto(desk.at('/figures?from=2026-02-02&to=2026-02-01'))
  await expect(
    page.getByRole('alert').filter({ hasText: 'From 2 Feb 2026 to 1 Feb 2026 is no period' }),
  ).toBeVisible()
  await expect(page.getByLabel('From')).toHaveValue('2026-02-02')
})

test('an admin lets figures name persons, and takes that back', async ({ desk }) => {
  const { actor, page } = await desk.arrive('admin', 'Ada')
  const tom = await desk.newsroom.member('checker', 'Tom Brandt')
  const article = await desk.newsroom.article({ by: actor, checkers: [tom] })
  await desk.newsroom.claim(article, 'in May', { assigneeId: tom.userId })
  await page.goto(desk.at('/figures'))
  await expect(page.getByRole('img', { name: /^Who has how much/ })).toHaveAccessibleDescription(
    /Somebody’s: 1/,
  )
  await page.getByRole('button', { name: 'Show figures of persons' }).click()
  await expect(page.getByRole('img', { name: /^Who has how much/ })).toHaveAccessibleDescription(
    /Tom Brandt: 1/,
  )
  await assertAccessible(page)
  await page.getByRole('button', { name: 'Show no figures of persons' }).click()
  await expect(page.getByText('Tom Brandt')).toHaveCount(0)
})

test('a newsroom without articles has no pictures, and says so', async ({ desk }) => {
  const { page } = await desk.arrive('checker', 'Olu')
  await page.goto(desk.at('/figures'))
  await expect(page.getByText('There are no articles yet.')).toBeVisible()
  await expect(page.getByRole('img')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /figures of persons/ })).toBeHidden()
  await assertAccessible(page)
  await shot(page, 'figures-empty')
})
