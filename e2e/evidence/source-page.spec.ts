import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { addSource } from '@/lib/commands/sources/sources'
import { anArticleToSign } from '@/lib/testing/fixtures/article-to-sign'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { claimOf } from '../support/workspace'

test('a source falls: what rests on it is checked anew, and of what is out the editor is asked', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines Okafor')
  const checker = await desk.newsroom.member('checker', 'Tom')
  const article = await desk.newsroom.article({ by: actor })
  const claim = await desk.newsroom.claim(article, 'opened in 1932')
  const source = { title: 'The city ledger', publisher: 'City', url: 'https://example.org/ledger' }
  const { sourceId } = await desk.newsroom.evidence(claim, source)
  await giveVerdict(actor, { claimId: claim.claimId, verdict: 'confirmed' })
  const out = await anArticleToSign(desk.newsroom, { editor: actor, checker, way: 'published' })
  await desk.newsroom.evidence(out.claim, { sourceId })

  await page.goto(desk.at(`/sources/${sourceId}`))
  await expect(
    page.getByText('The verdicts on 2 claims in 2 articles, 1 of them out,'),
  ).toBeVisible()
  await expect(page.getByRole('list', { name: 'How these claims stand' })).toContainText(
    'Confirmed 1',
  )
  await page.getByText('Write a note').click()
  await page.getByLabel('How far can it be trusted').fill('Good on dates, never on sums.')
  await page.reload()
  await expect(page.getByLabel('How far can it be trusted')).toHaveValue(/Good on dates/)
  await page.getByRole('button', { name: 'Keep note' }).click()
  await expect(page.locator('.trust-note')).toContainText('Ines Okafor')

  await page.getByText('This source fell', { exact: true }).click()
  const fall = page.getByRole('form', { name: 'This source fell' })
  await fall.getByRole('button', { name: 'Send what rests on it' }).click()
  await expect(fall.getByText('Say why it fell.').first()).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'source-falls', fall)
  await fall.getByLabel('Why did it fall?').fill('Two pages are forged.')
  await fall.getByRole('button', { name: 'Send what rests on it' }).click()
  await expect(page.getByText('This source fell.')).toBeVisible()
  await expect(page.getByText('The verdict on 1 claim in 1 article, which is out,')).toBeVisible()
  await assertAccessible(page)
  await assertFits(page)
  await page.evaluate(() => scrollTo(0, 0))
  await shot(page, 'source-fell')

  await page.goto(`${desk.at(article)}?claim=1`)
  const panel = claimOf(page, 'C-001')
  await expect(panel.getByText('This source fell. Two pages are forged.')).toBeVisible()
  await expect(panel.getByText('Recheck').first()).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'source-fell-claim', panel.getByText('This source fell.'))

  await page.goto(desk.at(''))
  await expect(page.getByText('Two pages are forged.').first()).toBeVisible()

  await page.goto(desk.at(`/sources/${sourceId}`))
  await page.getByRole('button', { name: 'It stands again' }).click()
  await expect(page.getByRole('heading', { name: 'When it falls' })).toBeFocused()
  await expect(page.getByText('This source fell.')).toBeHidden()
})

test('two sources of one address are merged, by the keyboard, and the merge is taken back', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines Okafor')
  const article = await desk.newsroom.article({ by: actor })
  const claim = await desk.newsroom.claim(article, 'opened in 1932')
  const twice = { title: 'Ledger, as a reader sent it', url: 'http://www.example.org/ledger/' }
  const { sourceId } = await desk.newsroom.evidence(claim, twice)
  const kept = await addSource(actor, {
    kind: 'official_document',
    title: 'The city ledger',
    url: 'https://example.org/ledger',
  })

  await page.goto(desk.at(`/sources/${kept.sourceId}`))
  await expect(page.getByRole('heading', { name: 'May be the same' })).toBeVisible()
  await expect(page.getByText('The same address.')).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'source-duplicates', page.getByRole('heading', { name: 'May be the same' }))
  await page.getByRole('button', { name: /^Merge it into this one/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Merged into it' })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Supports' })).toBeVisible()

  await page.goto(desk.at(`/sources/${sourceId}`))
  await expect(page.getByText('It was merged into The city ledger')).toBeVisible()
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'source-merged')
  await page.goto(desk.at('/sources'))
  await expect(page.getByRole('link', { name: twice.title })).toBeHidden()

  await page.goto(desk.at(`/sources/${sourceId}`))
  await page.getByRole('button', { name: /^Take the merge back/ }).click()
  await expect(page.getByRole('heading', { name: 'Claims that it bears on' })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Supports' })).toBeVisible()
})

test('a checker weighs a source, and neither merges it nor lets it fall', async ({ desk }) => {
  const { actor, page } = await desk.arrive('checker', 'Tom')
  const { sourceId } = await addSource(actor, { kind: 'book', title: 'Tides' })
  await page.goto(desk.at(`/sources/${sourceId}`))
  await expect(page.getByText('No verdict rests on it.')).toBeVisible()
  await expect(page.getByText('Write a note')).toBeVisible()
  await expect(page.getByText('This source fell')).toBeHidden()
})
