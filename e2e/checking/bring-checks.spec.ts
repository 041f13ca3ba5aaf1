import writeXlsx from 'write-excel-file/node'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { goToArticle, panelOf } from '../support/workspace'

const SENTENCES = Array.from(
  { length: 47 },
  (_, at) => `Pier ${at + 1} stands ${3 * at + 2} metres deep.`,
)
const TEXT = `${SENTENCES.join(' ')}\n\nThe mayor said: “It is the first of its kind.” The bridge opened in 1932. The bridge closed in May.`

const HEADINGS = ['Zitat', 'Quelle', 'Link', 'Seite', 'Ergebnis', 'Notiz']

/** Fifty earlier checks: forty-eight are on words of the text, one of them twice in it; two are on others. */
const CHECKS = [
  ...SENTENCES.slice(0, 46).map((quote, at) => [
    ...[quote, `Survey of ${1990 + (at % 5)}`, at % 2 ? `https://example.org/${at}` : ''],
    ...[
      at % 3 ? `S. ${at + 1}` : '',
      at % 7 ? 'Stimmt' : 'Falsch',
      at === 3 ? 'Gemessen am Pegel.' : '',
    ],
  ]),
  ['"It is the first of its kind."', 'Interview', '', '12:30', 'rückfrage', ''],
  ['The bridge', 'Old ledger', '', 'S. 9', 'Stimmt', ''],
  ['The bridge opened in 1933.', 'Old ledger', '', 'S. 9', 'Falsch', ''],
  ['Nothing of this is printed', 'Folder', '', '', '', ''],
]

const workbook = async (rows: string[][]) =>
  (await writeXlsx(rows.map((row) => row.map((value) => ({ value, type: String }))))).toBuffer()

test('a sheet of fifty earlier checks is matched and brought by keyboard, and nothing is guessed', async ({
  desk,
}) => {
  desk.mayHear(/sheets\?name=|400 \(Bad Request\)/)
  const { actor, page } = await desk.arrive('checker', 'Tom')
  const article = await desk.newsroom.article({ by: actor, text: TEXT })
  await desk.newsroom.claim({ ...article, by: actor }, SENTENCES[5] ?? '')
  await page.goto(`${desk.at(article)}/report`)
  await page.getByRole('link', { name: 'Bring a sheet of checks…' }).press('Enter')

  const file = page.getByLabel('The sheet', { exact: true })
  const choose = (name: string, buffer: Buffer) =>
    file.setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await choose('checks.csv', Buffer.from('Quote;Source\n"never closed;Ledger\n'))
  await expect(page.getByText('Line 2: a quotation mark (") opens in this row')).toBeVisible()
  await choose('checks.xlsx', Buffer.from('d0cf11e0a1b11ae10000', 'hex'))
  await expect(page.getByText('This is a file of an old Office program')).toBeVisible()

  await choose('checks.xlsx', await workbook([HEADINGS, ...CHECKS]))
  await expect(page.getByRole('region', { name: 'First rows of the sheet' })).toContainText(
    'Pier 1',
  )
  await expect(page.getByLabel('Words of the article')).toHaveValue('0')
  await expect(page.getByLabel('Status of the check')).toHaveValue('4')
  await expect(page.getByLabel('What “Falsch” stands for')).toHaveValue('incorrect')
  await expect(page.getByRole('button', { name: 'Bring 47 of 50 checks' })).toBeVisible()
  const row = (number: number) => page.getByRole('listitem', { name: `Row ${number}`, exact: true })
  await expect(row(7)).toContainText('C-001 already: this goes to it')
  await expect(row(48)).toContainText('Stands in the text in another typographic form')
  await expect(row(49)).toContainText('These words stand in 2 places. Say in which.')
  await expect(row(50)).toContainText('The bridge opened in 1932')
  await expect(row(50)).toContainText('which are not taken for them')
  await expect(row(51)).toContainText('These words do not stand in this text.')
  await shot(page, 'bring-checks')
  await shot(page, 'bring-checks-rows', row(48))

  // The status of one value is changed by keys, and a place is chosen by keys.
  await page.getByLabel('What “rückfrage” stands for').focus()
  await page.keyboard.type('Waiting (source)')
  await page.getByRole('button', { name: 'In several places' }).press('Enter')
  await page.keyboard.press('.')
  await expect(row(49)).toBeFocused()
  await page.getByRole('button', { name: /^All/ }).press('Enter')
  await row(49).getByRole('radio').last().press('Space')
  await expect(page.getByRole('button', { name: 'Bring 48 of 50 checks' })).toBeVisible()
  await row(2).focus()
  await page.keyboard.press('d')
  await expect(page.getByRole('button', { name: 'Bring 47 of 50 checks' })).toBeVisible()
  await page.keyboard.press('Shift+A')
  await assertAccessible(page)
  await assertFits(page)

  await page.reload()
  const send = page.getByRole('button', { name: 'Bring 48 of 50 checks' })
  await expect(send).toBeVisible()
  await expect(page.getByLabel('What “rückfrage” stands for')).toHaveValue('waiting_source')
  await expect(row(49).getByRole('radio').last()).toBeChecked()
  await send.press('Enter')
  const done = 'Brought 48 checks: 47 new claims (C-002 to C-048), 48 pieces of evidence'
  await expect(page.getByText(done)).toBeVisible()
  await expect(row(2)).toContainText('C-002 has all of this already')
  await expect(page.getByText('No row is left to be brought.')).toBeVisible()
  await shot(page, 'bring-checks-done')

  await choose('checks again.xlsx', await workbook([HEADINGS, ...CHECKS.slice(0, 46)]))
  await expect(page.getByText('No row is left to be brought.')).toBeVisible()

  await goToArticle(page, desk.at(article))
  await expect(panelOf(page)).toContainText('Waiting (source) (1)In progress (46)Unchecked (1)')
  await goToArticle(page, `${desk.at(article)}?claim=2`)
  const comment = 'From checks.xlsx, row 2: Status there: “Falsch”'
  await expect(page.getByText(comment, { exact: true })).toBeVisible()
})

test('a sheet of another shape is read as a person says', async ({ desk }) => {
  const { actor, page } = await desk.arrive('checker', 'Tom')
  const article = await desk.newsroom.article({ by: actor, text: TEXT })
  await page.goto(`${desk.at(article)}/bring-checks`)
  const sheet =
    'Checked in March\n\nWhat it says|Where from|Notes|Notes\n“Pier 1 stands 2 metres deep.”|Survey; 1990|a|b\n'
  await page.getByLabel('The sheet', { exact: true }).setInputFiles({
    ...{ name: 'checks.txt', mimeType: 'text/plain' },
    buffer: Buffer.from(sheet),
  })
  await expect(page.getByLabel('What parts the cells')).toHaveValue('|')
  await page.getByLabel('Headings').selectOption('In row 3')
  await expect(page.getByText('Choose the column with the words of the article')).toBeVisible()
  await page.getByLabel('Words of the article').selectOption('A: What it says')
  await page.getByLabel('Title of the source').selectOption('B: Where from')
  await page.getByLabel('Note or reason').selectOption('D: Notes')
  await expect(page.getByText('No row is left to be brought.')).toBeVisible()
  await page.getByLabel('The quotation marks around 1 quote are the sheet’s').check()
  await expect(page.getByRole('button', { name: 'Bring 1 of 1 check' })).toBeVisible()
  await assertAccessible(page)
  await page.getByLabel('What parts the cells').selectOption('Comma')
  await expect(page.getByText('Choose the column with the words of the article')).toBeVisible()
})
