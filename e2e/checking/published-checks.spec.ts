import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { claimOf, toast } from '../support/workspace'

const WORDS = 'The harbour ferry Aurora carried 1,200 passengers in March'
const REVIEW = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://checks.example/ferry',
  claimReviewed: WORDS,
  author: { name: 'Harbour Checks' },
  reviewRating: { alternateName: 'Half true' },
  datePublished: '2024-05-03',
}

test('fact-checks of others are brought, offered apart, made a source of, and removed', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor, text: `${WORDS}.` })
  await desk.newsroom.claim(article, WORDS)
  const home = `/${desk.newsroom.slug}`

  await page.goto(`${home}/sources`)
  await page.getByRole('link', { name: 'Fact-checks that others published' }).click()
  await expect(page.getByText('Nothing yet. Bring the first list below.')).toBeVisible()
  await page.getByLabel('Or its text, pasted').fill('{"@type": "ClaimReview"')
  await page.getByRole('button', { name: 'Read the pasted text' }).click()
  await expect(page.getByText('This is not JSON.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Or its text, pasted')).toHaveValue('{"@type": "ClaimReview"')

  const bad = { ...REVIEW, url: 'javascript:alert(1)', claimReviewed: '<b>=1+1</b>' }
  await page.getByLabel('Or its text, pasted').fill(JSON.stringify([REVIEW, bad]))
  await page.getByRole('button', { name: 'Read the pasted text' }).click()
  await expect(page.getByText('1 fact-check can be brought, 1 cannot.')).toBeVisible()
  await expect(page.getByText('“javascript:alert(1)” is no web address.')).toBeVisible()
  await expect(page.getByText('<b>=1+1</b>')).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'published-preview', page.getByText('Cannot be brought'))
  await page.getByRole('button', { name: 'Bring 1 fact-check' }).click()
  await expect(page.getByText('1 new, 0 updated, 0 on file as they are.')).toBeVisible()

  const list =
    'claim,rating,url,publisher,date\nCoal is blue,False,https://coal.example/a,Coal Desk,2023\n'
  await page.getByLabel('A file').setInputFiles({
    ...{ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(list) },
  })
  await page.getByRole('button', { name: 'Bring 1 fact-check' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Coal Desk' })).toBeVisible()
  await shot(page, 'published-on-file')

  await page.goto(`${desk.at(article)}?claim=1`)
  const claim = claimOf(page, 'C-001')
  await claim.getByText('Checked before').click()
  await expect(claim.getByRole('heading', { name: 'Checked by others' })).toBeVisible()
  await expect(claim.getByText('Half true')).toBeVisible()
  await assertAccessible(page)
  await claim.getByRole('button', { name: 'Use as a source' }).click()
  await expect(toast(page)).toHaveText('Attached as secondary context')
  await expect(claim.locator('.evidence-list')).toContainText('Harbour Checks')
  await shot(page, 'published-offered', claim.getByRole('button', { name: 'Use as a source' }))

  await page.goto(`${home}/search?q=Aurora`)
  await page.locator('[data-kind="published_check"]').getByRole('link').click()
  await expect(page.getByRole('region', { name: 'The fact-check' })).toContainText('Half true')
  const harbour = page.getByRole('listitem').filter({ hasText: 'Harbour Checks' })
  await harbour.getByText('Remove…').click()
  await harbour.getByRole('button', { name: 'Remove it' }).click()
  await expect(harbour).toBeHidden()
  await expect(page.getByText('This fact-check is not on file, or no longer.')).toBeVisible()
})
