import type { Page } from '@playwright/test'
import { giveVerdict as giveVerdictBy } from '@/lib/commands/claims/verdicts'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { takeOut, wordsOfPdf } from '../support/report-files'
import {
  claimOf,
  giveVerdict,
  goToArticle,
  openVerdictForm,
  panelOf,
  rowOf,
} from '../support/workspace'

const SECRET = 'The ledger says otherwise, on its last page'

const disagreeing = (page: Page) => page.getByRole('link', { name: /Checks disagree C-001/ })
const waiting = (page: Page) => page.getByRole('link', { name: /Check second C-001/ })

test('a blind second check that disagrees goes back to both and to the editor, who decides', async ({
  desk,
}) => {
  test.slow()
  const [ines, ann, bo] = [
    await desk.arrive('editor', 'Ines'),
    await desk.arrive('checker', 'Ann'),
    await desk.arrive('checker', 'Bo'),
  ]
  const article = await desk.newsroom.article({
    by: ines.actor,
    checkers: [ann.actor, bo.actor],
  })
  const marked = await desk.newsroom.claim({ ...article, by: ann.actor }, 'opened in 1932', {
    risks: ['legal'],
  })
  await desk.newsroom.evidence(marked, { stance: 'contradicts' })
  await goToArticle(bo.page, desk.at(article))

  await ann.page.goto(`${desk.at(article)}?claim=1`)
  await giveVerdict(claimOf(ann.page, 'C-001'), null, 'Misleading', { Why: SECRET })
  await expect(rowOf(ann.page, /^C-001 Misleading.*Second check waits/)).toBeVisible()

  await expect(rowOf(bo.page, /^C-001 In progress.*Second check waits/)).toBeVisible()
  await assertNothingTold(bo.page, desk.at(article), [
    desk.at(),
    desk.at('/articles'),
    desk.at('/sources'),
  ])
  await bo.page.goto(desk.at())
  await expect(waiting(bo.page)).toContainText('opened in 1932')
  await waiting(bo.page).click()
  const mine = claimOf(bo.page, 'C-001')
  await expect(mine).toContainText('You see it once your own check is saved')
  await mine.getByText('History').click()
  await expect(mine).toContainText('gave a verdict on C-001, hidden until your own check is saved')

  await mine.getByRole('button', { name: 'Give second check' }).click()
  const form = mine.getByRole('form', { name: 'Second check' })
  await form.getByRole('radio', { name: /^Incorrect/ }).check()
  await form.getByLabel('Why', { exact: true }).fill('It opened in 1933.')
  await form.getByRole('button', { name: 'Give second check' }).click()

  for (const page of [bo.page, ann.page]) {
    const claim = claimOf(page, 'C-001')
    await expect(claim).toContainText('The two checks disagree.')
    await expect(claim).toContainText(SECRET)
    await expect(claim).toContainText('Second check, blind')
    await expect(claim).toContainText('It opened in 1933.')
    await expect(rowOf(page, /^C-001 In progress.*Checks disagree/)).toBeVisible()
  }
  await assertAccessible(ann.page)
  for (const { page } of [ann, bo, ines]) {
    await page.goto(desk.at())
    await expect(disagreeing(page)).toContainText('opened in 1932')
  }

  await disagreeing(ines.page).click()
  await panelOf(ines.page).getByLabel('Status').selectOption({ label: 'Checks disagree (1)' })
  await expect(rowOf(ines.page, /^C-001/)).toBeVisible()
  const theirs = claimOf(ines.page, 'C-001')
  await theirs.getByRole('button', { name: 'Decide between them' }).click()
  const decision = theirs.getByRole('form', { name: 'Decision' })
  await decision.getByRole('radio', { name: /^Incorrect/ }).check()
  await decision.getByRole('button', { name: 'Decide in my name' }).click()
  await expect(decision.getByText('Say why you decide so.').first()).toBeVisible()
  await expect(decision.getByRole('radio', { name: /^Incorrect/ })).toBeChecked()
  await decision.getByLabel('Why', { exact: true }).fill('Bo found the act of opening.')
  await decision.getByRole('button', { name: 'Decide in my name' }).click()
  await expect(decision).toBeHidden()
  await expect(theirs).toContainText('Decided by an editor')

  await ann.page.goto(desk.at())
  await expect(ann.page.getByRole('heading', { name: 'Waiting for you' })).toBeVisible()
  await expect(ann.page.getByRole('link', { name: /C-001/ })).toBeHidden()
  await ann.page.goto(`${desk.at(article)}/report`)
  const words = await wordsOfPdf(await takeOut(ann.page, 'PDF'))
  for (const printed of [
    'the two disagreed, and an editor decided',
    'Second check, blind: the first could not be seen.',
    SECRET,
    'It opened in 1933.',
    'Bo found the act of opening.',
  ]) {
    expect(words).toContain(printed)
  }
})

test('a first verdict that comes while another is written makes that the second, unseen', async ({
  desk,
}) => {
  const ines = await desk.arrive('editor', 'Ines')
  const ann = await desk.arrive('checker', 'Ann')
  const bo = await desk.arrive('checker', 'Bo')
  const article = await desk.newsroom.article({ by: ines.actor, checkers: [ann.actor, bo.actor] })
  const { claimId } = await desk.newsroom.claim(article, 'opened in 1932', { risks: ['legal'] })
  await goToArticle(bo.page, `${desk.at(article)}?claim=1`)
  const claim = claimOf(bo.page, 'C-001')
  const form = await openVerdictForm(claim)
  await form.getByRole('radio', { name: /^Not checkable/ }).check()
  await form.getByLabel('Why', { exact: true }).fill('A view of the mayor’s.')

  await giveVerdictBy(ann.actor, { claimId, verdict: 'not_checkable', rationale: SECRET })
  await form.getByRole('button', { name: 'Give verdict' }).click()
  await expect(form.getByRole('alert')).toContainText('Ann gave the first verdict while you had')
  await expect(form.getByLabel('Why', { exact: true })).toHaveValue('A view of the mayor’s.')
  expect(await bo.page.content()).not.toContain(SECRET)
  await form.getByRole('button', { name: 'Give verdict' }).click()

  await expect(claim).toContainText('Both checks agree')
  await expect(claim).toContainText(SECRET)
  await expect(claim).toContainText('A view of the mayor’s.')
})

test('a second check is asked for by hand, for one person, and by the newsroom’s policy', async ({
  desk,
}) => {
  test.slow()
  desk.mayHear(/403 \(Forbidden\)/)
  const ada = await desk.arrive('admin', 'Ada')
  const ines = await desk.arrive('editor', 'Ines')
  const ann = await desk.arrive('checker', 'Ann')
  const article = await desk.newsroom.article({ by: ines.actor, checkers: [ann.actor] })
  const { claimId } = await desk.newsroom.claim(article, 'opened in 1932')
  await ann.page.goto(`${desk.at(article)}?claim=1`)
  const claim = claimOf(ann.page, 'C-001')
  await claim.getByRole('button', { name: 'Have it checked twice' }).click()
  await expect(claim).toContainText('Second check waits')
  await claim.getByLabel('Second check by').selectOption('Ines')
  await expect(claim.getByLabel('Second check by')).toHaveValue(ines.actor.userId)
  await assertAccessible(ann.page)
  await giveVerdictBy(ann.actor, { claimId, verdict: 'disputed', rationale: SECRET })

  await assertNothingTold(ines.page, desk.at(article), [desk.at('/log')])
  const refused = await ines.page.request.get(desk.at('/log/export'))
  expect(refused.status()).toBe(403)
  expect(await refused.text()).toContain(`C-001 (${article.slug})`)
  await ines.page.goto(desk.at('/log'))
  await expect(ines.page.getByRole('main')).toContainText('gave a verdict on C-001, hidden until')
  expect((await ada.page.request.get(desk.at('/log/export'))).status()).toBe(200)

  await claim.getByRole('button', { name: 'One check is enough' }).click()
  await expect(claim.getByRole('button', { name: 'Have it checked twice' })).toBeVisible()

  await ada.page.goto(desk.at('/settings'))
  const settings = ada.page.getByRole('form', { name: 'The newsroom', exact: true })
  await expect(settings.getByRole('radio', { name: 'Claims with certain risks' })).toBeChecked()
  await settings.getByRole('checkbox', { name: 'Legal' }).uncheck()
  await settings.getByRole('button', { name: 'Save the newsroom' }).click()
  await expect(settings.getByText('Choose at least one risk').first()).toBeVisible()
  await assertAccessible(ada.page)
  await settings.getByRole('radio', { name: 'Every claim' }).check()
  await settings.getByRole('button', { name: 'Save the newsroom' }).click()
  await expect(claim).toContainText('Second check waits')
  await expect(claim.getByRole('button', { name: 'One check is enough' })).toBeHidden()
})

/** Looks for what the first checker wrote and found in every page, file and answer that this person can get. */
async function assertNothingTold(page: Page, article: string, others: string[]): Promise<void> {
  const pages = ['', '?claim=1', '/history', '/report', '/queries', '/revise', '/compare']
  const files = ['/desk?claim=1', '/claims', '/claims/1', '/revisions/1']
  const reports = ['html', 'md', 'body', 'csv', 'json'].map((form) => `/report/${form}`)
  for (const address of [
    ...[...pages, ...files, ...reports, '/annotations'].map((at) => article + at),
    ...others,
  ]) {
    const answer = await page.request.get(address)
    expect(answer.status(), address).toBe(200)
    assertUntold((await answer.text()).replace(/<style>[\s\S]*?<\/style>/g, ''), address)
  }
  await page.goto(`${article}/report`)
  assertUntold(await wordsOfPdf(await takeOut(page, 'PDF')), 'the report as a PDF')
}

/** Each page holds the drawings of all verdicts, so one that was given must not stand there oftener than one that was not. */
function assertUntold(bytes: string, where: string): void {
  expect(bytes.includes(SECRET), `${where} tells why`).toBe(false)
  const [given, other] = [/misleading/gi, /disputed/gi].map((one) => bytes.match(one)?.length)
  expect(given, `${where} tells the verdict`).toBe(other)
}
