import type { Page } from '@playwright/test'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { aNinjsItem, NINJS_WORDS } from '@/lib/testing/importing/ninjs-item'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { blocksOf, pasteInto } from '../support/sample-article'
import { shot } from '../support/screenshots'
import { textOf } from '../support/workspace'

const asFile = (item: unknown, name = 'bridge.json') => ({
  ...{ name, mimeType: 'application/json' },
  buffer: Buffer.from(typeof item === 'string' ? item : JSON.stringify(item, null, 2)),
})

const HEADLINE = 'The old bridge closes in May'
const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'was read from' })
const account = (page: Page) => page.getByRole('region', { name: 'Account of the import' })

test('an agency’s item becomes an article, and its next version a revision of that article', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  await page.goto(desk.at('/articles/new'))
  await page.getByLabel('Open a file').setInputFiles(asFile(aNinjsItem()))
  await expect(page.getByLabel('Headline', { exact: true })).toHaveValue(HEADLINE)
  expect((await blocksOf(page)).map((block) => block.split(':')[0])).toEqual([
    ...['Headline', 'Paragraph', 'Subhead', 'Paragraph', 'Caption'],
  ])
  await expect(account(page)).toContainText('The item says: By Ada Pine')
  await expect(account(page)).toContainText('version 3')
  await expect(account(page).getByText('Data about the text')).toBeVisible()
  await account(page).getByLabel('What becomes of: Byline').selectOption('in')
  await expect(page.locator('p.paragraph', { hasText: 'By Ada Pine' })).toBeVisible()
  await account(page).getByLabel('What becomes of: Byline').selectOption('out')
  await assertAccessible(page)
  await shot(page, 'item-account')
  await page.getByRole('button', { name: 'Bring in the article' }).click()
  await expect(textOf(page)).toContainText('four million crowns')
  const article = page.url()

  // The same version once more, pasted: it is told, and an older one too.
  await page.goto(desk.at('/articles/new'))
  await pasteInto(page, { text: JSON.stringify(aNinjsItem()) })
  await expect(notice(page)).toContainText('This is that version again.')
  await page.getByRole('button', { name: 'Start over' }).click()
  await pasteInto(page, { text: JSON.stringify(aNinjsItem({ version: '2' })) })
  await expect(notice(page)).toContainText('was read from version 3. This version is older.')
  await assertAccessible(page)
  await page.getByRole('button', { name: 'Start over' }).click()

  const next = aNinjsItem({
    version: '4',
    body_xhtml: `<p>${NINJS_WORDS.first.replace('four', 'five')}</p><p>${NINJS_WORDS.second}</p>`,
  })
  await page.getByLabel('Open a file').setInputFiles(asFile(next))
  await expect(notice(page)).toContainText('was read from version 3. This version is newer.')
  await assertAccessible(page)
  await shot(page, 'item-known')
  await page.setViewportSize({ width: 390, height: 844 })
  await assertFits(page)
  await shot(page, 'item-known-phone')
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.getByRole('button', { name: 'Bring it as revision 2 of that article' }).click()
  await expect(page).toHaveURL(/\/revise$/)
  await expect(notice(page)).toContainText('Revision 1 of this article was read from version 3.')
  await expect(page.getByLabel('Words of block 2')).toHaveValue(/five million/)
  await page.reload()
  await expect(account(page)).toContainText('version 4')
  await assertAccessible(page)
  await shot(page, 'item-revise')
  await page.getByRole('button', { name: 'Save as revision 2' }).click()
  await expect(page).toHaveURL(article)
  await expect(textOf(page)).toContainText('five million crowns')

  // What it was read from stands with the article's details.
  await page.goto(`${article}/details`)
  const origin = page.getByRole('region', { name: 'Where it came from' })
  await expect(origin).toContainText(aNinjsItem().uri)
  await expect(origin).toContainText('Revision 2')
  await assertAccessible(page)
  await shot(page, 'details-item', origin)
  await page.goto(article)

  // From the article itself: version 4 again, and another item.
  await page.getByRole('link', { name: 'New revision' }).click()
  await page.getByRole('button', { name: 'Paste or open a text' }).click()
  await page.getByLabel('Open a file').setInputFiles(asFile(next))
  await expect(notice(page)).toContainText('This is that version again.')
  await page.getByRole('button', { name: 'Save as revision 3' }).click()
  await expect(
    page.getByText('Nothing changed: this is the text of revision 2').first(),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Paste or open a text' }).click()
  await page.getByLabel('Open a file').setInputFiles(asFile(aNinjsItem({ uri: 'urn:other' })))
  await expect(page.getByText('This is another item than the one')).toBeVisible()

  // What is being written there is not written over.
  await page.goto(desk.at('/articles/new'))
  await page.getByLabel('Open a file').setInputFiles(asFile(aNinjsItem({ version: '5' })))
  await page.getByRole('button', { name: 'Bring it as revision 3 of that article' }).click()
  await expect(page.getByText('You are writing a new revision of that article')).toBeVisible()
  const stored = await everythingOf(actor)
  expect(stored.articles).toHaveLength(1)
})

test('the item of another newsroom, and of an article that is not theirs, is not there for them', async ({
  desk,
}) => {
  const { page: ines } = await desk.arrive('editor', 'Ines')
  const { page: lena } = await desk.arrive('writer', 'Lena')
  await ines.goto(desk.at('/articles/new'))
  await ines.getByLabel('Open a file').setInputFiles(asFile(aNinjsItem()))
  await ines.getByRole('button', { name: 'Bring in the article' }).click()
  await expect(textOf(ines)).toContainText('four million')

  await lena.goto(desk.at('/articles/new'))
  const asked = lena.waitForResponse(/\/items\?/)
  await lena.getByLabel('Open a file').setInputFiles(asFile(aNinjsItem({ version: '4' })))
  expect(await (await asked).json()).toBeNull()
  await expect(notice(lena)).toBeHidden()
})

test('what is no item of a text is refused with its place, and what was typed stays', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const before = await everythingOf(actor)
  await page.goto(desk.at('/articles/new'))
  const whole = JSON.stringify(aNinjsItem(), null, 2)
  const deep = `{"uri":"urn:a","x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`
  for (const [item, message] of [
    [whole.slice(0, 300), 'it breaks off at its end, line'],
    [deep, 'nested deeper than 64 levels at line 1'],
    [aNinjsItem({ type: 'picture' }), 'of type “picture”'],
    [aNinjsItem({ body_text: '', body_xhtml: undefined }), 'its body is empty'],
    [{ hello: 'world' }, 'This is JSON, and no ninjs item'],
    ['x'.repeat(30_000_000), 'larger than 5 MB'],
  ] as const) {
    await page.getByLabel('Open a file').setInputFiles(asFile(item))
    await expect(page.getByRole('alert').filter({ hasText: message })).toBeVisible()
  }
  const typed = page.getByLabel('Text of the article')
  await typed.fill(whole.slice(0, 300))
  await page.getByRole('button', { name: 'Preview the text' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'it breaks off' })).toBeVisible()
  await expect(typed).toHaveValue(whole.slice(0, 300))
  await assertAccessible(page)
  expect(await everythingOf(actor)).toEqual(before)
})
