import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { takeOut, wordsOfHtml } from '../support/report-files'
import { PAYMENT, PLAIN_TEXT, pasteInto, RANGE, US_STATEMENT } from '../support/sample-article'
import {
  chooseByKeys,
  claimOf,
  dragOver,
  newClaim,
  openVerdictForm,
  rowOf,
  tabTo,
} from '../support/workspace'

test.use({ selfCheck: true })

test('from paste to report, three claims with sources and verdicts take forty clicks', async ({
  desk,
}) => {
  test.slow()
  const { page } = await desk.arrive('editor', 'Ines')
  const clicks = await countClicks(page)
  await page.goto(desk.at('/articles'))

  await page.getByRole('link', { name: 'Bring in an article' }).first().click()
  await pasteInto(page, { text: PLAIN_TEXT })
  await page.getByRole('button', { name: 'Bring in the article' }).click()

  const check = async (number: string, words: string, source: { title: string; kind?: string }) => {
    await dragOver(page, words)
    await page.getByRole('button', { name: /^Make claim/ }).click()
    await newClaim(page).getByRole('button', { name: 'Make claim' }).click()
    const claim = claimOf(page, number)

    await claim.getByRole('button', { name: 'Attach source' }).click()
    const form = claim.getByRole('form', { name: 'Attach a source' })
    const find = form.getByLabel('Find a source')
    await find.fill(source.title)
    await find.press('Enter')
    const taken = form.getByRole('combobox', { name: 'Source' })
    await expect(taken).toHaveValue(source.kind ? 'new' : /^(?!new$)./)
    if (source.kind) await clicks.choose(form.getByLabel('Kind'), source.kind)
    await form.getByRole('radio', { name: 'Supports' }).click()
    await form.getByRole('radio', { name: 'Primary' }).click()
    await form.getByLabel('Where in it').fill('paragraph 2')
    await form.getByRole('button', { name: 'Attach source' }).click()
    await expect(form).toBeHidden()

    const verdict = await openVerdictForm(claim)
    await verdict.getByRole('radio', { name: /^Confirmed/ }).click()
    await verdict.getByRole('button', { name: 'Give verdict' }).click()
    await expect(rowOf(page, new RegExp(`^${number} Confirmed`))).toBeVisible()
  }
  await check('C-001', PAYMENT, {
    title: 'Transcript of the briefing',
    kind: 'Official transcript',
  })
  await check('C-002', US_STATEMENT, {
    title: 'Statement by the press secretary',
    kind: 'Statement by a person',
  })
  await check('C-003', RANGE, { title: 'Transcript of the briefing' })

  await page.getByRole('link', { name: 'Report', exact: true }).click()
  const report = await wordsOfHtml(page, await takeOut(page, 'HTML'))
  for (const words of [PAYMENT, US_STATEMENT, RANGE, 'Transcript of the briefing']) {
    expect(report).toContain(words)
  }
  expect(report).toContain('3 claims')
  expect(clicks.made()).toBeLessThanOrEqual(40)
})

test('from paste to the report in a file, three claims with sources and verdicts go by the keys alone', async ({
  desk,
}) => {
  test.slow()
  const { page } = await desk.arrive('editor', 'Ines')
  const { keyboard } = page
  const clicks = await countClicks(page)
  await page.goto(desk.at('/articles'))
  await tabTo(page, page.getByRole('link', { name: 'Bring in an article' }).first())
  await keyboard.press('Enter')

  await tabTo(page, page.getByLabel('Text of the article'))
  await pasteInto(page, { text: PLAIN_TEXT })
  await tabTo(page, page.getByRole('button', { name: 'Bring in the article' }))
  const listening = page.waitForRequest(/\/live\?.*article=/)
  await keyboard.press('Enter')
  await listening

  const check = async (number: string, words: string, source: { title: string; kind?: string }) => {
    await keyboard.press('t')
    await chooseByKeys(page, words)
    await keyboard.press('c')
    await expect(newClaim(page).getByLabel('Type')).toBeFocused()
    await keyboard.press('Control+Enter')
    const claim = claimOf(page, number)
    await expect(claim.getByRole('heading', { level: 2 })).toBeFocused()
    await expect(claim.getByText('No source is attached yet.')).toBeVisible()

    await keyboard.press('e')
    const form = claim.getByRole('form', { name: 'Attach a source' })
    await expect(form.getByLabel('Find a source')).toBeFocused()
    await keyboard.type(source.title)
    const taken = form.getByRole('combobox', { name: 'Source' })
    await keyboard.press('Enter')
    await expect(taken).toHaveValue(source.kind ? 'new' : /^(?!new$)./)
    if (source.kind) {
      await tabTo(page, form.getByLabel('Kind'))
      await keyboard.type(source.kind)
    }
    for (const choice of ['Supports', 'Primary']) {
      await tabTo(page, form.getByRole('radio', { name: choice }))
      await keyboard.press('Space')
    }
    await tabTo(page, form.getByLabel('Where in it'))
    await keyboard.type('paragraph 2')
    await keyboard.press('Enter')
    await expect(form).toBeHidden()

    await keyboard.press('v')
    const verdict = claim.getByRole('form', { name: 'Verdict' })
    await expect(verdict.getByRole('radio', { name: /^Confirmed/ })).toBeFocused()
    await keyboard.press('Space')
    await keyboard.press('Control+Enter')
    await expect(rowOf(page, new RegExp(`^${number} Confirmed`))).toBeVisible()
    await expect(verdict).toBeHidden()
  }
  await check('C-001', PAYMENT, {
    title: 'Transcript of the briefing',
    kind: 'Official transcript',
  })
  await check('C-002', US_STATEMENT, {
    title: 'Statement by the press secretary',
    kind: 'Statement by a person',
  })
  await check('C-003', RANGE, { title: 'Transcript of the briefing' })

  // By name, as from anywhere in the app.
  await keyboard.press('Control+k')
  await expect(
    page.getByRole('dialog', { name: 'Every action' }).getByRole('combobox'),
  ).toBeFocused()
  await keyboard.type('report of this')
  await keyboard.press('Enter')
  const report = page.getByRole('navigation', { name: 'Report' })
  await tabTo(page, report.getByRole('link', { name: 'HTML', exact: true }))
  const [file] = await Promise.all([page.waitForEvent('download'), keyboard.press('Enter')])
  const words = await wordsOfHtml(page, await file.path())
  for (const said of [PAYMENT, US_STATEMENT, RANGE, 'Transcript of the briefing', '3 claims']) {
    expect(words).toContain(said)
  }
  expect(clicks.made()).toBe(0)
})

/** Counts every press of the mouse in a page; the fields that follow each other are reached by the Tab key. */
async function countClicks(page: Page) {
  let made = 0
  await page.exposeFunction('clicked', () => {
    made++
  })
  await page.addInitScript(() => {
    const hear = ({ isTrusted }: Event) => isTrusted && Reflect.get(window, 'clicked')()
    addEventListener('pointerdown', hear, true)
  })
  return {
    made: () => made,
    /** To open a list and to choose from it takes two. */
    choose: async (list: Locator, label: string) => {
      made += 2
      await list.selectOption(label)
    },
  }
}
