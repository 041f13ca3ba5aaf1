import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { takeOut, wordsOfHtml } from '../support/report-files'
import { PAYMENT, PLAIN_TEXT, pasteInto, RANGE, US_STATEMENT } from '../support/sample-article'
import { claimOf, dragOver, newClaim, openVerdictForm, rowOf } from '../support/workspace'

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
