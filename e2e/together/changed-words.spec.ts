import { settleClaim } from '@/lib/commands/claims/place-claims'
import { answerQuery, askQuery } from '@/lib/commands/discussion/queries'
import { reviseArticle } from '@/lib/commands/revisions/revise'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'
import { spanOf } from '@/lib/testing/fixtures/newsroom'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import {
  chosenWords,
  claimOf,
  dragOver,
  goToArticle,
  newClaim,
  panelOf,
  textOf,
  toast,
} from '../support/workspace'

test('words that are being waived stay the same words in a newer text', async ({ desk }) => {
  const ada = await desk.newsroom.member('editor', 'Ada')
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: ada })
  await goToArticle(page, desk.at(article))
  await dragOver(page, 'welded throughout')
  await page.keyboard.press('w')
  const form = page.getByRole('form', { name: 'Waive words' })
  await form.getByLabel('Why do these words need no check?').fill('The yard says so itself.')

  await revise(ada, article, (text) => `Good morning to all. ${text}`)
  await expect(textOf(page).getByText('Good morning to all.')).toBeVisible()
  await expect(page.getByRole('heading', { name: '“welded throughout”' })).toBeVisible()
  await form.getByRole('button', { name: 'Waive in my name' }).click()
  await expect(toast(page)).toHaveText(/^Marked as waived/)
  const marks = await db().coverageMark.findMany({
    where: { createdById: actor.userId, revision: { number: 2 } },
  })
  expect(marks.map(({ exact }) => exact)).toEqual(['welded throughout'])
})

test('words that are gone from a newer text are not waived, nor others in their place', async ({
  desk,
}) => {
  const ada = await desk.newsroom.member('editor', 'Ada')
  const { page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: ada })
  await goToArticle(page, desk.at(article))
  await dragOver(page, 'welded throughout')
  await page.keyboard.press('w')
  const form = page.getByRole('form', { name: 'Waive words' })
  await form.getByLabel('Why do these words need no check?').fill('The yard says so itself.')

  await revise(ada, article, (text) => text.replace('welded throughout', 'riveted in places'))
  await expect(textOf(page).getByText('riveted in places')).toBeVisible()
  await expect(page.getByRole('heading', { name: '“welded throughout”' })).toBeVisible()
  await form.getByRole('button', { name: 'Waive in my name' }).click()
  await expect(form.getByText(/The text has a newer revision, 2/)).toBeVisible()
  await expect(page.getByText(/^Revision 2 came in while you had this open/)).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'words-gone')

  // What was typed goes on with the words that are chosen next.
  await dragOver(page, 'riveted in places')
  await page.keyboard.press('w')
  await expect(page.getByRole('heading', { name: '“riveted in places”' })).toBeVisible()
  await expect(form.getByLabel('Why do these words need no check?')).toHaveValue(
    'The yard says so itself.',
  )
  await form.getByRole('button', { name: 'Waive in my name' }).click()
  await expect(toast(page)).toHaveText(/^Marked as waived/)
})

test('a claim is made of the words that were chosen, also in a newer text', async ({ desk }) => {
  const ada = await desk.newsroom.member('editor', 'Ada')
  const { page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: ada })
  await goToArticle(page, desk.at(article))
  await dragOver(page, 'four million crowns')
  await page.keyboard.press('c')
  await newClaim(page).getByLabel('Claimant').fill('The mayor')

  await revise(ada, article, (text) => `Good morning to all. ${text}`)
  await expect(textOf(page).getByText('Good morning to all.')).toBeVisible()
  await newClaim(page).getByRole('button', { name: 'Make claim' }).click()

  await expect(claimOf(page, 'C-001')).toContainText('“four million crowns”')
  await expect(panelOf(page).getByText('as said by The mayor')).toBeVisible()
})

test('chosen words stay chosen in a newer text, and others in their place are not', async ({
  desk,
}) => {
  const ada = await desk.newsroom.member('editor', 'Ada')
  const { page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: ada })
  await goToArticle(page, desk.at(article))
  await dragOver(page, 'welded throughout')
  const now = await revise(ada, article, (text) => `Good morning to all. ${text}`)
  await expect(textOf(page).getByText('Good morning to all.')).toBeVisible()
  expect(await chosenWords(page)).toBe('welded throughout')

  await revise(ada, { ...article, text: now }, (text) => text.replace('welded', 'riveted'), 2)
  await expect(textOf(page).getByText('riveted throughout')).toBeVisible()
  expect(await chosenWords(page)).toBe('')
})

test('other words for a claim are suggested only for the words that were read', async ({
  desk,
}) => {
  const ada = await desk.newsroom.member('editor', 'Ada')
  const { page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: ada })
  const { claimId } = await desk.newsroom.claim(article, 'opened in 1932')
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  const claim = claimOf(page, 'C-001')
  const suggest = claim.getByRole('button', { name: 'Suggest words' })
  const form = page.getByRole('form', { name: 'Suggest a change' })
  await suggest.click()
  await form.getByLabel('Words that should stand there').fill('opened in 1931')
  await form.getByLabel('Why').selectOption({ index: 1 })

  const now = await revise(ada, article, (text) => text.replace('1932', '1933'))
  await expect(claim).toContainText('Revision 2 has other words in its place')
  await settleClaim(ada, { claimId, revision: 2, ...spanOf(now, 'opened in 1933') })
  await suggest.click()
  await expect(form.getByLabel('Words that should stand there')).toHaveValue('opened in 1931')
  await form.getByRole('button', { name: 'Suggest' }).click()

  await expect(form.getByRole('alert')).toContainText('“opened in 1932” became “opened in 1933”')
  await expect(form.getByLabel('Words that should stand there')).toHaveValue('opened in 1931')
  await form.getByRole('button', { name: 'Suggest' }).click()
  await expect(claim.getByText('suggested', { exact: true })).toBeVisible()
})

test('a query is not closed over an answer that nobody has read', async ({ desk }) => {
  const tom = await desk.newsroom.member('writer', 'Tom')
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor, writers: [tom] })
  const { articleId } = article
  const { claimId } = await desk.newsroom.claim(article, 'opened in 1932')
  const ask = { articleId, claimId, revision: 1, to: 'writer', question: 'Which ledger?' }
  const { queryId } = (await askQuery(actor, ask)) as { queryId: string }
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  const claim = claimOf(page, 'C-001')
  await claim.getByRole('button', { name: /^Close the query/ }).click()
  const form = claim.getByRole('form', { name: 'Close the query' })
  const why = form.getByRole('textbox')
  await why.fill('Nobody knows any more.')

  await answerQuery(tom, { queryId, text: 'The year is wrong.' })
  await expect(claim.getByText('The year is wrong.', { exact: true })).toBeVisible()
  await form.getByRole('button', { name: 'Close query' }).click()
  await expect(form.getByRole('alert')).toContainText('Tom answered while you had this open')
  await expect(why).toHaveValue('Nobody knows any more.')
  await form.getByRole('button', { name: 'Close query' }).click()
  await expect(form).toBeHidden()
  await expect(claim.getByText('Nobody knows any more.', { exact: true })).toBeVisible()
})

/** Brings in a next text, and answers with it. */
async function revise(
  by: Actor,
  { articleId, text }: { articleId: string; text: string },
  change: (text: string) => string,
  base = 1,
): Promise<string> {
  const now = change(text)
  const blocks = now.split('\n\n').map((words) => ({ kind: 'paragraph', text: words }))
  await reviseArticle(by, { articleId, base, blocks })
  return now
}
