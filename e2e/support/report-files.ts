import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import Ajv from 'ajv/dist/2020.js'
import { readPdf } from '@/lib/testing/read-pdf'

const ENDINGS = {
  Word: 'docx',
  Markdown: 'md',
  Excel: 'xlsx',
  PDF: 'pdf',
  HTML: 'html',
  CSV: 'csv',
  JSON: 'json',
}

/** Takes the report out of the page in one of its forms, and answers with the file's place. */
export async function takeOut(page: Page, form: keyof typeof ENDINGS): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('navigation', { name: 'Report' })
      .getByRole('link', { name: form, exact: true })
      .click(),
  ])
  expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${ENDINGS[form]}$`))
  return download.path()
}

/** The words of a PDF, on one line. */
export async function wordsOfPdf(file: string): Promise<string> {
  return (await readPdf(await readFile(file))).words
}

/** The words of an exported page, as a browser without scripts and without a network shows them. */
export async function wordsOfHtml(page: Page, file: string): Promise<string> {
  const context = await page.context().browser()?.newContext({ offline: true })
  const alone = await context?.newPage()
  await alone?.setContent(await readFile(file, 'utf8'))
  const words = (await alone?.getByRole('main').textContent()) ?? ''
  await context?.close()
  return words.replace(/\s+/g, ' ')
}

/** The rows of a CSV file by the headings of their columns (RFC 4180). */
export async function rowsOfCsv(file: string): Promise<Record<string, string>[]> {
  const text = (await readFile(file, 'utf8')).replace(/^\ufeff/, '')
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/g
  const rows: string[][] = [[]]
  for (const [, cell = '', end] of text.matchAll(cells)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '\r\n') rows.push([])
  }
  const [headings = [], ...filled] = rows.filter((row) => row.length > 1)
  return filled.map((row) => Object.fromEntries(headings.map((name, at) => [name, row[at] ?? ''])))
}

/** The value in a JSON file, which follows the schema that the newsroom's own server publishes. */
export async function valueOfJson(page: Page, file: string) {
  const value = JSON.parse(await readFile(file, 'utf8'))
  const published = await page.request.get('/schemas/stet-report-1.json')
  const accepts = new Ajv({ validateFormats: false }).compile(await published.json())
  accepts(value)
  expect(accepts.errors, 'what the published schema says').toBeNull()
  return value
}
