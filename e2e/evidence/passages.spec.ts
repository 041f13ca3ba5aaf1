import { chmod, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import type { Actor } from '@/lib/domain/policy'
import { assertAccessible, assertFits } from '../support/axe'
import { type Desk, expect, type Person, test } from '../support/fixtures'
import { attachFile, type BroughtFile, pdfOf, silence } from '../support/kept-files'
import { shot } from '../support/screenshots'
import { claimOf, pressUntil } from '../support/workspace'

const MINUTES = `Minutes of the council

Item 4. The bridge was opened on 3 May 1932 by the mayor.
It cost four million crowns.`

test('words of a kept text become the place of the evidence, by the keys alone', async ({
  desk,
}) => {
  test.slow()
  const { actor, page, claim } = await aClaimWith(desk, await desk.arrive('editor', 'Ines'), {
    ...{ name: 'minutes.txt', mediaType: 'text/plain', bytes: Buffer.from(MINUTES) },
  })

  await test.step('she chooses the words and takes them', async () => {
    await claim.getByRole('link', { name: /^Point at it/ }).click()
    const text = page.getByRole('group', { name: /^Readable text of the kept copy/ })
    await text.focus()
    await pressUntil(page, 'ArrowRight', (chosen) => chosen === 'opened')
    await pressUntil(page, 'Shift+ArrowRight', (chosen) => chosen === 'opened on 3 May 1932')
    await expect(page.getByRole('button', { name: 'Use as passage' })).toBeVisible()
    await assertAccessible(page)
    await page.keyboard.press('Enter')
    const form = page.getByRole('form', { name: 'Use as passage' })
    await expect(form.getByLabel('Where in it')).toBeFocused()
    await expect(form.getByLabel('Where in it')).toHaveValue('line 3')
    await expect(form.getByLabel('Excerpt')).toHaveValue('opened on 3 May 1932')
    await expect(page.locator('mark')).toHaveText('opened on 3 May 1932')
    await form.getByLabel('Where in it').fill('')
    await form.getByRole('button', { name: 'Save evidence' }).click()
    await expect(form.getByText(/^Say where in the source/)).toBeVisible()
    await form.getByLabel('Where in it').fill('item 4, line 3')
    await assertAccessible(page)
    await shot(page, 'text-form')
    await form.getByRole('button', { name: 'Save evidence' }).click()
  })

  await test.step('from the claim, the copy opens at these words, and says so to whoever cannot see', async () => {
    await claim.getByRole('link', { name: 'item 4, line 3 in the kept copy' }).click()
    const passage = page.locator('mark')
    await expect(passage).toHaveText('opened on 3 May 1932')
    await expect(passage).toBeInViewport()
    await expect(page.getByRole('main')).toMatchAriaSnapshot('- mark: opened on 3 May 1932')
    await expect(passage).toHaveAccessibleDescription(
      'Passage for C-001, opened in 1932: item 4, line 3.',
    )
    await assertFits(page)
    await shot(page, 'text-passage')
    await page.keyboard.press('Escape')
    await expect(claim).toBeVisible()
    await page.goBack()
    await expect(passage).toBeInViewport()
  })

  await test.step('an edit of the evidence leaves the passage as it is', async () => {
    await page.keyboard.press('Escape')
    await claim.getByRole('button', { name: /^Edit the evidence/ }).click()
    const form = claim.getByRole('form', { name: 'Edit the evidence' })
    await form.getByLabel('Note').fill('Seen in the archive.')
    await form.getByRole('button', { name: 'Save evidence' }).click()
    await expect(claim.getByText('Seen in the archive.', { exact: true })).toBeVisible()
    await claim.getByRole('link', { name: /in the kept copy$/ }).click()
    await expect(page.locator('mark')).toHaveText('opened on 3 May 1932')
  })

  await test.step('a file that was altered is never shown as fine', async () => {
    await alterKeptFiles(actor)
    await page.reload()
    await expect(page.getByRole('alert').filter({ hasText: 'not what was kept' })).toBeVisible()
    await expect(page.locator('mark')).toHaveCount(0)
    await expect(page.getByRole('table')).not.toContainText('As it was kept')
    await shot(page, 'altered')
  })
})

test('words on a page of a document become a place that opens there', async ({ desk }) => {
  test.slow()
  const pages = Array.from({ length: 40 }, (_, index) => `Folio ${index + 1} of the city ledger`)
  pages[24] = 'The bridge over the river opened in 1932 and was paid for in full.'
  const { page, claim } = await aClaimWith(desk, await desk.arrive('checker', 'Tom'), {
    ...{ name: 'ledger.pdf', mediaType: 'application/pdf', bytes: pdfOf(pages) },
  })

  await claim.getByRole('link', { name: /^Point at it/ }).click()
  await page.getByRole('spinbutton', { name: 'Page' }).fill('25')
  await page.getByRole('spinbutton', { name: 'Page' }).press('Enter')
  const folio = page.getByRole('group', { name: /^Page 25\b/ })
  const words = folio.getByText('opened in 1932')
  await expect(words).toBeVisible()
  await expect(folio).toBeFocused()
  await pressUntil(page, 'ArrowRight', (chosen) => chosen === 'river')
  await expect(page.getByText('page 25: “river”')).toBeVisible()
  const box = await words.boundingBox()
  if (!box) throw new Error('the words are not drawn')
  await page.mouse.move(box.x + 1, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 5 })
  await page.mouse.up()
  await page.getByRole('button', { name: 'Use as passage' }).click()
  const form = page.getByRole('form', { name: 'Use as passage' })
  await expect(form.getByLabel('Where in it')).toHaveValue('page 25')
  await expect(form.getByLabel('Excerpt')).toHaveValue(/^The bridge over the river opened in 1932/)
  await shot(page, 'document-form')

  await test.step('what is half written stands there again after a reload', async () => {
    await form.getByLabel('Note').fill('Checked against the')
    await page.reload()
    await expect(form.getByLabel('Note')).toHaveValue('Checked against the')
    await expect(form.getByLabel('Where in it')).toHaveValue('page 25')
  })
  await form.getByRole('button', { name: 'Save evidence' }).click()

  await claim.getByRole('link', { name: 'page 25 in the kept copy' }).click()
  const passage = folio.locator('mark')
  await expect(passage).toHaveText(/^The bridge over the river/)
  await expect(passage.locator('.passage').first()).toBeInViewport()
  await expect(folio.getByText('opened in 1932').first()).toBeVisible()
  // Of forty pages only those near the window are drawn.
  expect(await page.locator('canvas').count()).toBeLessThan(8)
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'document-passage')
})

test('a box on a picture is moved and sized by the keys, and stands there again', async ({
  desk,
}) => {
  const bytes = await sharp({
    create: { width: 900, height: 600, channels: 3, background: '#7a9' },
  })
    .png()
    .toBuffer()
  const { page, claim } = await aClaimWith(desk, await desk.arrive('editor', 'Ines'), {
    ...{ name: 'plaque.png', mediaType: 'image/png', bytes },
  })

  await claim.getByRole('link', { name: /^Point at it/ }).click()
  await page.getByRole('button', { name: 'Place a box on the picture' }).click()
  const box = page.getByRole('group', { name: /^Box on the picture/ })
  await expect(box).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(box).toHaveAccessibleName(/32 % across, 40 % down, 40 % wide, 21 % high/)
  await assertAccessible(page)
  await page.keyboard.press('Enter')
  const form = page.getByRole('form', { name: 'Use as passage' })
  await expect(form.getByLabel('Where in it')).toHaveValue('box at 32 % across, 40 % down')
  await shot(page, 'picture-form')
  await form.getByRole('button', { name: 'Save evidence' }).click()

  await claim.getByRole('link', { name: /^box at 32 %/ }).click()
  await expect(page.locator('mark').locator('.passage')).toBeInViewport()
  await expect(page.locator('mark')).toHaveAccessibleDescription(/^Passage for C-001/)
  await shot(page, 'picture-passage')
})

test('a time of a recording is a passage, and the recording opens at it', async ({ desk }) => {
  test.slow()
  const { page, claim } = await aClaimWith(desk, await desk.arrive('editor', 'Ines'), {
    ...{ name: 'call.wav', mediaType: 'audio/wav', bytes: silence(20) },
  })

  await claim.getByRole('link', { name: /^Point at it/ }).click()
  await at(page, 7)
  await page.getByRole('button', { name: /^From here/ }).click()
  await at(page, 12)
  await page.keyboard.press(']')
  await assertAccessible(page)
  await page.getByRole('button', { name: 'Use as passage' }).click()
  const form = page.getByRole('form', { name: 'Use as passage' })
  await expect(form.getByLabel('Where in it')).toHaveValue('00:00:07–00:00:12')
  await form.getByRole('button', { name: 'Save evidence' }).click()

  await claim.getByRole('link', { name: '00:00:07–00:00:12 in the kept copy' }).click()
  await expect(page.locator('mark')).toHaveText('Play 00:00:07–00:00:12')
  await expect.poll(() => page.locator('audio').evaluate(timeOf)).toBe(7)
  await shot(page, 'recording-passage')

  // Another passage of the same recording is evidence of its own.
  await page.keyboard.press('Escape')
  await claim.getByRole('link', { name: /^Another passage/ }).click()
  await expect(page.getByText(/^Point at the passage for C-001/)).toBeVisible()
  await at(page, 3)
  await page.getByRole('button', { name: /^From here/ }).click()
  await page.getByRole('button', { name: 'Use as passage' }).click()
  const another = page.getByRole('form', { name: 'Attach the passage' })
  await another.getByRole('radio', { name: 'Context' }).check()
  await another.getByRole('radio', { name: 'Primary' }).check()
  await another.getByRole('button', { name: 'Attach source' }).click()
  await expect(claim.getByRole('link', { name: '00:00:03 in the kept copy' })).toBeVisible()
})

/** The page of an article with one claim, to which a file is attached, with the claim open. */
async function aClaimWith(desk: Desk, { actor, page }: Person, file: BroughtFile) {
  const article = await desk.newsroom.article({ by: actor })
  const { claimId } = await desk.newsroom.claim(article, 'opened in 1932')
  await attachFile({ actor, page }, claimId, file)
  await page.goto(`${desk.at(article)}?claim=1`)
  return { actor, page, claim: claimOf(page, 'C-001') }
}

const timeOf = (recording: HTMLAudioElement) => recording.currentTime

async function at(page: Page, seconds: number): Promise<void> {
  const recording = page.locator('audio')
  await expect.poll(() => recording.evaluate((one: HTMLAudioElement) => one.readyState)).toBe(4)
  await recording.evaluate((one: HTMLAudioElement, time) => {
    one.currentTime = time
  }, seconds)
}

/** Whoever can write to the disk can alter a file, but not so that nobody notices. */
async function alterKeptFiles({ newsroomId }: Actor): Promise<void> {
  const folder = path.join(process.env.STET_DATA ?? '', 'files', newsroomId)
  for (const file of await readdir(folder, { recursive: true })) {
    if (!/[0-9a-f]{64}$/.test(file)) continue
    const place = path.join(folder, file)
    await chmod(place, 0o600)
    await writeFile(place, MINUTES.replace('1932', '1933'))
  }
}
