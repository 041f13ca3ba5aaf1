import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { db } from '@/lib/db/client'
import { bringDemoArticle, bringNote } from '@/prisma/demo/articles'
import { readShipped } from '@/prisma/demo/captures'
import { draftInWord } from '@/prisma/demo/draft'
import { bringPublished } from '@/prisma/demo/published'
import { PUBLISHED } from '@/prisma/demo/published-text'
import { bringSources } from '@/prisma/demo/sources'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { startApp } from '../support/own-server'
import { shot } from '../support/screenshots'
import { chosenWords, claimOf, goToArticle, newClaim } from '../support/workspace'

test('the demo article is taken to full coverage by keyboard alone', async ({ desk }) => {
  test.slow()
  const { actor: editor, page } = await desk.arrive('editor', 'Ines')
  const checker = await desk.newsroom.member('checker', 'Mara')
  const writer = await desk.newsroom.member('writer', 'Willem')
  await bringDemoArticle({ editor, checker, writer })
  const { slug, headline } = await db().article.findFirstOrThrow({
    where: { newsroomId: editor.newsroomId },
  })
  const { keyboard } = page
  await page.goto(desk.at('/articles'))
  await page.getByRole('link', { name: headline }).focus()
  const listening = page.waitForRequest(/\/live\?.*article=/)
  await keyboard.press('Enter')
  await listening

  const coverage = page.getByRole('region', { name: 'Coverage' })
  // The line may be there a moment before the keys are.
  await expect(async () => {
    await keyboard.press('g')
    await expect(coverage).toBeVisible({ timeout: 3_000 })
  }).toPass()
  const gapsLeft = async () =>
    Number(/(\d+) gaps? left/.exec((await coverage.textContent()) ?? '')?.[1])
  expect(await gapsLeft()).toBeGreaterThan(10)

  // Connecting words first, all at once, by the palette's name for it; then gap after gap.
  await keyboard.press('Control+k')
  await keyboard.type('sweep')
  await keyboard.press('Enter')
  for (let left = await gapsLeft(); left > 0; ) {
    await keyboard.press('n')
    await expect.poll(() => chosenWords(page)).not.toBe('')
    const words = await chosenWords(page)
    if (/\d|first|only|most/.test(words)) {
      await keyboard.press('c')
      await expect(newClaim(page).getByLabel('Type')).toBeFocused()
      await keyboard.press('Control+Enter')
      await expect(page.getByRole('heading', { name: `“${words}”` })).toBeFocused()
      await keyboard.press('Escape')
      await expect(page).not.toHaveURL(/claim=/)
    } else {
      await keyboard.press(/\b(hope|should|crucial|must)\b/.test(words) ? 'o' : 'x')
    }
    await expect.poll(gapsLeft).toBeLessThan(left)
    left = await gapsLeft()
  }
  await expect(coverage).toContainText('100 % of words, 0 gaps left')

  await goToArticle(page, desk.at({ slug }))
  await expect(page.getByRole('banner')).toContainText('100 % of words')
  await page.goto(desk.at('/articles'))
  await expect(page.getByRole('row', { name: headline })).toContainText('100 % of words')
  await page.goto(`${desk.at({ slug })}/report`)
  await expect(page.getByText(/of \d+ words, 100 %/)).toBeVisible()
})

test('a first look shows what is kept, at its passage, and the way back to the claim', async ({
  desk,
}) => {
  const { actor: editor, page } = await desk.arrive('editor', 'Ines')
  const checker = await desk.newsroom.member('checker', 'Mara')
  const writer = await desk.newsroom.member('writer', 'Willem')
  await bringDemoArticle({ editor, checker, writer })
  const { slug } = await db().article.findFirstOrThrow({
    where: { newsroomId: editor.newsroomId },
  })

  await goToArticle(page, `${desk.at({ slug })}?claim=8`)
  const statement = claimOf(page, 'C-008')
  await shot(page, 'demo-claim')
  await statement.getByRole('link', { name: /^first paragraph.* in the kept copy$/ }).click()
  await expect(page).toHaveURL(/\/captures\//)
  await expect(page.locator('mark')).toHaveText(/^Unfortunately, Turkey’s decision .*impossible\.$/)
  await expect(page.getByText(/^Passage for C-008/)).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'demo-statement')
  await page.keyboard.press('Escape')
  await expect(statement).toBeVisible()

  await goToArticle(page, `${desk.at({ slug })}?claim=13`)
  await claimOf(page, 'C-013')
    .getByRole('link', { name: /^section 2.* in the kept copy$/ })
    .click()
  await expect(page).toHaveURL(/\/captures\//)
  await expect(page.locator('mark')).toHaveText(/^S-400: a range of 250 mi/)
  await shot(page, 'demo-notes')

  await page.goto(`${desk.at({ slug })}/report`)
  await page
    .locator('#report-C-008')
    .getByRole('link', { name: /^Open the kept copy/ })
    .click()
  await expect(page).toHaveURL(/\/captures\//)
  await expect(page.locator('mark')).toHaveText(/^Unfortunately/)
})

test('the demo shows what was checked before, the work in pictures, and what waits for whom', async ({
  desk,
}) => {
  test.slow()
  const { actor: editor, page } = await desk.arrive('editor', 'Ines')
  const others = {
    admin: await desk.arrive('admin', 'Ada'),
    checker: await desk.arrive('checker', 'Tom'),
    writer: await desk.arrive('writer', 'Lena'),
  }
  const [admin, checker, writer] = [others.admin.actor, others.checker.actor, others.writer.actor]
  const people = { admin, editor, checker, writer }
  const sources = await bringSources(checker, await readShipped())
  await bringNote(people)
  await bringPublished(people, sources)
  await bringDemoArticle(people, sources)
  const { slug } = await db().article.findFirstOrThrow({
    where: { newsroomId: editor.newsroomId, state: 'in_check' },
  })

  for (const [number, says] of [
    [11, 'Says the same'],
    [13, 'Another figure'],
  ] as const) {
    await page.goto(`${desk.at({ slug })}?claim=${number}`)
    const claim = claimOf(page, `C-0${number}`)
    await claim.getByText('Checked before').click()
    await expect(claim.getByText(says)).toBeVisible()
    await assertAccessible(page)
    await shot(page, `demo-earlier-${number}`, claim.getByText(says))
  }

  await page.goto(desk.at('/figures'))
  await expect(page.getByText('2 errors changed or cut before print')).toBeVisible()
  await expect(page.getByText('1 correction of what was out.')).toBeVisible()
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'demo-figures')
  await shot(page, 'demo-figures-caught', page.getByRole('img', { name: /^Errors caught/ }))
  await shot(page, 'demo-figures-corrections', page.getByRole('img', { name: /^Corrections/ }))

  const out = page.getByRole('link', { name: PUBLISHED.headline })
  await page.goto(desk.at('/articles'))
  await expect(page.getByRole('row').filter({ has: out })).toContainText('Corrected')
  await shot(page, 'demo-articles')
  await out.click()
  await expect(page.getByRole('banner').getByText('Corrected')).toBeVisible()
  await expect(page.getByText('The S-400 Triumf, in service since 2007')).toBeVisible()
  await shot(page, 'demo-published')
  const waits = {
    editor: [page, 'Decide'],
    admin: [others.admin.page, 'Nothing waits for you'],
    checker: [others.checker.page, 'Check 11 claims'],
    writer: [others.writer.page, 'Answer'],
  } as const
  for (const [role, [at, what]] of Object.entries(waits)) {
    await at.goto(desk.at())
    await expect(at.getByRole('main').getByText(what, { exact: true }).first()).toBeVisible()
    await expect(at.getByRole('main')).not.toContainText(PUBLISHED.headline)
    await shot(at, `demo-waiting-${role}`)
  }
})

test('whoever tries the demo brings its draft in Word in, and sees what it says on the words', async ({
  desk,
}) => {
  test.slow()
  const folder = mkdtempSync(path.join(tmpdir(), 'stet-demo-'))
  const file = path.join(folder, 'draft.docx')
  writeFileSync(file, await draftInWord())
  const { actor: editor, page } = await desk.arrive('editor', 'Ines')
  const checker = await desk.newsroom.member('checker', 'Mara')
  const writer = await desk.newsroom.member('writer', 'Willem')
  await bringDemoArticle({ editor, checker, writer })
  const { slug } = await db().article.findFirstOrThrow({
    where: { newsroomId: editor.newsroomId },
  })
  // Where no demonstration is, there is none of it.
  await page.goto(desk.at('/articles'))
  await expect(page.getByRole('link', { name: /first S-400 order/i })).toBeVisible()
  await expect(page.getByText('To try with')).toBeHidden()
  expect((await page.request.get(desk.at('/demo-draft'))).status()).toBe(404)

  const app = await startApp(process.env.DATABASE_URL ?? '', { STET_DEMO_DRAFT: file })
  try {
    await page.goto(`${app.url}${desk.at('/articles')}`)
    await assertAccessible(page)
    await shot(page, 'demo-list')
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'the S-400 article as a Word draft' }).click()
    const download = await coming
    const saved = path.join(folder, download.suggestedFilename())
    await download.saveAs(saved)

    await page.goto(`${app.url}${desk.at({ slug })}/revise`)
    await page.getByRole('button', { name: 'Paste or open a text' }).click()
    await page.getByLabel('Open a file').setInputFiles(saved)
    const account = page.getByRole('region', { name: 'Account of the import' })
    await expect(account).toContainText('It also has 3 footnotes, 2 comments.', { timeout: 30_000 })
    await expect(account).toContainText('Tracked: put in')
    await page.getByRole('button', { name: 'Save as revision 2' }).click()
    await page.getByRole('banner').getByText('More', { exact: true }).click()
    await page.getByRole('link', { name: 'What the document says' }).click()
    const notes = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: 'Leave' }) })
    await expect(notes).toHaveCount(5, { timeout: 30_000 })
    await expect(notes.filter({ hasText: 'That came by way of Cyprus.' })).toBeVisible()
    await assertAccessible(page)
    await shot(page, 'demo-notes-of-draft')
  } finally {
    await page.goto('about:blank')
    await app.stop()
    rmSync(folder, { recursive: true })
  }
})
