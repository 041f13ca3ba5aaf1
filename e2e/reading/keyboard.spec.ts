import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import {
  chooseByKeys,
  claimOf,
  goToArticle,
  newClaim,
  panelOf,
  rowOf,
  textOf,
} from '../support/workspace'

test('filters stand in the address, and Back leads out of the claims, however many were leafed through', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932', { assigneeId: actor.userId })
  await desk.newsroom.claim(article, 'four million crowns', { type: 'money' })
  await desk.newsroom.claim(article, 'welded throughout')
  await page.goto(desk.at(article))

  await panelOf(page).getByLabel('Words to look for').fill('crowns')
  await expect(page).toHaveURL(/\?q=crowns$/)
  await expect(panelOf(page).getByRole('heading', { name: 'Claims 1 of 3' })).toBeVisible()
  await panelOf(page).getByLabel('Words to look for').fill('')
  await panelOf(page).getByLabel('Mine').check()
  await expect(page).toHaveURL(/\?mine=1$/)
  await expect(rowOf(page, /^C-00/)).toHaveCount(1)
  await panelOf(page).getByLabel('Status', { exact: true }).selectOption('Unchecked (3)')
  await rowOf(page, /^C-001/).click()
  await expect(page).toHaveURL(/mine=1&status=unchecked&claim=1$/)
  await page.reload()
  await expect(panelOf(page).getByLabel('Mine')).toBeChecked()
  await expect(panelOf(page).getByLabel('Status', { exact: true })).toHaveValue('unchecked')

  await panelOf(page).getByLabel('Mine').uncheck()
  await rowOf(page, /^C-002/).click()
  await expect(claimOf(page, 'C-002')).toBeVisible()
  await rowOf(page, /^C-003/).click()
  await expect(claimOf(page, 'C-003')).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/\?mine=1&status=unchecked$/)
  await expect(claimOf(page, 'C-003')).toBeHidden()
  await page.goForward()
  await expect(claimOf(page, 'C-003')).toBeVisible()
  await panelOf(page).getByLabel('Words to look for').fill('nothing like this')
  await expect(panelOf(page).getByText('No claim fits this filter.')).toBeVisible()
  await assertAccessible(page)
})

test('a link to a claim opens it with the focus there; one to none says so', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')

  await page.goto(`${desk.at(article)}?claim=1`)
  await expect(page.getByRole('heading', { name: '“opened in 1932”' })).toBeFocused()
  await expect(rowOf(page, /^C-001/)).toHaveAttribute('aria-current', 'true')

  for (const claim of ['999', '1e99', '-1', '1.5']) {
    await page.goto(`${desk.at(article)}?claim=${claim}`)
    await expect(page.getByRole('heading', { name: /^There is no claim/ })).toBeVisible()
  }
  await assertAccessible(page)
  await page.getByRole('button', { name: 'Back to the list' }).click()
  await expect(page).toHaveURL(desk.at(article))
  for (const claim of ['abc', '', '%00']) {
    expect((await page.goto(`${desk.at(article)}?claim=${claim}`))?.status()).toBe(200)
    await expect(rowOf(page, /^C-001/)).toBeVisible()
  }
})

test('single keys lead through the claims, and are letters in a field', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await desk.newsroom.claim(article, 'four million crowns')
  await goToArticle(page, desk.at(article))
  await expect(rowOf(page, /^C-001/)).toBeVisible()

  await page.keyboard.press('j')
  await expect(claimOf(page, 'C-001')).toBeVisible()
  await page.keyboard.press('j')
  await expect(claimOf(page, 'C-002')).toBeVisible()
  await page.keyboard.press('j')
  await expect(claimOf(page, 'C-002')).toBeVisible()
  await page.keyboard.press('k')
  await expect(claimOf(page, 'C-001')).toBeVisible()

  await expect(claimOf(page, 'C-001').getByText('No verdict yet.')).toBeVisible()
  await page.keyboard.press('v')
  const verdict = page.getByRole('form', { name: 'Verdict' })
  await expect(verdict.getByRole('radio').first()).toBeFocused()
  await verdict.getByLabel('Why').focus()
  await page.keyboard.type('jkvec?/')
  await expect(verdict.getByLabel('Why')).toHaveValue('jkvec?/')
  await expect(claimOf(page, 'C-001')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(verdict).toBeHidden()
  await expect(claimOf(page, 'C-001')).toBeVisible()

  await page.keyboard.press('e')
  const evidence = page.getByRole('form', { name: 'Attach a source' })
  await expect(evidence.getByLabel('Find a source')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(evidence).toBeHidden()

  await page.keyboard.press('/')
  await expect(panelOf(page).getByLabel('Words to look for')).toBeFocused()
  await page.keyboard.type('jk')
  await expect(panelOf(page).getByLabel('Words to look for')).toHaveValue('jk')
  await panelOf(page).getByLabel('Words to look for').fill('')
  await page.keyboard.press('Escape')
  await expect(claimOf(page, 'C-001')).toBeHidden()

  await textOf(page).focus()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys of this page' })).toBeVisible()
  await assertAccessible(page)
  await page.keyboard.press('j')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(claimOf(page, 'C-001')).toBeHidden()
})

test('an article is opened, claimed, sourced and judged without a mouse', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  await desk.newsroom.article({ by: actor, headline: 'The bridge' })
  const { keyboard } = page
  await page.goto(desk.at('/articles'))

  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await tabTo(page.getByRole('link', { name: 'The bridge' }))
  const listening = page.waitForRequest(/\/live\?.*article=/)
  await keyboard.press('Enter')
  await listening

  await keyboard.press('t')
  await chooseByKeys(page, 'opened in 1932')
  await keyboard.press('c')
  await expect(newClaim(page).getByLabel('Type')).toBeFocused()
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '“opened in 1932”' })).toBeFocused()

  await expect(page.getByText('No source is attached yet.')).toBeVisible()
  await keyboard.press('e')
  const evidence = page.getByRole('form', { name: 'Attach a source' })
  await expect(evidence.getByLabel('Find a source')).toBeFocused()
  await keyboard.type('The city ledger')
  await keyboard.press('Enter')
  await expect(evidence.getByLabel('Title')).toHaveValue('The city ledger')
  await tabTo(evidence.getByLabel('Kind'))
  await keyboard.type('Official document')
  await tabTo(evidence.getByRole('radio', { name: 'Supports' }))
  await keyboard.press('Space')
  await tabTo(evidence.getByRole('radio', { name: 'Primary' }))
  await keyboard.press('Space')
  await tabTo(evidence.getByLabel('Where in it'))
  await keyboard.type('page 4')
  await keyboard.press('Enter')
  await expect(evidence).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Evidence 1' })).toBeVisible()

  await keyboard.press('v')
  const verdict = page.getByRole('form', { name: 'Verdict' })
  await expect(verdict.getByRole('radio', { name: /^Confirmed/ })).toBeFocused()
  await keyboard.press('Space')
  await tabTo(verdict.getByLabel('Why'))
  await keyboard.type('The ledger says so.')
  await keyboard.press('Control+Enter')
  await expect(rowOf(page, /^C-001 Confirmed/)).toBeVisible()

  async function tabTo(where: ReturnType<typeof textOf>) {
    await expect(where).toBeVisible()
    for (let pressed = 0; pressed < 60; pressed++) {
      if (await where.evaluate((element) => element === document.activeElement)) return
      await keyboard.press('Tab')
    }
    throw new Error(`Tab did not come to ${where}`)
  }
})
