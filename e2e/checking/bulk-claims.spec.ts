import type { Page } from '@playwright/test'
import { cutClaim } from '@/lib/commands/claims/claims'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { markMany } from '../support/many-claims'
import { shot } from '../support/screenshots'
import { claimOf, goToArticle, panelOf, rowOf, toast } from '../support/workspace'

const box = (page: Page, number: string) =>
  panelOf(page).getByRole('checkbox', { name: `Choose ${number}`, exact: true })
const all = (page: Page) => panelOf(page).getByRole('checkbox', { name: 'Choose all shown' })
const bar = (page: Page) => panelOf(page).getByRole('group', { name: 'With the chosen claims' })
const assign = (page: Page) => bar(page).getByRole('combobox', { name: 'Assign them' })
const setStatus = (page: Page) => bar(page).getByRole('combobox', { name: 'Set their status' })
const said = (page: Page, words: string | RegExp) => panelOf(page).getByText(words)

const WORDS = ['opened in 1932', 'four million crowns', 'welded throughout', 'in May']

test('several claims are chosen with the pointer, assigned at once, and taken back', async ({
  desk,
}) => {
  const { ines, tom, article } = await aDesk(desk)
  const { page } = ines
  await goToArticle(page, desk.at(article))
  await expect(bar(page)).toBeHidden()

  await box(page, 'C-001').check()
  await box(page, 'C-003').click({ modifiers: ['Shift'] })
  for (const number of ['C-001', 'C-002', 'C-003']) await expect(box(page, number)).toBeChecked()
  await expect(said(page, '3 of 4 claims chosen')).toBeAttached()
  await box(page, 'C-002').uncheck()
  await expect(said(page, '2 of 4 claims chosen')).toBeAttached()
  await expect(all(page)).toHaveJSProperty('indeterminate', true)
  await rowOf(page, /^C-004/).click({ modifiers: ['Shift'] })
  await expect(box(page, 'C-004')).toBeChecked()
  await expect(claimOf(page, 'C-004')).toBeHidden()
  await assertAccessible(page)

  await assign(page).selectOption('Tom Baker')
  await expect(toast(page)).toHaveText('4 claims assigned to Tom Baker')
  for (const number of ['C-001', 'C-003', 'C-004']) {
    await expect(rowOf(page, new RegExp(`^${number}.*Tom`))).toBeVisible()
  }
  await tom.page.goto(`${desk.at(article)}?mine=1`)
  await expect(rowOf(tom.page, /^C-00/)).toHaveCount(4)

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(toast(page)).toHaveText('4 claims are as before')
  await expect(rowOf(page, /Tom/)).toHaveCount(0)
  await expect(rowOf(tom.page, /^C-00/)).toHaveCount(0)
})

test('all that a filter shows are chosen, and nothing that it hides is changed', async ({
  desk,
}) => {
  const { ines, article } = await aDesk(desk)
  const { page } = ines
  await goToArticle(page, desk.at(article))

  await box(page, 'C-003').check()
  await panelOf(page).getByLabel('Words to look for').fill('in')
  await expect(rowOf(page, /^C-00/)).toHaveCount(2)
  await all(page).check()
  await expect(said(page, '2 of 2 claims chosen')).toBeAttached()
  await bar(page).getByRole('combobox', { name: 'Set their type' }).selectOption('Date or time')
  await expect(toast(page)).toHaveText('2 claims of the type Date or time')
  await panelOf(page).getByLabel('Words to look for').fill('date or time')
  await expect(rowOf(page, /^C-00/)).toHaveText([/C-001/, /C-004/])

  await page.keyboard.press('Escape')
  await panelOf(page).getByLabel('Words to look for').fill('')
  await all(page).check()
  await all(page).uncheck()
  await expect(said(page, 'No claims chosen')).toBeAttached()
  await expect(bar(page)).toBeHidden()
})

test('the keyboard chooses, assigns and takes back', async ({ desk }) => {
  const { ines, article } = await aDesk(desk)
  const { page } = ines
  const { keyboard } = page
  await goToArticle(page, desk.at(article))

  await keyboard.press('j')
  await expect(claimOf(page, 'C-001')).toBeVisible()
  await keyboard.press('Shift+J')
  await expect(claimOf(page, 'C-002')).toBeVisible()
  await expect(said(page, '2 of 4 claims chosen')).toBeAttached()
  await keyboard.press('Shift+J')
  await expect(said(page, '3 of 4 claims chosen')).toBeAttached()
  await expect(claimOf(page, 'C-003')).toBeVisible()
  await keyboard.press('s')
  await expect(box(page, 'C-003')).not.toBeChecked()
  await keyboard.press('Shift+K')
  await expect(claimOf(page, 'C-002')).toBeVisible()
  await expect(box(page, 'C-003')).toBeChecked()

  await setStatus(page).focus()
  await keyboard.press('ArrowDown')
  await expect(setStatus(page)).toHaveValue('')
  await expect(rowOf(page, /Unchecked/)).toHaveCount(4)
  await keyboard.press('Escape')
  await setStatus(page).selectOption('In progress')
  await expect(toast(page)).toHaveText('3 claims set to In progress')
  await expect(rowOf(page, /In progress/)).toHaveCount(3)
  await keyboard.press('Control+z')
  await expect(toast(page)).toHaveText('3 claims are as before')
  await expect(rowOf(page, /Unchecked/)).toHaveCount(4)
})

test('one source is attached to several claims at once, and taken off again', async ({ desk }) => {
  const { ines, article } = await aDesk(desk)
  const { page } = ines
  await goToArticle(page, `${desk.at(article)}?claim=2`)
  const evidence = claimOf(page, 'C-002').getByRole('link', { name: 'The city ledger' })
  await box(page, 'C-001').check()
  await box(page, 'C-002').check()
  await bar(page).getByRole('button', { name: 'Attach a source…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Attach a source to 2 claims' })
  const form = dialog.getByRole('form', { name: 'Attach a source' })
  await form.getByLabel('Find a source').fill('The city ledger')
  await page.keyboard.press('Enter')
  await form.getByLabel('Date').fill('7/12/2020')
  await form.getByRole('button', { name: 'Attach source' }).click()
  for (const problem of [
    ...['Choose what kind of source this is.', /^Write a day, a month or a year/],
    ...['Choose what the source does to the claim.', /^Say where in the source/],
  ]) {
    await expect(form.getByText(problem)).toBeVisible()
  }
  await assertAccessible(page)
  await shot(page, 'attach-to-claims')
  await form.getByLabel('Kind').selectOption('Official document')
  await form.getByLabel('Date').fill('7 December 2020')
  await form.getByRole('radio', { name: 'Supports' }).check()
  await form.getByRole('radio', { name: 'Primary' }).check()
  await form.getByLabel('Where in it').fill('page 12')
  await form.getByRole('button', { name: 'Attach source' }).click()
  await expect(dialog).toBeHidden()
  await expect(toast(page)).toHaveText('Source attached to 2 claims')
  await expect(evidence).toBeVisible()

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(toast(page)).toHaveText('Taken off 2 claims')
  await expect(evidence).toBeHidden()
})

test('what stands in the way is named, and nothing is changed', async ({ desk }) => {
  desk.mayHear(/\/live\?/)
  const { ines, tom, article, claims } = await aDesk(desk)
  const { page } = tom
  await page.route(/\/live\?/, (route) => route.abort())
  await page.goto(desk.at(article))
  await all(page).check()
  await expect(said(page, '4 of 4 claims chosen')).toBeAttached()

  await goToArticle(ines.page, desk.at(article))
  await box(ines.page, 'C-002').check()
  await assign(ines.page).selectOption('Assign to me')
  await expect(toast(ines.page)).toHaveText('C-002 assigned to Ines Okafor')
  await claims.cut('C-004')

  await assign(page).selectOption('Assign to me')
  await expect(panelOf(page).getByRole('alert').filter({ hasText: 'Nothing' })).toHaveText(
    'Nothing was changed: C-002 was assigned to Ines Okafor by Ines Okafor since this page was loaded; C-004 is cut.',
  )
  await expect(rowOf(page, /Tom/)).toHaveCount(0)
  await assertAccessible(page)
  await page.reload()
  await expect(rowOf(page, /^C-00/)).toHaveCount(3)
  await expect(rowOf(page, /Tom/)).toHaveCount(0)
})

test('taking back leaves alone what a colleague has changed since, and says so', async ({
  desk,
}) => {
  const { ines, tom, article } = await aDesk(desk)
  await goToArticle(ines.page, desk.at(article))
  await goToArticle(tom.page, `${desk.at(article)}?claim=2`)
  await all(ines.page).check()
  await setStatus(ines.page).selectOption('Waiting (writer)')
  await expect(rowOf(tom.page, /Waiting \(writer\)/)).toHaveCount(4)
  await claimOf(tom.page, 'C-002').getByRole('button', { name: 'In progress' }).click()
  await expect(rowOf(ines.page, /^C-002 In progress/)).toBeVisible()

  await ines.page.keyboard.press('Control+z')
  await expect(toast(ines.page)).toHaveText(
    '3 claims are as before. Not put back: C-002 was set to In progress by Tom Baker since then',
  )
  await expect(rowOf(ines.page, /Unchecked/)).toHaveCount(3)
  await expect(rowOf(ines.page, /^C-002 In progress/)).toBeVisible()
})

test('whoever may not edit claims is offered no boxes', async ({ desk }) => {
  const { article } = await aDesk(desk)
  const bo = await desk.arrive('auditor', 'Bo')
  await goToArticle(bo.page, desk.at(article))
  await expect(rowOf(bo.page, /^C-001/)).toBeVisible()
  await expect(panelOf(bo.page).getByRole('checkbox')).toHaveCount(1)
  await bo.page.keyboard.press('s')
  await expect(bar(bo.page)).toBeHidden()
})

test('on a phone the boxes are there and the bar fits', async ({ desk }) => {
  const { ines, article } = await aDesk(desk, { viewport: { width: 390, height: 844 } })
  const { page } = ines
  await goToArticle(page, desk.at(article))
  await page.getByRole('button', { name: 'Claims', exact: true }).click()
  await expect(box(page, 'C-001')).toHaveCSS('opacity', '1')
  await box(page, 'C-001').check()
  await assertFits(page)
  await assertAccessible(page)
  await assign(page).selectOption('Assign to me')
  await expect(rowOf(page, /^C-001.*Ines/)).toBeVisible()
})

test('three hundred claims are chosen and assigned without a wait', async ({ desk }) => {
  test.slow()
  const ines = await desk.arrive('editor', 'Ines Okafor')
  const sentences = Array.from({ length: 300 }, (_, at) => `Bridge number ${at + 1} stands.`)
  const article = await desk.newsroom.article({ by: ines.actor, text: sentences.join(' ') })
  await markMany(article, sentences)
  const { page } = ines
  await goToArticle(page, desk.at(article))
  await expect(panelOf(page).getByRole('heading', { name: 'Claims 300' })).toBeVisible()

  const chosen = await timeUntil(page, '.choice-bar', () => all(page).check())
  await expect(said(page, '300 of 300 claims chosen')).toBeAttached()
  expect(await panelOf(page).getByRole('listitem').count()).toBeLessThan(80)
  const shown = await timeUntil(
    page,
    '.rows li:first-child a[title*="Ines"], .rows li [title*="Ines"]',
    () => assign(page).selectOption('Assign to me'),
  )
  await expect(toast(page)).toHaveText('300 claims assigned to Ines Okafor')
  expect(Math.max(chosen, shown), `chosen in ${chosen} ms, assigned in ${shown} ms`).toBeLessThan(
    400,
  )
})

/** Milliseconds in the page from a person's doing until something is drawn. */
async function timeUntil(page: Page, selector: string, doing: () => Promise<unknown>) {
  await page.evaluate((selector) => {
    const kept = window as { took?: Promise<number> }
    kept.took = new Promise((resolve) => {
      let begun = 0
      const begin = () => {
        begun ||= performance.now()
      }
      for (const kind of ['pointerdown', 'input']) addEventListener(kind, begin, true)
      const look = () => {
        if (begun && document.querySelector(selector)) resolve(performance.now() - begun)
        else requestAnimationFrame(look)
      }
      look()
    })
  }, selector)
  await doing()
  return page.evaluate(() => (window as { took?: Promise<number> }).took ?? Number.NaN)
}

type Desk = Parameters<Parameters<typeof test>[2]>[0]['desk']

async function aDesk(desk: Desk, options?: Parameters<Desk['arrive']>[2]) {
  const ines = await desk.arrive('editor', 'Ines Okafor', options)
  const tom = await desk.arrive('checker', 'Tom Baker', options)
  const article = await desk.newsroom.article({ by: ines.actor, checkers: [tom.actor] })
  const ids = new Map<string, string>()
  for (const words of WORDS) {
    const { claimId, number } = await desk.newsroom.claim(article, words)
    ids.set(`C-00${number}`, claimId)
  }
  const claims = {
    cut: (number: string) => cutClaim(ines.actor, { claimId: ids.get(number), reason: 'It went.' }),
  }
  return { ines, tom, article, claims }
}
