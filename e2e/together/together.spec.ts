import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { sendAgain, sentForm } from '../support/forms'
import {
  claimOf,
  dragOver,
  giveVerdict,
  newClaim,
  openVerdictForm,
  panelOf,
  rowOf,
} from '../support/workspace'

test('a colleague’s verdict appears the moment it is given', async ({ desk }) => {
  const ada = await desk.arrive('editor', 'Ada')
  const ben = await desk.arrive('checker', 'Ben')
  const article = await desk.newsroom.article({ by: ada.actor, checkers: [ben.actor] })
  await desk.newsroom.claim(article, 'opened in 1932')
  const list = await ben.page.context().newPage()

  await ada.page.goto(`${desk.at(article)}?claim=1`)
  await ben.page.goto(`${desk.at(article)}?claim=1`)
  await list.goto(desk.at('/articles'))
  await expect(list.getByText('0 of 1 claims')).toBeVisible()
  await openVerdictForm(claimOf(ben.page, 'C-001'))
  await ben.page.getByLabel('Why').fill('Half a thought')
  await giveVerdict(claimOf(ada.page, 'C-001'), null, 'Disputed', { Why: 'Two dates are about.' })

  await expect(rowOf(ben.page, /^C-001 Disputed/)).toBeVisible()
  await expect(claimOf(ben.page, 'C-001').getByText('Two dates are about.')).toBeVisible()
  await expect(list.getByText('1 of 1 claims')).toBeVisible()
  // What Ben was typing is left alone.
  await expect(ben.page.getByLabel('Why')).toHaveValue('Half a thought')
})

test('a colleague’s claim, source and article appear without a reload', async ({ desk }) => {
  const ada = await desk.arrive('editor', 'Ada')
  const ben = await desk.arrive('editor', 'Ben')
  const article = await desk.newsroom.article({ by: ada.actor })
  const sources = await ben.page.context().newPage()
  const list = await ben.page.context().newPage()
  await ben.page.goto(desk.at(article))
  await sources.goto(desk.at('/sources'))
  await list.goto(desk.at('/articles'))
  await expect(panelOf(ben.page).getByText('No claims yet.')).toBeVisible()
  await expect(sources.getByRole('heading', { name: 'No sources yet' })).toBeVisible()
  await expect(list.getByRole('link', { name: 'The bridge' })).toBeVisible()

  await ada.page.goto(desk.at(article))
  await dragOver(ada.page, 'opened in 1932')
  await ada.page.keyboard.press('c')
  await newClaim(ada.page).getByRole('button', { name: 'Make claim' }).click()
  await expect(rowOf(ben.page, /opened in 1932/)).toBeVisible()

  await desk.newsroom.evidence(await desk.newsroom.claim(article, 'welded throughout'), {
    title: 'The city ledger',
  })
  await desk.newsroom.article({ by: ada.actor, headline: 'The tunnel' })
  await expect(sources.getByRole('row', { name: /The city ledger/ })).toBeVisible()
  await expect(list.getByRole('link', { name: 'The tunnel' })).toBeVisible()
})

test('details saved over a colleague’s are a conflict that shows both', async ({ desk }) => {
  const ada = await desk.arrive('editor', 'Ada')
  const ben = await desk.arrive('editor', 'Ben')
  const article = await desk.newsroom.article({ by: ada.actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  const edit = async ({ page }: typeof ada) => {
    await page.goto(`${desk.at(article)}?claim=1`)
    await claimOf(page, 'C-001').getByRole('button', { name: 'Edit', exact: true }).click()
    return page.getByRole('form', { name: 'Details of the claim' })
  }
  const adas = await edit(ada)
  const bens = await edit(ben)

  await adas.getByLabel('Claimant').fill('The mayor')
  await adas.getByRole('button', { name: 'Save details' }).click()
  await expect(claimOf(ben.page, 'C-001').getByText('as said by The mayor')).toBeVisible()
  await bens.getByLabel('Claimant').fill('The council')
  await bens.getByLabel('Type').selectOption('Age')
  await bens.getByRole('button', { name: 'Save details' }).click()

  await expect(bens.getByText('Ada changed this while you had it open.')).toBeVisible()
  await expect(bens.getByText('Stored now: The mayor')).toBeVisible()
  await expect(bens.getByText('Stored now: Event')).toBeVisible()
  await expect(bens.getByLabel('Claimant')).toHaveValue('The council')
  await expect(bens.getByLabel('Type')).toBeFocused()
  await assertAccessible(ben.page)
  await bens.getByRole('button', { name: 'Save details' }).click()

  await expect(claimOf(ada.page, 'C-001').getByText('as said by The council')).toBeVisible()
  await expect(claimOf(ada.page, 'C-001')).toContainText('Age')
})

test('a source saved over a colleague’s is a conflict that shows both', async ({ desk }) => {
  const ada = await desk.arrive('editor', 'Ada')
  const ben = await desk.arrive('editor', 'Ben')
  const claim = await desk.newsroom.claim(
    await desk.newsroom.article({ by: ada.actor }),
    'opened in 1932',
  )
  await desk.newsroom.evidence(claim, { title: 'The ledger' })
  const edit = async ({ page }: typeof ada) => {
    await page.goto(desk.at('/sources'))
    await page.getByRole('button', { name: 'Edit The ledger' }).click()
    return page.getByRole('form', { name: 'Edit The ledger' })
  }
  const adas = await edit(ada)
  const bens = await edit(ben)

  await adas.getByLabel('Publisher').fill('The city')
  await adas.getByRole('button', { name: 'Save' }).click()
  await expect(adas).toBeHidden()
  await bens.getByLabel('Publisher').fill('The county')
  await bens.getByRole('button', { name: 'Save' }).click()

  await expect(bens.getByText('Stored now: The city')).toBeVisible()
  await expect(bens.getByLabel('Publisher')).toHaveValue('The county')
  await assertAccessible(ben.page)
  await bens.getByRole('button', { name: 'Save' }).click()
  await expect(bens).toBeHidden()
  await expect(ada.page.getByText('The county')).toBeVisible()
})

test('a verdict over a newer one is asked about, and both stay on record', async ({ desk }) => {
  const ada = await desk.arrive('editor', 'Ada')
  const ben = await desk.arrive('editor', 'Ben')
  const article = await desk.newsroom.article({ by: ada.actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await ada.page.goto(`${desk.at(article)}?claim=1`)
  await ben.page.goto(`${desk.at(article)}?claim=1`)
  const bens = await openVerdictForm(claimOf(ben.page, 'C-001'))
  await bens.getByRole('radio', { name: /^Not checkable/ }).check()
  await bens.getByLabel('Why').fill('No record was kept.')
  await giveVerdict(claimOf(ada.page, 'C-001'), null, 'Disputed', { Why: 'Two dates are about.' })

  await bens.getByRole('button', { name: 'Give verdict' }).click()
  await expect(
    bens.getByText('Ada gave a verdict while you had this open: Disputed, “Two dates are about.”'),
  ).toBeVisible()
  await expect(bens.getByLabel('Why')).toHaveValue('No record was kept.')
  await bens.getByRole('button', { name: 'Give verdict' }).click()

  await expect(rowOf(ada.page, /^C-001 Not checkable/)).toBeVisible()
  await expect(claimOf(ada.page, 'C-001').getByText('1 earlier verdict')).toBeVisible()
})

test('a form sent twice does once what it asks', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await page.goto(desk.at(article))

  await dragOver(page, 'opened in 1932')
  await page.keyboard.press('c')
  const sent = await sentForm(page, () =>
    newClaim(page).getByRole('button', { name: 'Make claim' }).dblclick(),
  )
  await expect(claimOf(page, 'C-001')).toBeVisible()
  const again = await Promise.all([sendAgain(page, sent), sendAgain(page, sent)])

  expect(again.map((answer) => answer.status())).toEqual([200, 200])
  await page.reload()
  await expect(panelOf(page).getByRole('heading', { name: 'Claims 1' })).toBeVisible()
})

test('the state of an article moves once, however many push it', async ({ desk }) => {
  const ada = await desk.arrive('editor', 'Ada')
  const ben = await desk.arrive('editor', 'Ben')
  const article = await desk.newsroom.article({ by: ada.actor })
  await ada.page.goto(desk.at(article))
  await ada.page.locator('summary').getByText('Draft', { exact: true }).click()
  const sent = await sentForm(ada.page, () =>
    ada.page.getByRole('button', { name: 'Start the check' }).click(),
  )
  await expect(ada.page.locator('summary').getByText('In check', { exact: true })).toBeVisible()

  const asHis = { formId: crypto.randomUUID(), '$page-of': ben.actor.userId }
  const answer = await sendAgain(ben.page, sent, asHis)
  expect(await answer.text()).toContain('Ada moved this article to In check')
})
