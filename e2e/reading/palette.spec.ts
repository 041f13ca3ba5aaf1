import type { Page } from '@playwright/test'
import { dayInFull } from '@/lib/domain/times/moments'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import {
  chooseByKeys,
  chosenWords,
  claimOf,
  goToArticle,
  newClaim,
  panelOf,
  rowOf,
  textOf,
  toast,
} from '../support/workspace'

const fieldOf = (page: Page) =>
  page.getByRole('dialog', { name: 'Every action' }).getByRole('combobox')

test('the palette finds every action, claim and page, and does it', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await desk.newsroom.claim(article, 'four million crowns')
  await goToArticle(page, desk.at(article))
  const palette = page.getByRole('dialog', { name: 'Every action' })
  const field = fieldOf(page)
  const lines = palette.getByRole('option')

  await page.keyboard.press('Control+k')
  await expect(field).toBeFocused()
  await expect(lines.filter({ hasText: 'Next claim' })).toContainText('j')
  const toMakeOne = lines.filter({ hasText: 'Make the chosen words a claim' })
  await expect(toMakeOne).toContainText('choose words first')
  await expect(toMakeOne).toHaveAttribute('aria-disabled', 'true')
  await assertAccessible(page)
  await page.keyboard.type('make chosen')
  await page.keyboard.press('Enter')
  await expect(palette).toBeVisible()
  await field.fill('nothing goes by this name')
  await expect(lines).toHaveText(['Search everything for “nothing goes by this name”'])
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()

  // What was chosen before the palette took the focus is still what is acted upon.
  await page.keyboard.press('t')
  await chooseByKeys(page, 'welded throughout')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('make chosen')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '“welded throughout”' })).toBeVisible()
  await expect(newClaim(page).getByLabel('Type')).toBeFocused()
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('million')
  await expect(lines).toHaveCount(2)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '“four million crowns”' })).toBeFocused()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('waiting source')
  await page.keyboard.press('Enter')
  await expect(rowOf(page, /^C-002 Waiting \(source\)/)).toBeVisible()
  await expect(claimOf(page, 'C-001')).toBeVisible()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('history of')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'History', level: 1 })).toBeVisible()
  await page.goBack()
  await expect(claimOf(page, 'C-001')).toBeVisible()
})

test('on every other page the palette leads to pages and articles by their names', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const bridge = await desk.newsroom.article({ by: actor, headline: 'The bridge' })
  await desk.newsroom.article({ by: actor, headline: 'The tunnel' })
  const palette = page.getByRole('dialog', { name: 'Every page' })
  const lines = palette.getByRole('option')
  const seek = async (words: string) => {
    await expect(async () => {
      await page.keyboard.press('Control+k')
      await expect(palette.getByRole('combobox')).toBeFocused({ timeout: 1_000 })
    }).toPass()
    await page.keyboard.type(words)
  }

  await page.goto(desk.at('/sources'))
  await seek('tunnel')
  await expect(lines).toHaveText(['The tunnelDraft', 'Search everything for “tunnel”'])
  await assertAccessible(page)
  await palette.getByRole('combobox').fill('bridge')
  await expect(lines).toHaveText(['The bridgeDraft', 'Search everything for “bridge”'])
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(desk.at(bridge))

  await page.goto(`${desk.at(bridge)}/history`)
  await seek('report')
  await expect(lines).toHaveCount(2)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${desk.at(bridge)}/report`)
  await page.getByRole('button', { name: /^Go to/ }).click()
  await page.keyboard.type('people')
  await expect(lines).toHaveText(['Search everything for “people”'])
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()
})

test('a claim is gone to by its number', async ({ desk }) => {
  const { actor, page } = await desk.arrive('checker', 'Mara')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await desk.newsroom.claim(article, 'four million crowns')
  await goToArticle(page, desk.at(article))

  await page.keyboard.press('#')
  await expect(fieldOf(page)).toHaveValue('C-')
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '“four million crowns”' })).toBeFocused()
  for (const asked of ['1', '001', 'c1', 'C-001', '#1']) {
    await page.keyboard.press('Control+k')
    await fieldOf(page).fill(asked)
    await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: '“opened in 1932”' })).toBeFocused()
  }
})

test('single keys can be switched off, and the palette still leads everywhere', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await goToArticle(page, desk.at(article))

  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys of this page' })
  await help.getByLabel(/^Single keys/).uncheck()
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await page.keyboard.press('j')
  await page.keyboard.press('g')
  await page.keyboard.press('?')
  await expect(page).toHaveURL(desk.at(article))
  await expect(help).toBeHidden()

  await goToArticle(page, desk.at(article))
  await page.keyboard.press('j')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('next claim')
  await page.keyboard.press('Enter')
  await expect(claimOf(page, 'C-001')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(claimOf(page, 'C-001')).toBeHidden()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('single keys')
  await page.keyboard.press('Enter')
  await expect(toast(page)).toHaveText('Single keys are on: ? lists them')
  await page.keyboard.press('j')
  await expect(claimOf(page, 'C-001')).toBeVisible()
})

test('Back and a reload give the place back: scroll, filter and chosen words', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const long = Array.from(
    { length: 60 },
    (_, at) => `Sentence ${at} says that it opened in 19${at}.`,
  )
  const article = await desk.newsroom.article({ by: actor, text: long.join('\n\n') })
  await desk.newsroom.claim(article, 'opened in 193')
  await goToArticle(page, `${desk.at(article)}?q=opened`)
  const scrolled = () => page.locator('.text-side').evaluate(({ scrollTop }) => scrollTop)

  await page.getByText('Sentence 40 says').scrollIntoViewIfNeeded()
  await page.getByText('Sentence 40 says').dblclick({ position: { x: 20, y: 12 } })
  const words = await chosenWords(page)
  expect(words).not.toBe('')
  expect(await scrolled()).toBeGreaterThan(500)
  // Where the words stand, for a line may have come above them.
  const place = () =>
    page.getByText('Sentence 40 says').evaluate((words) => words.getBoundingClientRect().top)
  const before = await place()

  await page.getByRole('link', { name: 'Sign-off', exact: true }).click()
  await expect(page).toHaveURL(/\/sign-off/)
  await page.goBack()
  await expect(textOf(page)).toBeVisible()
  await expect.poll(place).toBeCloseTo(before, -1)
  await expect.poll(() => chosenWords(page)).toBe(words)
  await expect(panelOf(page).getByLabel('Words to look for')).toHaveValue('opened')

  await page.reload()
  await expect.poll(place).toBeCloseTo(before, -1)
  await expect.poll(() => chosenWords(page)).toBe(words)
  await rowOf(page, /^C-001/).click()
  await expect.poll(scrolled).toBeLessThan(500)
})

test('every line of the history has a link that leads to it', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await desk.newsroom.claim(article, 'four million crowns')

  await page.goto(`${desk.at(article)}?claim=1`)
  await claimOf(page, 'C-001').getByText('History', { exact: false }).click()
  await claimOf(page, 'C-001').getByRole('listitem').getByRole('link').last().click()
  await expect(page).toHaveURL(/\/history\?entry=\d+$/)
  const line = page.getByRole('listitem').filter({ hasText: 'marked “opened in 1932” as C-001' })
  await expect(line).toBeFocused()
  await assertAccessible(page)
  await page.getByRole('link', { name: 'Newest' }).click()
  await expect(page).toHaveURL(/\/history$/)
  await page
    .getByRole('link', { name: /^entry/ })
    .first()
    .click()
  await expect(page.getByRole('listitem').filter({ hasText: 'four million' })).toBeFocused()
})

test('a line of the history is led to where it is another day already', async ({ desk }) => {
  const timezoneId = new Date().getUTCHours() < 10 ? 'Pacific/Pago_Pago' : 'Pacific/Kiritimati'
  const { actor, page } = await desk.arrive('editor', 'Ines', { timezoneId })
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')

  await page.goto(`${desk.at(article)}/history?entry=2`)
  await expect(page.getByRole('heading', { name: dayInFull(new Date(), timezoneId) })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'opened in 1932' })).toBeFocused()
})

test('whether all is saved stands at the foot, and why not', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  desk.mayHear(/ERR_INTERNET_DISCONNECTED|Failed to load resource/)
  await goToArticle(page, `${desk.at(article)}?claim=1`)

  await claimOf(page, 'C-001').getByRole('button', { name: 'In progress' }).click()
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
  await page.context().setOffline(true)
  await claimOf(page, 'C-001').getByRole('button', { name: 'Unchecked' }).click()
  await expect(page.getByText(/^Not saved/).first()).toBeVisible()
  await page.context().setOffline(false)
  await claimOf(page, 'C-001').getByRole('button', { name: 'Unchecked' }).click()
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
})
test('one key hides the marks in the text, and shows them again', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await goToArticle(page, desk.at(article))
  const fill = () =>
    textOf(page)
      .locator('mark')
      .first()
      .evaluate((mark) => getComputedStyle(mark).backgroundColor)

  const shown = await fill()
  await page.keyboard.press('h')
  await expect(toast(page)).toHaveText('Marks are hidden: h shows them again')
  await expect.poll(fill).toBe('rgba(0, 0, 0, 0)')
  await assertAccessible(page)
  await page.keyboard.press('h')
  await expect.poll(fill).toBe(shown)
})
