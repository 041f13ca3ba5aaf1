import { writeFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { PLAIN_TEXT } from '../support/sample-article'
import { toast } from '../support/workspace'

test('a file dropped beside the box, or on what is typed, changes nothing; on an empty box it is opened', async ({
  desk,
}, info) => {
  const { page } = await desk.arrive('editor', 'Ines')
  const file = info.outputPath('article.txt')
  await writeFile(file, PLAIN_TEXT)
  await page.goto(desk.at('/articles/new'))
  const box = page.getByLabel('Text of the article')
  await box.fill('Half a sentence')

  await dropOn(page.getByRole('heading', { name: 'Bring in an article' }), file)
  await expect(toast(page)).toContainText('beside the box for the text, so it was not opened')
  await expect(page).toHaveURL(/\/articles\/new$/)
  await expect(box).toHaveValue('Half a sentence')

  await dropOn(box, file)
  await expect(page.getByText('There is text in the box already')).toBeVisible()
  await expect(box).toHaveValue('Half a sentence')
  await box.fill('')
  await dropOn(box, file)
  await expect(page.getByRole('region', { name: 'Preview of the text' })).toBeVisible()
  await dropOn(page.getByLabel('Headline', { exact: true }), file)
  await expect(toast(page)).toHaveText('Nothing here takes a file, so it was not opened.')
})

test('a picture pasted into the text is answered in words, and so it is in other fields', async ({
  desk,
}) => {
  const { page } = await desk.arrive('editor', 'Ines')
  await page.goto(desk.at('/articles/new'))
  const box = page.getByLabel('Text of the article')
  await box.fill('Half a sentence')
  await pastePicture(page, box)
  await expect(page.getByRole('alert').filter({ hasText: 'This is a picture' })).toBeVisible()
  await expect(box).toHaveValue('Half a sentence')

  await page.getByRole('button', { name: 'Preview the text' }).click()
  await pastePicture(page, page.getByLabel('What is the writer most worried about?'))
  await expect(toast(page)).toHaveText('A picture cannot be pasted here: this takes words.')
})

/** Drops a file as from the desktop, which a browser opens in place of the page unless the page has it otherwise. */
async function dropOn(place: Locator, file: string): Promise<void> {
  const box = await place.boundingBox()
  if (!box) throw new Error('there is no such place on the page')
  const session = await place.page().context().newCDPSession(place.page())
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      ...{ type, x: box.x + 10, y: box.y + 10 },
      data: { items: [], files: [file], dragOperationsMask: 1 },
    })
  }
}

/** Copies a picture of one pixel as another program would, and pastes it with the keys. */
async function pastePicture(page: Page, field: Locator): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1, 1)
    canvas.getContext('2d')
    await navigator.clipboard.write([
      new ClipboardItem({ 'image/png': await canvas.convertToBlob() }),
    ])
  })
  await field.focus()
  await page.keyboard.press('Control+V')
}
