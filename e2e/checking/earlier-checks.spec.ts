import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { claimOf, toast } from '../support/workspace'

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
