import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import {
  chooseByKeys,
  claimOf,
  goToArticle,
  newClaim,
  textOf,
  toast,
  verdictForm,
} from '../support/workspace'

const WORDS = 'The harbour ferry Aurora carried 1,200 passengers in March'

test('what was checked before is offered on a claim, and its sources are taken over', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const before = await desk.newsroom.article({ by: actor, headline: 'Ferries', text: `${WORDS}.` })
  const earlier = await desk.newsroom.claim(before, WORDS)
  await desk.newsroom.evidence(earlier, { title: 'The harbour log', locator: 'page 9' })
  await giveVerdict(actor, { ...earlier, verdict: 'confirmed' })
  const text = 'In March the harbour ferry Aurora carried 1,200 passengers. Nothing else was said.'
  const article = await desk.newsroom.article({ by: actor, text })
  await desk.newsroom.claim(article, text.slice(0, text.indexOf('.')))
  await desk.newsroom.claim(article, 'Nothing else was said')

  await page.goto(`${desk.at(article)}?claim=1`)
  const claim = claimOf(page, 'C-001')
  await claim.getByText('Checked before').click()
  await expect(claim.getByText('Says the same')).toBeVisible()
  await expect(claim.getByRole('link', { name: `“${WORDS}”` })).toBeVisible()
  await expect(claim.getByText(/Confirmed, .*C-001 Ferries/)).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'earlier-checks', claim.getByText('Says the same'))
  await claim.getByRole('button', { name: 'Take over its source' }).click()
  await expect(toast(page)).toHaveText('Its source was taken over')
  await expect(claim.getByRole('link', { name: 'The harbour log' })).toBeVisible()

  await page.goto(`${desk.at(article)}?claim=2`)
  const other = claimOf(page, 'C-002')
  await other.getByText('Checked before').click()
  await expect(other.getByText('Nothing that was checked before says this.')).toBeVisible()
})

test('by keys alone it is said what is the same, and its verdict is given by the checker', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  for (const [headline, words] of [
    ['Ferries', WORDS],
    ['Boats', 'The harbour ferry Aurora carried 1,900 passengers in May'],
  ] as const) {
    const before = await desk.newsroom.article({ by: actor, headline, text: `${words}.` })
    const earlier = await desk.newsroom.claim(before, words)
    await desk.newsroom.evidence(earlier, { title: `${headline}: the log`, locator: 'page 9' })
    await giveVerdict(actor, { ...earlier, verdict: 'confirmed' })
  }
  const text = 'In March the harbour ferry Aurora carried 1,200 passengers. Nothing else was said.'
  const article = await desk.newsroom.article({ by: actor, text })
  await desk.newsroom.claim(article, text.slice(0, text.indexOf('.')))

  await page.goto(`${desk.at(article)}?claim=1`)
  const claim = claimOf(page, 'C-001')
  const checks = claim.locator('.earlier-check')
  await expect(claim.getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('b')
  await expect(checks).toHaveCount(2)
  await page.keyboard.press('b')
  await expect(checks.nth(0)).toBeFocused()
  await page.keyboard.press('b')
  await page.keyboard.press('3')
  await expect(toast(page)).toHaveText('Answer kept')
  await expect(claim.getByText('Not the same: 1')).toBeVisible()
  await expect(checks.nth(1)).toBeHidden()
  await page.keyboard.press('1')
  await expect(claim.getByText(/^Same, said Ines/)).toBeVisible()
  await expect(
    claim.getByRole('button', { name: 'Same', exact: false, pressed: true }),
  ).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'earlier-answered', claim.getByText('Not the same: 1'))

  await claim.getByRole('button', { name: 'Take over its source' }).click()
  await expect(claim.getByRole('link', { name: 'Ferries: the log' })).toBeVisible()
  await page.keyboard.press('Shift+V')
  const form = verdictForm(claim, null)
  await expect(form.getByRole('radio', { name: /^Confirmed/ })).toBeChecked()
  await expect(form.getByLabel('Why')).toHaveValue(/^As checked by Ines on .*: C-001, “Ferries”\.$/)
  await shot(page, 'earlier-same-verdict', form.getByLabel('Why'))
  await form.getByRole('button', { name: 'Give verdict' }).click()
  await expect(claim.locator('.claim-head')).toContainText('Confirmed')

  await page.reload()
  await claim.getByText('Checked before').click()
  await expect(claim.getByText(/^Same, said Ines/)).toBeVisible()
  await claim.getByRole('button', { name: /^Same/, pressed: true }).click()
  await expect(claim.getByText(/^Same, said Ines/)).toBeHidden()
})

test('chosen words say how often they were checked, before they are a claim', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const before = await desk.newsroom.article({ by: actor, headline: 'Ferries', text: `${WORDS}.` })
  const earlier = await desk.newsroom.claim(before, WORDS)
  await desk.newsroom.evidence(earlier)
  await giveVerdict(actor, { ...earlier, verdict: 'confirmed' })
  const article = await desk.newsroom.article({ by: actor, text: `Quite so. ${WORDS}.` })
  await goToArticle(page, desk.at(article))
  await textOf(page).focus()
  await chooseByKeys(page, WORDS)
  await page.keyboard.press('c')
  await expect(newClaim(page)).toBeVisible()
  const offer = page.getByRole('region', { name: 'New claim' })
  await offer.getByText('Checked before: 1').click()
  await expect(offer.getByRole('link', { name: `“${WORDS}”` })).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'earlier-offer', offer.getByText('Checked before: 1'))
})
