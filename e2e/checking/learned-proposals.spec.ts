import { dismissCandidate } from '@/lib/commands/claims/candidates'
import { markClaim } from '@/lib/commands/claims/claims'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { chosenWords, goToArticle } from '../support/workspace'

const TEXT = 'The bridge opened in 1932. It was opened by the mayor in May 1932.'

test('what people here took and dismissed weighs in the order of proposals, until somebody starts anew', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('admin', 'Ada')
  const article = await desk.newsroom.article({ by: actor, text: TEXT })
  const proposals = page.getByRole('region', { name: 'Proposals' })
  const firstProposed = async () => {
    await goToArticle(page, `${desk.at(article)}?view=proposals`)
    await expect(proposals).toContainText('2 proposals')
    await page.keyboard.press('.')
    await expect.poll(() => chosenWords(page)).not.toBe('')
    return chosenWords(page)
  }
  expect(await firstProposed()).toBe('opened in 1932')
  await expect(proposals).toContainText('Number 1 of 2: A year or a decade')
  await expect(proposals).not.toContainText('here')
  await page.goto(desk.at('/settings'))
  await expect(page.getByText('Nothing was taken or dismissed yet.')).toBeVisible()

  const earlier = await desk.newsroom.article({ by: actor, headline: 'Earlier', text: TEXT })
  const place = { articleId: earlier.articleId, revision: 1, start: 4, end: 10 }
  for (let n = 0; n < 40; n++) {
    await dismissCandidate(actor, { ...place, rule: 'year', score: 0.7 })
    const taken = { ...place, rule: n % 2 ? 'month' : 'date-written', score: 0.7 }
    if (n < 34) await markClaim(actor, { ...taken, type: 'date_or_time' })
    else await dismissCandidate(actor, taken)
  }
  expect(await firstProposed()).toBe('opened by the mayor in May 1932')
  await expect(proposals).toContainText('Number 1 of 2: A date, taken 34 of 40 here')
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'learned-proposals')
  await page.keyboard.press('.')
  await expect(proposals).toContainText('A year or a decade, taken 0 of 40 here')

  await page.goto(desk.at('/settings'))
  const learned = page.getByRole('region', { name: 'Proposed claims' })
  await expect(learned.getByRole('row', { name: 'A date 34 6' })).toBeVisible()
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'proposal-answers', learned)
  await learned.getByRole('button', { name: 'Start counting anew' }).click()
  const dialog = page.getByRole('dialog', { name: 'Start counting anew?' })
  await expect(dialog.getByRole('button', { name: 'Keep what was counted' })).toBeFocused()
  await expect(dialog).toContainText('80 answers weigh no more')
  await assertAccessible(page)
  await shot(page, 'count-anew')
  await dialog.getByRole('button', { name: 'Start counting anew' }).click()
  await expect(learned).toContainText('Nothing was taken or dismissed yet.')
  await expect(learned).toContainText('Counted since')

  expect(await firstProposed()).toBe('opened in 1932')
  await expect(proposals).not.toContainText('here')
  await page.goto(desk.at('/log'))
  await expect(page.getByText('80 answers weigh no more')).toBeVisible()
})
