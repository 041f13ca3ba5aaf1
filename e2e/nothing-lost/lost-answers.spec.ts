import { db } from '@/lib/db/client'
import { TEST_PASSWORD } from '@/lib/testing/fixtures/newsroom'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { PLAIN_TEXT, pasteInto } from '../support/sample-article'
import {
  claimOf,
  dragOver,
  fillEvidence,
  newClaim,
  openVerdictForm,
  rowOf,
} from '../support/workspace'

test('a half-written claim survives a reload', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await page.goto(desk.at(article))
  await dragOver(page, 'four million crowns')
  await page.getByRole('button', { name: /^Make claim/ }).click()
  await newClaim(page).getByLabel('Claimant').fill('The mayor')
  await newClaim(page).getByLabel('Contested').check()

  await page.reload()

  await expect(page.getByRole('heading', { name: '“four million crowns”' })).toBeVisible()
  await expect(newClaim(page).getByText('Kept from before this page was loaded.')).toBeVisible()
  await expect(newClaim(page).getByLabel('Claimant')).toHaveValue('The mayor')
  await expect(newClaim(page).getByLabel('Contested')).toBeChecked()
  await assertAccessible(page)
  await newClaim(page).getByRole('button', { name: 'Make claim' }).click()
  await expect(claimOf(page, 'C-001')).toContainText('as said by The mayor')

  // What was sent is not offered again.
  await dragOver(page, 'welded throughout')
  await page.keyboard.press('c')
  await expect(newClaim(page).getByLabel('Claimant')).toHaveValue('')
})

test('a half-written verdict and half of the evidence survive a reload', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await page.goto(`${desk.at(article)}?claim=1`)
  const claim = claimOf(page, 'C-001')
  const verdict = await openVerdictForm(claim)
  await verdict.getByRole('radio', { name: /^Cannot be stood up/ }).check()
  await verdict.getByLabel('Where you searched').fill('The city ledger.')
  await claim.getByRole('button', { name: 'Attach source' }).click()
  const evidence = claim.getByRole('form', { name: 'Attach a source' })
  await fillEvidence(evidence, {
    source: { title: 'The ledger', kind: 'Official document' },
    stance: 'Limits',
    directness: 'Tertiary',
    locator: 'page 4',
  })

  await page.reload()

  await openVerdictForm(claim)
  await expect(verdict.getByText('Kept from before this page was loaded.')).toBeVisible()
  await expect(verdict.getByRole('radio', { name: /^Cannot be stood up/ })).toBeChecked()
  await expect(verdict.getByLabel('Where you searched')).toHaveValue('The city ledger.')
  await claim.getByRole('button', { name: 'Attach source' }).click()
  await expect(evidence.getByLabel('Title')).toHaveValue('The ledger')
  await expect(evidence.getByRole('radio', { name: 'Limits' })).toBeChecked()
  await expect(evidence.getByLabel('Where in it')).toHaveValue('page 4')

  await verdict.getByRole('button', { name: 'Discard' }).click()
  await expect(verdict.getByRole('radio', { name: /^Cannot be stood up/ })).not.toBeChecked()
  await page.reload()
  await openVerdictForm(claim)
  await expect(verdict.getByText('Kept from before')).toBeHidden()
})

test('an article that is being brought in survives a reload', async ({ desk }) => {
  const { page } = await desk.arrive('editor', 'Ines')
  await page.goto(desk.at('/articles/new'))
  await pasteInto(page, { text: PLAIN_TEXT })
  await page.getByLabel('What block 2 is').selectOption('Pull quote')
  await page.getByLabel('What is the writer most worried about?').fill('The payment.')

  await page.reload()

  await expect(page.getByLabel('What block 2 is')).toHaveValue('pull_quote')
  await expect(page.getByLabel('What is the writer most worried about?')).toHaveValue(
    'The payment.',
  )
  await page.getByRole('button', { name: 'Bring in the article' }).click()
  await expect(page).toHaveURL(/\/articles\/first-s-400/)
})

test('a verdict given offline is kept, and goes through afterwards', async ({ desk }) => {
  desk.mayHear(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|Failed to fetch/)
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await page.goto(`${desk.at(article)}?claim=1`)
  const form = await openVerdictForm(claimOf(page, 'C-001'))
  await form.getByRole('radio', { name: /^Disputed/ }).check()
  await form.getByLabel('Why').fill('Two dates are about.')

  await page.context().setOffline(true)
  await form.getByRole('button', { name: 'Give verdict' }).click()
  await expect(form.getByText('Not saved: you are offline.')).toBeVisible()
  await expect(form.getByLabel('Why')).toHaveValue('Two dates are about.')
  await expect(form.getByRole('radio', { name: /^Disputed/ })).toBeChecked()

  await page.context().setOffline(false)
  await form.getByRole('button', { name: 'Give verdict' }).click()
  await expect(rowOf(page, /^C-001 Disputed/)).toBeVisible()
})

test('whoever is logged out in the middle comes back to the page and the draft', async ({
  desk,
}) => {
  desk.mayHear(/404 \(Not Found\)/)
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await page.goto(`${desk.at(article)}?claim=1`)
  const form = await openVerdictForm(claimOf(page, 'C-001'))
  await form.getByRole('radio', { name: /^Disputed/ }).check()
  await form.getByLabel('Why').fill('Two dates are about.')

  await db().session.updateMany({
    where: { userId: actor.userId },
    data: { revokedAt: new Date() },
  })
  await form.getByRole('button', { name: 'Give verdict' }).click()

  await expect(page).toHaveURL(/\/log-in\?to=.*claim%3D1/)
  await page.getByLabel('Email address').fill(actor.email)
  await page.getByLabel('Password').fill(TEST_PASSWORD)
  await page.getByRole('button', { name: 'Log in' }).click()

  await expect(page).toHaveURL(`${desk.at(article)}?claim=1`)
  await openVerdictForm(claimOf(page, 'C-001'))
  await expect(form.getByLabel('Why')).toHaveValue('Two dates are about.')
  await form.getByRole('button', { name: 'Give verdict' }).click()
  await expect(rowOf(page, /^C-001 Disputed/)).toBeVisible()
})
