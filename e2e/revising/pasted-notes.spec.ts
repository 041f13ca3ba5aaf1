import { comment, ends, makeOdt, note, p } from '@/lib/testing/importing/make-odt'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { pasteInto } from '../support/sample-article'
import { shot } from '../support/screenshots'
import { claimOf, textOf } from '../support/workspace'

/** A draft as Google Docs puts it on the clipboard: a note, a comment and a link on its words. */
const DRAFT = (ending: string, more = '') =>
  `<b id="docs-internal-guid-1"><h1>The bridge</h1><p>The old bridge opened in 1932<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> and cost four million crowns<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>. It was <a href="https://example.org/weld">welded throughout</a>.</p><p>Engineers will close it ${ending}.</p>${more}<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> City ledger 1932, p. 41.</p></div><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>In crowns of which year?</p></div></b>`

test('a draft that is pasted brings its notes, comments and links, and its next version brings only what is new', async ({
  desk,
}) => {
  const { page } = await desk.arrive('editor', 'Ines')
  await page.goto(desk.at('/articles/new'))
  await pasteInto(page, { html: DRAFT('in May'), text: 'The bridge' })
  const account = page.getByRole('region', { name: 'Account of the import' })
  await expect(account).toContainText('It also has 1 footnote, 1 comment, 1 link.')
  await account.getByLabel('What becomes of: Notes', { exact: true }).selectOption('out')
  await account.getByLabel('What becomes of: Marks of notes').selectOption('out')
  // Both choices hold, though the second came while the first was still being read.
  await expect(page.getByText('3 blocks,')).toBeVisible()
  await expect(account).toContainText('It also has 1 footnote, 1 comment, 1 link.')
  await assertAccessible(page)
  await shot(page, 'pasted-account')
  await page.reload()
  await page.getByRole('button', { name: 'Bring in the article' }).click({ timeout: 30_000 })

  await expect(page.getByRole('heading', { name: 'What the document says' })).toBeVisible()
  const items = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Leave' }) })
  await expect(items).toHaveCount(3, { timeout: 30_000 })
  await expect(items.nth(0)).toContainText('The old bridge opened in 1932')
  await expect(items.nth(1)).toContainText('In crowns of which year?')
  await assertAccessible(page)
  await shot(page, 'pasted-notes')
  await page.getByRole('button', { name: 'Take all 3 as proposed' }).click()
  await expect(page.getByText('Nothing of it waits to be decided.')).toBeVisible()
  await page.getByRole('link', { name: 'C-001' }).first().click()
  await expect(claimOf(page, 'C-001').getByText('p. 41').first()).toBeVisible()

  await page.getByRole('link', { name: 'New revision' }).click()
  await page.getByRole('button', { name: 'Paste or open a text' }).click()
  const more = '<p>It is <a href="https://example.org/long">a mile long</a>.</p>'
  await pasteInto(page, { html: DRAFT('in June', more), text: 'The bridge' })
  await expect(page.getByText('It also has 1 footnote, 1 comment, 2 links.')).toBeVisible()
  await page.getByRole('button', { name: 'Save as revision 2' }).click({ timeout: 30_000 })
  await expect(textOf(page)).toContainText('in June')
  await page.getByRole('banner').getByText('More', { exact: true }).click()
  await page.getByRole('link', { name: 'What the document says' }).click()
  await expect(items).toHaveCount(1, { timeout: 30_000 })
  await expect(items).toContainText('https://example.org/long')
})

test('of a draft that is too long to be kept in the browser the notes are sent, too', async ({
  desk,
}) => {
  const { page } = await desk.arrive('editor', 'Ines')
  await page.goto(desk.at('/articles/new'))
  const style = 'mso-fareast-language:EN-US;'.repeat(40)
  const more = `<p style="${style}">It is a mile long.</p>`.repeat(500)
  const html = DRAFT('in May', more)
  expect(html.length).toBeGreaterThan(500_000)
  await pasteInto(page, { html, text: 'The bridge' })
  const account = page.getByRole('region', { name: 'Account of the import' })
  await expect(account).toContainText('Once the text is in, they are proposed')
  await page.getByRole('button', { name: 'Bring in the article' }).click({ timeout: 30_000 })
  const items = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Leave' }) })
  await expect(items).toHaveCount(3, { timeout: 30_000 })
})

test('an OpenDocument text and a rich text are opened with what they say', async ({ desk }) => {
  const { page } = await desk.arrive('editor', 'Ines')
  const body = `${p('The bridge', 'Title')}${p(`It opened in ${comment('a', 'Sure?')}1932${ends('a')}${note('City ledger.')}.`)}`
  await page.goto(desk.at('/articles/new'))
  await page.getByLabel('Open a file').setInputFiles({
    ...{ name: 'bridge.odt', mimeType: 'application/vnd.oasis.opendocument.text' },
    buffer: makeOdt({ body }),
  })
  const account = page.getByRole('region', { name: 'Account of the import' })
  await expect(account).toContainText('It also has 1 footnote, 1 comment.', { timeout: 30_000 })
  await page.getByRole('button', { name: 'Bring in the article' }).click({ timeout: 30_000 })
  const items = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Leave' }) })
  await expect(items).toHaveCount(2, { timeout: 30_000 })
  await shot(page, 'odt-notes')

  await page.goto(desk.at('/articles/new'))
  const rich =
    "{\\rtf1\\ansi The bridge\\par It opened in 1932{\\footnote City ledger.}, caf\\'e9 and all.\\par}"
  await page.getByLabel('Open a file').setInputFiles({
    ...{ name: 'bridge.rtf', mimeType: 'application/rtf', buffer: Buffer.from(rich) },
  })
  await expect(account).toContainText('It also has 1 footnote.', { timeout: 30_000 })
  await expect(page.locator('p.paragraph', { hasText: 'café and all.' })).toBeVisible()
  const cut = {
    name: 'cut.rtf',
    mimeType: 'application/rtf',
    buffer: Buffer.from(rich.slice(0, -1)),
  }
  desk.mayHear(/400|503/)
  await page.getByRole('button', { name: 'Bring in the article' }).click({ timeout: 30_000 })
  await expect(items).toHaveCount(1, { timeout: 30_000 })
  await shot(page, 'rtf-notes')
  await page.goto(desk.at('/articles/new'))
  await page.getByLabel('Open a file').setInputFiles(cut)
  await expect(page.getByRole('alert').filter({ hasText: 'was cut off' })).toBeVisible({
    timeout: 30_000,
  })
})

test('a text whose notes cannot be sent is read all the same, and says so', async ({ desk }) => {
  desk.mayHear(/503|Failed to load/)
  const { page } = await desk.arrive('editor', 'Ines')
  await page.goto(desk.at('/articles/new'))
  await page.route('**/files', (route) =>
    route.fulfill({ status: 400, contentType: 'application/json', body: '{"message":"No."}' }),
  )
  await pasteInto(page, { html: DRAFT('in May'), text: 'The bridge' })
  await expect(page.getByRole('region', { name: 'Account of the import' })).toContainText(
    'They were not sent',
  )
  await expect(page.locator('p.paragraph', { hasText: 'Engineers' })).toBeVisible()
})
