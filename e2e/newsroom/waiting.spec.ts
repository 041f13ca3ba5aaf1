import type { Page } from '@playwright/test'
import { moveArticle } from '@/lib/commands/articles/articles'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { writeComment } from '@/lib/commands/discussion/comments'
import { answerQuery, askQuery } from '@/lib/commands/discussion/queries'
import { suggestChange } from '@/lib/commands/discussion/suggestions'
import { reviseArticle } from '@/lib/commands/revisions/revise'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { claimOf, toast } from '../support/workspace'

const HOUR = 3_600_000

test('what waits is gone through by keys: opened, read, answered, closed, taken and taken back', async ({
  desk,
}) => {
  test.slow()
  const ines = await desk.newsroom.member('editor', 'Ines Marek')
  const { page, actor: tom } = await desk.arrive('checker', 'Tom Okafor')
  const lena = await desk.newsroom.member('writer', 'Lena Brandt')
  const people = { by: ines, editor: ines, writers: [lena], checkers: [tom] }
  const late = await desk.newsroom.article({
    ...people,
    headline: 'The tunnel',
    deadline: new Date(Date.now() - HOUR),
  })
  const bridge = await desk.newsroom.article({ ...people, headline: 'The bridge' })
  await desk.newsroom.claim(late, 'opened in 1932')
  const claim = await desk.newsroom.claim(bridge, 'opened in 1932', { assigneeId: tom.userId })
  const about = { articleId: bridge.articleId, revision: 1, claimId: claim.claimId }
  const { queryId } = await askQuery(tom, { ...about, to: 'writer', question: 'Who told you?' })
  await answerQuery(lena, { queryId, text: 'The mayor, on the phone.' })
  await writeComment(ines, { claimId: claim.claimId, text: '@Tom Okafor, look at page 4.' })

  await page.goto(desk.at())
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['The tunnel', 'The bridge'])
  await expect(page.getByRole('link', { name: 'Waiting 7 for you' })).toBeVisible()
  await expect(page.getByText('7 unread')).toBeVisible()
  await expect(page.getByRole('region', { name: 'The bridge' }).getByRole('listitem')).toHaveText([
    /Read the answer ?C-001The mayor, on the phone/,
    /You are called ?C-001@Tom Okafor, look at page 4/,
    /Check 1 claim ?C-001opened in 1932/,
    /Cover the rest/,
  ])
  await assertAccessible(page)
  await shot(page, 'waiting-some')

  const link = (name: RegExp) => page.getByRole('region').getByRole('link', { name })
  for (let step = 0; step < 4; step++) await page.keyboard.press('j')
  await expect(link(/Read the answer/)).toBeFocused()
  await page.keyboard.press('k')
  await page.keyboard.press('j')
  await expect(page.locator('.key-strip')).toContainText('d close')

  await stored(page, () => page.keyboard.press('u'))
  await expect(page.getByText('6 unread')).toBeVisible()
  await page.reload()
  await expect(page.getByText('6 unread')).toBeVisible()
  await link(/Read the answer/).focus()
  await page.keyboard.press('d')
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await shot(page, 'waiting-open')
  await assertAccessible(page)
  await page.getByRole('textbox', { name: 'Note' }).fill('It is in the ledger.')
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('It is in the ledger.')
  await page.getByRole('textbox', { name: 'Note' }).press('Control+Enter')
  await expect(toast(page).filter({ hasText: 'Query closed' })).toBeVisible()
  await expect(link(/Read the answer/)).toBeHidden()

  await link(/You are called/).focus()
  await page.keyboard.press('d')
  await expect(toast(page).filter({ hasText: 'Comment resolved' })).toBeVisible()
  await expect(link(/You are called/)).toBeHidden()
  await expect(link(/Check 1 claim/)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(link(/You are called/)).toBeVisible()

  await link(/Take 1 claim/).focus()
  await page.keyboard.press('d')
  await expect(toast(page).filter({ hasText: 'C-001 is yours' })).toBeVisible()
  await expect(link(/Take 1 claim/)).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(link(/Take 1 claim/)).toBeVisible()

  await link(/Check 1 claim/).focus()
  await page.keyboard.press('Enter')
  await expect(claimOf(page, 'C-001')).toBeVisible()
  await expect(page).toHaveURL(/mine=1&claim=1$/)
  await page.goBack()
  await expect(link(/Check 1 claim/)).toBeVisible()
  await stored(page, () => page.getByRole('button', { name: 'Mark all as read' }).click())
  await expect(page.getByText('All read')).toBeVisible()
  await page.reload()
  await expect(page.getByText('All read')).toBeVisible()
})

test('what comes while the page is open appears there, unread, and in the bar', async ({
  desk,
}) => {
  const ines = await desk.newsroom.member('editor', 'Ines')
  const { page, actor: lena } = await desk.arrive('writer', 'Lena')
  const tom = await desk.newsroom.member('checker', 'Tom')
  const article = await desk.newsroom.article({ by: ines, writers: [lena], checkers: [tom] })
  const { claimId } = await desk.newsroom.claim(article, 'opened in 1932')
  const listening = page.waitForRequest(/\/live\?/)
  await page.goto(desk.at())
  await listening
  await expect(page.getByRole('heading', { name: 'Nothing waits for you' })).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'waiting-none')
  const about = { articleId: article.articleId, revision: 1, claimId }
  const ask = { ...about, to: 'writer', question: 'Who told you?', blocking: 'on' }
  const { queryId } = await askQuery(tom, ask)
  await expect(
    page.getByRole('link', { name: 'Unread: Answer C-001 Blocking Who told you?' }),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: 'Waiting 1 for you' })).toBeVisible()
  await answerQuery(lena, { queryId, text: 'The mayor.' })
  await expect(page.getByRole('heading', { name: 'Nothing waits for you' })).toBeVisible()
})

test('an editor decides, looks at words that changed, and signs from there', async ({ desk }) => {
  const { page, actor: ines } = await desk.arrive('editor', 'Ines')
  const tom = await desk.newsroom.member('checker', 'Tom')
  const article = await desk.newsroom.article({ by: ines, editor: ines, checkers: [tom] })
  const { articleId } = article
  const { claimId } = await desk.newsroom.claim(article, 'opened in 1932')
  await desk.newsroom.evidence({ claimId, by: ines })
  await giveVerdict(ines, { claimId, verdict: 'confirmed' })
  await reviseArticle(tom, {
    articleId,
    base: 1,
    blocks: [{ kind: 'paragraph', text: article.text.replace('The old', 'The oldest') }],
  })
  const made = { articleId, revision: 2, start: 0, end: 10, reason: 'overstatement' }
  await suggestChange(tom, { ...made, after: 'The old' })
  await moveArticle(ines, { articleId, from: 'draft', to: 'with_editor' })

  await page.goto(desk.at())
  const link = (name: RegExp) => page.getByRole('region').getByRole('link', { name })
  await expect(link(/Sign off/)).toHaveAttribute('href', `${desk.at(article)}/sign-off`)
  await link(/Confirm 1 check/).focus()
  await page.keyboard.press('d')
  await expect(page.getByText('Does the check hold all the same?')).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'waiting-editor')
  await page.getByRole('button', { name: 'The check holds' }).click()
  await expect(toast(page).filter({ hasText: 'C-001: the check holds' })).toBeVisible()
  await expect(link(/Confirm 1 check/)).toBeHidden()
  await link(/Decide/).focus()
  await page.keyboard.press('d')
  await expect(link(/Decide/)).toBeHidden()
  await expect(link(/Apply 1 change/)).toHaveAttribute('href', `${desk.at(article)}/apply`)
})

test('many things stand on pages, by their kinds, on a phone too', async ({ desk }) => {
  test.slow()
  const ines = await desk.newsroom.member('editor', 'Ines')
  const { page, actor: lena } = await desk.arrive('writer', 'Lena')
  const tom = await desk.newsroom.member('checker', 'Tom')
  const headline = 'Bridge authority says unsatisfactorily '.repeat(4).slice(0, 140)
  for (let nth = 1; nth <= 5; nth++) {
    const article = await desk.newsroom.article({
      ...{ by: ines, writers: [lena], checkers: [tom], headline: `${nth} ${headline}` },
    })
    const { claimId } = await desk.newsroom.claim(article, 'opened in 1932')
    for (let at = 1; at <= 18; at++) {
      const about = { articleId: article.articleId, revision: 1, claimId }
      await askQuery(tom, { ...about, to: 'writer', question: `Who told you, no. ${nth}.${at}?` })
    }
  }
  await page.goto(desk.at())
  await expect(page.getByRole('link', { name: 'Waiting 90 for you' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(3)
  await expect(page.getByRole('link', { name: '3 more in this article' }).first()).toBeVisible()
  await shot(page, 'waiting-many')
  await page.getByRole('link', { name: 'More', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(2)
  await expect(page.getByText('Who told you, no. 5.1?', { exact: true })).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await assertFits(page)
  await assertAccessible(page)
})

test('nothing waits for an auditor, who is shown the ways on', async ({ desk }) => {
  const ines = await desk.newsroom.member('editor', 'Ines')
  const { page } = await desk.arrive('auditor', 'Ada')
  await desk.newsroom.article({ by: ines, headline: 'The bridge' })
  await page.goto(desk.at())
  await expect(page.getByRole('heading', { name: 'Nothing waits for you' })).toBeVisible()
  await assertAccessible(page)
  await page.getByRole('main').getByRole('link', { name: 'All articles' }).click()
  await expect(page.getByRole('link', { name: 'The bridge' })).toBeVisible()
})

/** Marks something as read or unread, and waits until that is on record. */
async function stored(page: Page, mark: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse(/\/waiting\/read$/)
  await mark()
  expect((await answer).status()).toBe(204)
}
