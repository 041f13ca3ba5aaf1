import { db } from '@/lib/db/client'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { sendAgain, sentForm } from '../support/forms'
import { shot } from '../support/screenshots'
import {
  chooseByKeys,
  chosenWords,
  claimOf,
  dragOver,
  goToArticle,
  newClaim,
  panelOf,
  rowOf,
  textOf,
  toast,
} from '../support/workspace'

/** What is on file of a claim's place: its words, and the words before them. */
async function anchorOf(newsroomId: string, number: number) {
  return db().anchor.findFirstOrThrow({
    where: { claim: { number, article: { newsroomId } } },
    select: { start: true, end: true, exact: true },
  })
}

const SCRIPTS = [
  {
    what: 'right-to-left words',
    text: 'افتتح الجسر القديم في عام ١٩٣٢ وكلف أربعة ملايين.',
    words: 'القديم في عام ١٩٣٢ وكلف',
  },
  {
    what: 'Hebrew with a Latin name',
    text: 'הגשר של IBM נפתח בשנת 1932 ועלה מיליון.',
    words: 'הגשר של IBM נפתח בשנת 1932 ועלה',
  },
  {
    what: 'families of emoji',
    text: 'It cost 👨‍👩‍👧‍👦👨‍👩‍👧‍👦 and opened in 1932 👍🏽 at last.',
    words: '👨‍👩‍👧‍👦 and opened in 1932 👍🏽',
  },
  {
    what: 'zero-width characters',
    text: 'It op\u200bened in\u2060 1932, they\u00a0say.',
    words: 'op\u200bened in\u2060 1932',
  },
  {
    what: 'letters with loose marks',
    text: 'Die Bru\u0308cke wurde 1932 ero\u0308ffnet.',
    words: 'Bru\u0308cke wurde 1932',
  },
]

test('words of every script are claimed exactly as they were chosen', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const text = ['Before.', ...SCRIPTS.map((one) => one.text)].join('\n\n')
  const article = await desk.newsroom.article({ by: actor, text })
  await page.goto(desk.at(article))

  for (const [index, { what, words }] of SCRIPTS.entries()) {
    await test.step(what, async () => {
      await dragOver(page, words)
      expect(await chosenWords(page)).toBe(words)
      await page.keyboard.press('c')
      await newClaim(page).getByRole('button', { name: 'Make claim' }).click()
      await expect(claimOf(page, `C-00${index + 1}`)).toBeVisible()

      const { start, end, exact } = await anchorOf(actor.newsroomId, index + 1)
      expect(exact).toBe(words)
      expect(article.text.slice(start, end)).toBe(exact)
    })
  }
})

test('an article in Arabic reads from the right', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({
    by: actor,
    language: 'ar',
    headline: 'الجسر القديم',
    text: 'افتتح الجسر القديم في عام ١٩٣٢.\n\nThe mayor said so in English.',
  })
  await desk.newsroom.claim(article, 'في عام ١٩٣٢')
  await page.goto(`${desk.at(article)}?claim=1`)

  const directionOf = (words: string) =>
    textOf(page)
      .getByText(words)
      .first()
      .evaluate((element) => getComputedStyle(element).direction)
  expect(await directionOf('افتتح الجسر')).toBe('rtl')
  expect(await directionOf('The mayor said')).toBe('ltr')
  const heading = claimOf(page, 'C-001').getByRole('heading', { name: '“في عام ١٩٣٢”' })
  expect(await heading.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
  await assertAccessible(page)
})

test('a claim may lie over another, and over the end of a paragraph', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await page.goto(desk.at(article))
  const mark = async (number: string, first: string, last = first) => {
    await dragOver(page, first, last)
    await page.keyboard.press('c')
    await newClaim(page).getByRole('button', { name: 'Make claim' }).click()
    // The claim takes the focus when it opens, and what is being chosen then is let go.
    await expect(claimOf(page, number).getByRole('heading', { level: 2 })).toBeFocused()
  }

  await mark('C-001', 'opened in 1932')
  await mark('C-002', '1932 and cost')
  await mark('C-003', 'the mayor said', 'the first in')
  await mark('C-004', 'opened in 1932')

  await expect(panelOf(page).getByRole('heading', { name: 'Claims 4' })).toBeVisible()
  expect((await anchorOf(actor.newsroomId, 2)).exact).toBe('1932 and cost')
  expect((await anchorOf(actor.newsroomId, 3)).exact).toBe(
    'the mayor said on Friday.\n\nIt was the first in',
  )
  expect(await anchorOf(actor.newsroomId, 4)).toEqual(await anchorOf(actor.newsroomId, 1))
  await rowOf(page, /^C-001/).click()
  await expect(claimOf(page, 'C-001')).toBeVisible()
})

test('words are made a claim by one key, with nothing to fill in, and that is taken back', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await goToArticle(page, desk.at(article))
  await dragOver(page, 'four million crowns')
  await page.keyboard.press('Shift+C')
  await expect(rowOf(page, /^C-001 Unchecked/)).toBeVisible()
  await expect(newClaim(page)).toBeHidden()
  await expect(claimOf(page, 'C-001')).toBeHidden()
  await dragOver(page, 'opened in 1932')
  await page.keyboard.press('Shift+C')
  await expect(toast(page)).toContainText('C-002 made')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rowOf(page, /^C-002/)).toBeHidden()
  await rowOf(page, /^C-001/).click()
  await expect(claimOf(page, 'C-001')).toContainText('Number')
})

test('a selection of nothing, or of what is not there, makes no claim', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor, text: 'It cost 👍🏽 four crowns.' })
  await page.goto(desk.at(article))
  await page.keyboard.press('c')
  await expect(newClaim(page)).toBeHidden()

  await dragOver(page, 'four')
  await page.getByRole('banner').getByText('More', { exact: true }).click()
  await expect(page.getByRole('link', { name: 'History', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await chosenWords(page)).toBe('four')
  await page.keyboard.press('c')
  const sent = await sentForm(page, () =>
    newClaim(page).getByRole('button', { name: 'Make claim' }).click(),
  )
  await expect(claimOf(page, 'C-001')).toBeVisible()

  for (const [start, end, message] of [
    ['5', '5', 'Select the words of the claim first.'],
    ['7', '8', 'Select the words of the claim first.'],
    ['9', '3', 'Select the words of the claim first.'],
    ['-4', '3', 'These words are not in this text.'],
    ['3', '4000', 'These words are not in this text.'],
    ['8', '9', 'The selection cuts a character in two.'],
    ['', 'NaN', 'Select the words of the claim first.'],
  ] as const) {
    const answer = await sendAgain(page, sent, { start, end, formId: crypto.randomUUID() })
    expect(answer.status()).toBe(200)
    expect(await answer.text(), `${start} to ${end}`).toContain(message)
  }
  const answer = await sendAgain(page, sent, { revision: '2', formId: crypto.randomUUID() })
  expect(await answer.text()).toContain('Load the page again')
  await page.reload()
  await expect(panelOf(page).getByRole('heading', { name: 'Claims 1' })).toBeVisible()
})

test('on a phone the bar stands beside the chosen words, never upon them, and hints at no keys', async ({
  desk,
}) => {
  const viewport = { width: 390, height: 844 }
  const { actor, page } = await desk.arrive('editor', 'Ines', { viewport, hasTouch: true })
  const article = await desk.newsroom.article({ by: actor })
  await goToArticle(page, desk.at(article))
  for (const words of ['opened in 1932', 'welded throughout']) {
    await textOf(page).focus()
    await chooseByKeys(page, words)
    const claim = page.getByRole('button', { name: 'Make claim', exact: true })
    await expect(claim).toBeVisible()
    await expect(claim.locator('kbd')).toBeHidden()
    const isBeside = () =>
      page.evaluate(() => {
        const bar = document.querySelector('.selection-bar')?.getBoundingClientRect()
        const chosen = document.getSelection()?.getRangeAt(0).getBoundingClientRect()
        return bar && chosen && (bar.bottom <= chosen.top || bar.top >= chosen.bottom)
      })
    await expect.poll(isBeside, `the bar stands beside “${words}”`).toBe(true)
  }
  await shot(page, 'selection-bar')
})
