import type { Page } from '@playwright/test'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { blocksOf, pasteInto } from '../support/sample-article'
import { shot } from '../support/screenshots'
import { textOf } from '../support/workspace'

const accountOf = (page: Page) => page.getByRole('region', { name: 'Account of the import' })

/** A page with one thing of every kind that an account tells of. */
const PAGE = `<html><head><title>The fine | The Pine</title><style>.s1{text-decoration:line-through}</style></head><body>
<nav>Home News Sport</nav>
<h1>Bank fined over the bridge</h1>
<p>The fine was <span class="s1">2 million</span> 3 million euros<sup class="reference"><a href="#c1">1</a></sup>, for up to 10<sup>6</sup> cells of 3 m<sup>2</sup> each.</p>
<p>The leak<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> was known. It was <s>never</s> denied by the <del>former</del> mayor.</p>
<table><tr><th>District<th>2023<th>2024<tr><td rowspan="2">North<td><td>40<tr><td>12<td>41</table>
<ol start="3"><li>Costs<li>Time</ol>
<p>Point 3 was rejected.</p>
<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a> Says who? Ask Anna before it goes out, and have her send the letter that the mayor’s office says it never got.</p></div>
<ol class="references"><li id="cite_note-1"><a href="#cite_ref-1">^</a> By the court’s own count.</li></ol></body></html>`

test('what an import left out, joined or read otherwise is told, and can be chosen', async ({
  desk,
}) => {
  const { page } = await desk.arrive('editor', 'Ines')
  await page.goto(desk.at('/articles/new'))
  const open = { name: 'page.html', mimeType: '', buffer: Buffer.from(PAGE) }
  await page.getByLabel('Open a file').setInputFiles(open)

  const account = accountOf(page)
  await expect(
    account.getByText('Every letter and digit of the source is in the text or in these lines.'),
  ).toBeVisible()
  expect(await blocksOf(page)).toEqual([
    'Headline: Bank fined over the bridge',
    'Paragraph: The fine was 3 million euros[1], for up to 10⁶ cells of 3 m² each.',
    'Paragraph: The leak was known. It was denied by the mayor.',
    'Paragraph: District | 2023 | 2024',
    'Paragraph: North |  | 40',
    'Paragraph: North | 12 | 41',
    'List item: 3. Costs',
    'List item: 4. Time',
    'Paragraph: Point 3 was rejected.',
    'Note: [1] By the court’s own count.',
  ])
  await assertAccessible(page)
  await shot(page, 'import-account')
  await account.getByText('Struck through (3)').click()
  await account.getByText('Comments (2)').click()
  await shot(page, 'import-account-open')
  await account.getByText('Struck through (3)').click()

  await page.getByLabel('What block 9 is').selectOption('Leave out')
  await page.getByLabel('What block 3 is').selectOption('Quote')
  await account.getByText('Struck through (3)').click()
  await account.getByLabel('What becomes of “2 million”').selectOption('Put in')
  await expect
    .poll(() => blocksOf(page))
    .toContainEqual(expect.stringContaining('was 2 million 3 million'))
  await account.getByLabel('What becomes of: Marks of notes').selectOption('Leave out')
  await expect
    .poll(() => blocksOf(page))
    .toContainEqual(expect.stringContaining('euros, for up to'))

  await page.reload()
  await account.getByLabel('What becomes of: Cells that span rows').selectOption('Once, then empty')
  await expect.poll(() => blocksOf(page)).toContainEqual('Paragraph:  | 12 | 41')
  const blocks = await blocksOf(page)
  expect(blocks).toContainEqual(expect.stringContaining('was 2 million 3 million euros, for up to'))
  expect(blocks).toContainEqual('Quote: The leak was known. It was denied by the mayor.')
  expect(blocks).not.toContainEqual(expect.stringContaining('Point 3'))

  await page.getByRole('button', { name: 'Bring in the article' }).click()
  // What it says beside its text comes first to whoever marks claims.
  await expect(page).toHaveURL(/\/articles\/bank-fined[^/]*\/notes/)
  await expect(page.getByText('Says who?').first()).toBeVisible({ timeout: 30_000 })
  await page.goto(page.url().replace(/\/notes$/, ''))
  await expect(textOf(page)).toContainText('[1] By the court’s own count.')
  await shot(page, 'import-brought-in')
})

test('a file that does not say its encoding is read by a guess, which is shown and can be changed', async ({
  desk,
}) => {
  const { page } = await desk.arrive('editor', 'Ines')
  await page.goto(desk.at('/articles/new'))
  await page.getByLabel('Open a file').setInputFiles({
    name: 'article.txt',
    mimeType: '',
    buffer: Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
  })

  const account = accountOf(page)
  await expect(account.getByLabel('Encoding of the file')).toHaveValue('windows-1251')
  await expect(account.getByText('a guess: look whether')).toBeVisible()
  expect(await blocksOf(page)).toEqual(['Headline: Привет'])
  await shot(page, 'import-encoding')

  await account.getByLabel('Encoding of the file').selectOption('Western European (Windows)')
  await expect.poll(() => blocksOf(page)).toEqual(['Headline: Ïðèâåò'])
  await page.reload()
  await account.getByLabel('Encoding of the file').selectOption('Cyrillic (Windows)')
  await expect.poll(() => blocksOf(page)).toEqual(['Headline: Привет'])
})

test('names in a page cannot stop the reading', async ({ desk }) => {
  const { page } = await desk.arrive('editor', 'Ines')
  await page.goto(desk.at('/articles/new'))
  await pasteInto(page, {
    text: 'a',
    html: '<p>a</p><form><input name=nextSibling>x</form><p>b</p>',
  })
  await expect.poll(() => blocksOf(page)).toEqual(['Headline: a', 'Paragraph: x', 'Paragraph: b'])
})

test('what is far too large is refused in words and the page stays alive', async ({ desk }) => {
  test.slow()
  const { page } = await desk.arrive('editor', 'Ines')
  await page.goto(desk.at('/articles/new'))
  const open = (name: string, content: string) =>
    page
      .getByLabel('Open a file')
      .setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) })

  await open('list.md', '- It rained on Tuesday, and the bridge was shut.\n'.repeat(99_000))
  await expect(page.getByText('an article may have 1,000,000')).toBeVisible({ timeout: 3_000 })
  await open('long.txt', 'It rained on Tuesday.\n\n'.repeat(100_000))
  await expect(page.getByText('more than 5,000 paragraphs')).toBeVisible({ timeout: 3_000 })
  // Each underscore is tried with each that follows: hours, on any machine. The clock alone is hurried.
  await page.clock.install()
  const reading = page.waitForEvent('worker')
  await open('marks.md', '_a'.repeat(1_000_000))
  await reading
  const refused = page.getByText('could not be read in twenty seconds')
  await page.clock.fastForward(15_000)
  await expect(refused).toBeHidden()
  await page.clock.fastForward(5_000)
  await expect(refused).toBeVisible()
  await page.getByLabel('Text of the article').fill('Bridge shut')
  await page.getByRole('button', { name: 'Preview the text' }).click()
  await expect.poll(() => blocksOf(page)).toEqual(['Headline: Bridge shut'])
})
